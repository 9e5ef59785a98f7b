package org.wirebench.tool.socket.view;

import java.util.List;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.LabTarget;

/** How a tab is aimed at a server of the lab. */
final class LabForm implements LabTarget.Form {
  private static final Messages TEXT = Messages.of(LabForm.class);

  private final SocketViewModel model;

  LabForm(SocketViewModel model) {
    this.model = model;
  }

  @Override
  public Tree.Fields request() {
    return model.form().tree();
  }

  @Override
  public String key(Tree.Fields request) {
    return Targets.key(request);
  }

  @Override
  public boolean isIdle() {
    return model.stateProperty().get() == SocketViewModel.State.IDLE;
  }

  @Override
  public void aim(Tree.Fields server) {
    for (String field : List.of("host", "port")) {
      model.form().text(field).set(server.text(field).orElse(""));
    }
    LabTarget.repin(model.form(), server);
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
