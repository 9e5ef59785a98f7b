package org.wirebench.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.workspace.Tree;

/** A lab server that runs on a plain socket; its request has the field "port". */
public record ServedSocket(ServerSocket server, JobContext.Fork<Boolean> serving)
    implements LabServer.Running {
  @Override
  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public Tree.Fields request() {
    return Tree.Fields.NONE.with("port", Integer.toString(server.getLocalPort()));
  }

  @Override
  public void await() throws Exception {
    boolean _ = serving.join();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException unlikely) {
      throw new UncheckedIOException(unlikely);
    }
  }
}
