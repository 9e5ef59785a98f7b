package org.wirebench.tool.socket.view;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
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
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.SocketFields;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.service.Recording;

/** What was said, to be said again: as the steps of this tab, or as a server in a new one. */
final class Recorded {
  private static final Messages TEXT = Messages.of(Recorded.class);

  private final ToolContext context;
  private final SocketViewModel model;

  Recorded(ToolContext context, SocketViewModel model) {
    this.context = context;
    this.model = model;
  }

  List<Action> actions() {
    ReadOnlyObjectProperty<@Nullable Transcript> said = model.transcriptProperty();
    return List.of(
        Action.of(TEXT.get("record.steps"), Feather.REPEAT, this::asSteps).when(said.isNotNull()),
        Action.of(TEXT.get("record.server"), Feather.SERVER, this::asServer)
            .when(said.isNotNull()));
  }

  /** Makes a tree of what was said; reads the disk, so it runs as a job. */
  @FunctionalInterface
  private interface Reading {
    Tree read(Transcript said) throws IOException;
  }

  private void asSteps() {
    read(
        said -> SocketFields.STEPS.kind().write(Recording.steps(said, model.charset())),
        steps -> {
          model.form().set("send", Tree.Items.NONE);
          model.form().set("until", Tree.Items.NONE);
          model.form().set("steps", steps);
          context.notices().info(TEXT.get("record.stepsDone"));
        });
  }

  private void asServer() {
    read(
        said ->
            SocketFields.BEHAVIOUR
                .kind()
                .write(new Behaviour.Script(Recording.script(said, model.charset()))),
        behaviour -> {
          Tree.Fields request =
              Tree.Fields.NONE
                  .with("mode", "server")
                  .with("transport", model.form().text("transport").get())
                  .with("host", "127.0.0.1")
                  .with("behaviour", behaviour);
          context
              .openTab()
              .accept(Entry.of(TEXT.get("record.serverName"), SocketRequest.TOOL, request));
        });
  }

  private void read(Reading reading, Consumer<Tree> done) {
    Transcript said = model.transcriptProperty().get();
    if (said == null) {
      return;
    }
    var _ =
        context
            .jobs()
            .start(
                JobSpec.named(TEXT.get("record.job"), SocketRequest.TOOL),
                _ -> reading.read(said),
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
