package org.wirebench.shell;

import java.io.IOException;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.Incoming;
import org.wirebench.core.net.ListenSpec;
import org.wirebench.core.net.Listener;
import org.wirebench.core.net.Network;
import org.wirebench.core.workspace.Tree;

/** Sends back what it receives. */
final class EchoServer implements LabServer {
  static final String ID = "echo.server";

  private final Network network;

  EchoServer(Network network) {
    this.network = network;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Echo over TCP";
  }

  @Override
  public String tool() {
    return EchoTool.ID;
  }

  @Override
  public Running start(JobContext context) throws Exception {
    Listener listener = network.listen(ListenSpec.on(EchoTool.ID, "127.0.0.1", 0), context);
    JobContext.Fork<Boolean> serving = context.fork("accept", job -> serve(listener, job));
    String address = listener.address().toString().replaceFirst("^.*/", "");
    return new Running() {
      @Override
      public String address() {
        return address;
      }

      @Override
      public Tree.Fields request() {
        return Tree.Fields.NONE.with("target", address);
      }

      @Override
      public void await() throws Exception {
        boolean _ = serving.join();
      }

      @Override
      public void close() {
        listener.close();
      }
    };
  }

  private static boolean serve(Listener listener, JobContext context) throws Exception {
    for (Incoming client = listener.accept(); client != null; client = listener.accept()) {
      Incoming one = client;
      var _ = context.fork("client", job -> echo(one, job));
    }
    return true;
  }

  private static boolean echo(Incoming client, JobContext context)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[4096];
    try (Connection connection = client.open(context)) {
      for (int n = connection.in().read(buffer); n >= 0; n = connection.in().read(buffer)) {
        connection.out().write(buffer, 0, n);
      }
    }
    return true;
  }
}
