package org.wirebench.tool.http.view;

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

/** What can be done with one click after a failure. */
final class HttpRemedies {
  private static final Messages TEXT = Messages.of(HttpRemedies.class);
  private static final Set<NetFailure.Kind> UNTRUSTED =
      Set.of(
          NetFailure.Kind.TLS_UNTRUSTED,
          NetFailure.Kind.TLS_NAME_MISMATCH,
          NetFailure.Kind.TLS_EXPIRED);

  private final HttpViewModel model;
  private final LabTarget labTarget;
  private final Runnable send;

  HttpRemedies(HttpViewModel model, LabTarget labTarget, Runnable send) {
    this.model = model;
    this.labTarget = labTarget;
    this.send = send;
  }

  /** The likeliest first. */
  Action[] of(Failure failure) {
    List<Action> remedies = new ArrayList<>();
    labTarget.remedy(failure, send).ifPresent(remedies::add);
    if (failure instanceof NetFailure net
        && UNTRUSTED.contains(net.kind())
        && !net.certificates().isEmpty()) {
      remedies.add(trust(Certificates.sha256(net.certificates().getFirst())));
    }
    remedies.add(Action.of(TEXT.get("retry"), Feather.REFRESH_CW, send));
    return remedies.toArray(Action[]::new);
  }

  private Action trust(String pin) {
    return Action.of(
        TEXT.get("trust"),
        Feather.SHIELD,
        () -> {
          model.form().text("tls.trust").set("pinned");
          model.form().text("tls.sha256").set(pin);
          send.run();
        });
  }
}
