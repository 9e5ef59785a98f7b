package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.LabStart;
import org.wirebench.fx.ToolContext;

/**
 * The server of the lab that a tab talks to. It listens on another port each time it starts, so the
 * tab remembers which server its address was that of, also when the program is started again.
 */
final class LabTarget {
  private static final Messages TEXT = Messages.of(LabTarget.class);
  private static final String SERVER = "lab";
  private static final String ADDRESS = "labAddress";

  private final ToolContext context;
  private final SocketViewModel model;
  private String server = "";
  private String address = "";

  LabTarget(ToolContext context, SocketViewModel model) {
    this.context = context;
    this.model = model;
    look();
  }

  /** Remembers who listens where the form talks to, while it runs. */
  void look() {
    String typed = Targets.key(model.form().tree());
    for (Lab.Status status : context.lab().status()) {
      if (status.request().map(Targets::key).equals(Optional.of(typed))) {
        server = status.server().id();
        address = typed;
      }
    }
  }

  /** Whether the form talks to where a server of the lab listens, or did. */
  boolean isMeant() {
    return !address.isEmpty() && address.equals(Targets.key(model.form().tree()));
  }

  /** What is remembered, as it is kept. */
  Map<String, String> draft() {
    look();
    return isMeant() ? Map.of(SERVER, server, ADDRESS, address) : Map.of();
  }

  /** Takes back what was kept. */
  void restore(Map<String, String> draft) {
    boolean known =
        context.lab().status().stream()
            .anyMatch(status -> status.server().id().equals(draft.get(SERVER)));
    if (known) {
      server = draft.getOrDefault(SERVER, "");
      address = draft.getOrDefault(ADDRESS, "");
    }
  }

  /**
   * What to do where nobody listens any more.
   *
   * @param connect connects as the form says then
   */
  Optional<Action> remedy(Failure failure, Runnable connect) {
    boolean refused =
        failure instanceof NetFailure net && net.kind() == NetFailure.Kind.REFUSED && isMeant();
    if (!refused) {
      return Optional.empty();
    }
    Lab.Status status = context.lab().status(server);
    String title = status.server().title();
    String what =
        status.state() == Lab.State.RUNNING
            ? TEXT.get("lab.use", title)
            : TEXT.get("lab.start", title);
    return Optional.of(
        Action.of(
            what,
            Feather.PLAY,
            () ->
                LabStart.whenReady(
                    context.lab(),
                    context.jobs(),
                    server,
                    running -> take(running, connect),
                    context.notices()::failure)));
  }

  private void take(Lab.Status running, Runnable connect) {
    Optional<Tree.Fields> request = running.request();
    // It may have been stopped again, and something else been typed.
    if (request.isEmpty()
        || !isMeant()
        || model.stateProperty().get() != SocketViewModel.State.IDLE) {
      return;
    }
    for (String field : List.of("host", "port")) {
      model.form().text(field).set(request.get().text(field).orElse(""));
    }
    boolean pinned = model.form().text("tls.trust").get().equals("pinned");
    if (pinned && request.get().get("tls").orElse(null) instanceof Tree.Fields tls) {
      model.form().text("tls.sha256").set(tls.text("sha256").orElse(""));
    }
    look();
    connect.run();
  }
}
