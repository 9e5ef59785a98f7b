package org.wirebench.tool.socket.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FxJobs;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketService;

/** Two clients for the picture of a server: they come, say something, and stay. */
final class ServerDemonstration {
  private static final Messages TEXT = Messages.of(ServerDemonstration.class);

  /** How many come. */
  static final int CLIENTS = 2;

  private final FxJobs jobs;
  private final SocketService service;
  private boolean started;

  ServerDemonstration(FxJobs jobs, SocketService service) {
    this.jobs = jobs;
    this.service = service;
  }

  /** Whether both clients were heard and answered; sends them on their way first. */
  boolean isShown(@Nullable ServerSession server) {
    if (server == null) {
      return false;
    }
    if (!started) {
      started = true;
      for (int i = 1; i <= CLIENTS; i++) {
        come(((InetSocketAddress) server.address()).getPort(), "Client " + i + " says hello\n");
      }
    }
    return server.clients().size() == CLIENTS
        && server.clients().stream()
            .allMatch(client -> client.transcript().total(Direction.OUT) > 0);
  }

  private void come(int port, String greeting) {
    Tree.Fields typed =
        Tree.Fields.NONE.with("host", "127.0.0.1").with("port", Integer.toString(port));
    if (SocketForm.bind(typed) instanceof Bound.Ok<SocketRequest>(ClientRequest request)) {
      Job<Boolean> _ =
          jobs.start(
              JobSpec.named(TEXT.get("job.client", "127.0.0.1:" + port), SocketRequest.TOOL),
              context -> {
                service.talk(request, session -> session.offer(greeting.getBytes(UTF_8)), context);
                return true;
              },
              _ -> {});
    }
  }
}
