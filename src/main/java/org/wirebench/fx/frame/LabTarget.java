package org.wirebench.fx.frame;

import java.util.Map;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.Draft;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.LabStart;
import org.wirebench.fx.ToolContext;

/**
 * The server of the lab that a tab talks to. It listens on another port each time it starts, so the
 * tab remembers which server its address was that of, also when the program is started again. FX
 * thread only.
 */
public final class LabTarget implements Draft {
  private static final String SERVER = "lab";
  private static final String ADDRESS = "labAddress";

  private final ToolContext context;
  private final ToolModel<?> model;
  private final Form form;
  private String server = "";
  private String address = "";

  /** How the form of a tab is aimed at a server. */
  public interface Form {
    /** Whom a request talks to, and how: the same for all that go to one server. */
    String key(Tree.Fields request);

    /**
     * Has the form talk to where the server listens now. Whom to trust there goes along by itself.
     *
     * @param server what it says to be asked
     */
    void aim(Tree.Fields server);

    /** What starts a server and goes there is called. */
    String start(String title);

    /** What goes to a server that runs is called. */
    String use(String title);
  }

  LabTarget(ToolContext context, ToolModel<?> model, Form form) {
    this.context = context;
    this.model = model;
    this.form = form;
    look();
  }

  /** Remembers who listens where the form talks to, while it runs. */
  void look() {
    String typed = typed();
    for (Lab.Status status : context.lab().status()) {
      // Servers of other tools are asked for in other words.
      if (status.request().map(form::key).equals(Optional.of(typed)) && !typed.isEmpty()) {
        server = status.server().id();
        address = typed;
      }
    }
  }

  private String typed() {
    return form.key(model.form().tree());
  }

  /** Whether the form talks to where a server of the lab listens, or did. */
  boolean isMeant() {
    return !address.isEmpty() && address.equals(typed());
  }

  @Override
  public Map<String, String> draft() {
    look();
    return isMeant() ? Map.of(SERVER, server, ADDRESS, address) : Map.of();
  }

  @Override
  public void restore(Map<String, String> draft) {
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
   * @param go does what failed, as the form says then
   */
  Optional<Action> remedy(Failure failure, Runnable go) {
    boolean refused =
        failure instanceof NetFailure net && net.kind() == NetFailure.Kind.REFUSED && isMeant();
    if (!refused) {
      return Optional.empty();
    }
    Lab.Status status = context.lab().status(server);
    String title = status.server().title();
    String what = status.state() == Lab.State.RUNNING ? form.use(title) : form.start(title);
    return Optional.of(
        Action.of(
            what,
            Feather.PLAY,
            () ->
                LabStart.whenReady(
                    context.lab(),
                    context.jobs(),
                    server,
                    running -> take(running, go),
                    context.notices()::failure)));
  }

  private void take(Lab.Status running, Runnable go) {
    Optional<Tree.Fields> request = running.request();
    // It may have been stopped again, and something else been typed.
    if (request.isPresent() && isMeant() && !model.runningProperty().get()) {
      form.aim(request.get());
      repin(model.form(), request.get());
      look();
      go.run();
    }
  }

  /** Whom to trust there goes along, where the form trusts that one certificate alone. */
  private static void repin(FormModel form, Tree.Fields server) {
    boolean pinned = form.text("tls.trust").get().equals("pinned");
    if (pinned && server.get("tls").orElse(null) instanceof Tree.Fields tls) {
      form.text("tls.sha256").set(tls.text("sha256").orElse(""));
    }
  }
}
