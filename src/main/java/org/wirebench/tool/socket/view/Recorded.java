package org.wirebench.tool.socket.view;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.ToolContext;
import org.wirebench.tool.socket.request.SocketFields;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.service.Recording;

/** What was said, to be said again: as the steps of this tab, or as a server in a new one. */
final class Recorded {
  private static final Messages TEXT = Messages.of(Recorded.class);

  private final ToolContext context;
  private final SocketViewModel model;
  private final Counterpart client;
  private final IntSupplier chosen;

  /**
   * @param client of the server of this tab
   * @param chosen the number of the client whose conversation is meant on the tab of a server; 0
   *     for the first
   */
  Recorded(ToolContext context, SocketViewModel model, Counterpart client, IntSupplier chosen) {
    this.context = context;
    this.model = model;
    this.client = client;
    this.chosen = chosen;
  }

  List<Action> actions() {
    ReadOnlyObjectProperty<@Nullable Transcript> said = model.transcriptProperty();
    return List.of(
        model.isServer()
            ? Action.of(TEXT.get("record.client"), Feather.REPEAT, this::asClient)
                .when(said.isNotNull(), TEXT.get("record.nothing"))
            : Action.of(TEXT.get("record.steps"), Feather.REPEAT, this::asSteps)
                .when(said.isNotNull(), TEXT.get("record.nothing")),
        Action.of(TEXT.get("record.server"), Feather.SERVER, this::asServer)
            .when(said.isNotNull(), TEXT.get("record.nothing")));
  }

  /** Makes a tree of what was said; reads the disk, so it runs as a job. */
  @FunctionalInterface
  private interface Reading {
    Tree read(Transcript said, int client, Charset charset) throws IOException;
  }

  private void asSteps() {
    read(
        Recorded::steps,
        steps -> {
          model.form().set("send", Tree.Items.NONE);
          model.form().set("until", Tree.Items.NONE);
          model.form().set("steps", steps);
          context.notices().info(TEXT.get("record.stepsDone"));
        });
  }

  private static Tree steps(Transcript said, int client, Charset charset) throws IOException {
    return SocketFields.STEPS.kind().write(Recording.steps(said, client, charset));
  }

  /** The tab of a server has its own steps: what a client of it said is played in a new one. */
  private void asClient() {
    read(
        Recorded::steps,
        steps -> open(TEXT.get("record.clientName"), client.request().with("steps", steps)));
  }

  private void open(String name, Tree.Fields request) {
    context.openTab().accept(Entry.of(name, SocketRequest.TOOL, request));
  }

  private void asServer() {
    read(
        (said, client, charset) ->
            SocketFields.BEHAVIOUR.kind().write(Recording.script(said, client, charset)),
        behaviour -> {
          Tree.Fields request =
              Tree.Fields.NONE
                  .with("mode", "server")
                  .with("transport", model.form().text("transport").get())
                  .with("host", "127.0.0.1")
                  .with("behaviour", behaviour);
          open(TEXT.get("record.serverName"), request);
        });
  }

  private void read(Reading reading, Consumer<Tree> done) {
    Transcript said = model.transcriptProperty().get();
    if (said == null) {
      return;
    }
    int client = chosen.getAsInt();
    Charset charset = model.charset();
    var _ =
        context
            .jobs()
            .start(
                JobSpec.named(TEXT.get("record.job"), SocketRequest.TOOL),
                _ -> reading.read(said, client, charset),
                outcome -> {
                  switch (outcome) {
                    case Outcome.Done<Tree>(Tree tree) -> done.accept(tree);
                    case Outcome.Failed<Tree>(Failure why) -> context.notices().failure(why);
                    case Outcome.Cancelled<Tree> _ ->
                        context.notices().info(TEXT.get("record.cancelled"));
                  }
                });
  }
}
