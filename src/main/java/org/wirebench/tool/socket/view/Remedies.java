package org.wirebench.tool.socket.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.LabTarget;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Transport;

/** What can be done with one click after a failure. */
final class Remedies {
  private static final Messages TEXT = Messages.of(Remedies.class);
  private static final Set<NetFailure.Kind> UNTRUSTED =
      Set.of(
          NetFailure.Kind.TLS_UNTRUSTED,
          NetFailure.Kind.TLS_NAME_MISMATCH,
          NetFailure.Kind.TLS_EXPIRED);

  private final SocketViewModel model;
  private final LabTarget labTarget;
  private final Runnable start;

  /**
   * @param start connects, or listens, as the form says then
   */
  Remedies(SocketViewModel model, LabTarget labTarget, Runnable start) {
    this.model = model;
    this.labTarget = labTarget;
    this.start = start;
  }

  /** The likeliest first. */
  Action[] of(Failure failure) {
    List<Action> remedies = new ArrayList<>();
    labTarget.remedy(failure, start).ifPresent(remedies::add);
    if (failure instanceof NetFailure net
        && UNTRUSTED.contains(net.kind())
        && !net.certificates().isEmpty()) {
      remedies.add(trust(Certificates.sha256(net.certificates().getFirst())));
    }
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

  private Action trust(String pin) {
    return Action.of(
        TEXT.get("trust"),
        Feather.SHIELD,
        () -> {
          model.form().text("tls.trust").set("pinned");
          model.form().text("tls.sha256").set(pin);
          start.run();
        });
  }
}
