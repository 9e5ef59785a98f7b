package org.wirebench.tool.socket.view;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Transport;

/** What of sockets alone can be done with one click after a failure. */
final class SocketRemedies {
  private static final Messages TEXT = Messages.of(SocketRemedies.class);

  private final SocketViewModel model;
  private final Runnable start;

  /**
   * @param start connects, or listens, as the form says then
   */
  SocketRemedies(SocketViewModel model, Runnable start) {
    this.model = model;
    this.start = start;
  }

  List<Action> of(Failure failure) {
    boolean forbidden =
        failure instanceof NetFailure net
            && net.kind() == NetFailure.Kind.PERMISSION
            && model.request() instanceof ClientRequest client
            && client.transport() == Transport.UDP
            && !client.datagrams().broadcast();
    return forbidden ? List.of(broadcast()) : List.of();
  }

  private Action broadcast() {
    return Action.of(
        TEXT.get("broadcast.allow"),
        Feather.RADIO,
        () -> {
          model.form().text("broadcast").set("true");
          start.run();
        });
  }
}
