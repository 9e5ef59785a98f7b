package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.LabTarget;
import org.wirebench.fx.Remedies;

/** What can be done with one click after a failure. */
final class HttpRemedies {
  private static final Messages TEXT = Messages.of(HttpRemedies.class);

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
    Remedies.trust(failure, model.form(), send).ifPresent(remedies::add);
    remedies.add(Action.of(TEXT.get("retry"), Feather.REFRESH_CW, send));
    return remedies.toArray(Action[]::new);
  }
}
