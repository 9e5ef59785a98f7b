package org.wirebench.tool.socket.view;

import java.util.List;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.frame.LabTarget;

/** How a tab is aimed at a server of the lab. */
final class LabForm implements LabTarget.Form {
  private static final Messages TEXT = Messages.of(LabForm.class);

  private final FormModel form;

  LabForm(FormModel form) {
    this.form = form;
  }

  @Override
  public String key(Tree.Fields request) {
    return Targets.key(request);
  }

  @Override
  public void aim(Tree.Fields server) {
    for (String field : List.of("host", "port")) {
      form.text(field).set(server.text(field).orElse(""));
    }
  }

  @Override
  public String start(String title) {
    return TEXT.get("lab.start", title);
  }

  @Override
  public String use(String title) {
    return TEXT.get("lab.use", title);
  }
}
