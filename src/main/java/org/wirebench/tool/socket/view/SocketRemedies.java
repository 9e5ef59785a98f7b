package org.wirebench.tool.socket.view;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.LabTarget;
import org.wirebench.fx.Remedies;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Transport;

/** What can be done with one click after a failure. */
final class SocketRemedies {
  private static final Messages TEXT = Messages.of(SocketRemedies.class);

  private final SocketViewModel model;
  private final LabTarget labTarget;
  private final Runnable start;

  /**
   * @param start connects, or listens, as the form says then
   */
  SocketRemedies(SocketViewModel model, LabTarget labTarget, Runnable start) {
    this.model = model;
    this.labTarget = labTarget;
    this.start = start;
  }

  /** The likeliest first. */
  Action[] of(Failure failure) {
    List<Action> remedies = new ArrayList<>();
    labTarget.remedy(failure, start).ifPresent(remedies::add);
    Remedies.trust(failure, model.form(), start).ifPresent(remedies::add);
    if (failure instanceof NetFailure net
        && net.kind() == NetFailure.Kind.PERMISSION
        && model.request() instanceof ClientRequest client
        && client.transport() == Transport.UDP
        && !client.datagrams().broadcast()) {
      remedies.add(broadcast());
    }
    remedies.add(Action.of(TEXT.get("retry"), Feather.REFRESH_CW, start));
    return remedies.toArray(Action[]::new);
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
