package org.wirebench.fx.frame;

import java.util.Optional;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.FormModel;

/** What can be done with one click after a failure, whatever the tool. */
final class Remedies {
  private static final Messages TEXT = Messages.of(Remedies.class);
  private static final Set<NetFailure.Kind> UNTRUSTED =
      Set.of(
          NetFailure.Kind.TLS_UNTRUSTED,
          NetFailure.Kind.TLS_NAME_MISMATCH,
          NetFailure.Kind.TLS_EXPIRED);

  private Remedies() {}

  /**
   * Trusts the certificate that was not trusted, and tries again; none for other failures.
   *
   * @param form the fields of TLS are below {@code tls}
   */
  static Optional<Action> trust(Failure failure, FormModel form, Runnable again) {
    return failure instanceof NetFailure net
            && UNTRUSTED.contains(net.kind())
            && !net.certificates().isEmpty()
        ? Optional.of(trust(Certificates.sha256(net.certificates().getFirst()), form, again))
        : Optional.empty();
  }

  private static Action trust(String pin, FormModel form, Runnable again) {
    return Action.of(
        TEXT.get("remedy.trust"),
        Feather.SHIELD,
        () -> {
          form.text("tls.trust").set("pinned");
          form.text("tls.sha256").set(pin);
          again.run();
        });
  }
}
