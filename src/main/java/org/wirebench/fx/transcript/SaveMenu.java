package org.wirebench.fx.transcript;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.transcript.TranscriptExport;
import org.wirebench.core.transcript.Wanted;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.Action;
import org.wirebench.fx.FileSaver;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;

/** Saves a transcript into a file, whatever filter the view has. */
record SaveMenu(FxJobs jobs, Notices notices, TranscriptViewModel model, Node owner) {
  private static final Messages TEXT = Messages.of(SaveMenu.class);

  /** What is saved. */
  enum Form {
    TEXT("txt"),
    RECEIVED("bin"),
    SENT("bin"),
    BOTH("bin");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    private void write(
        Transcript transcript,
        Set<Integer> parties,
        Look look,
        OutputStream out,
        JobContext context)
        throws IOException {
      Wanted wanted = new Wanted(directions(), parties);
      switch (this) {
        case TEXT ->
            TranscriptExport.text(
                transcript, wanted, look.charset(), look.partyName(), out, context);
        case RECEIVED, SENT, BOTH -> TranscriptExport.bytes(transcript, wanted, out, context);
      }
    }

    private Set<Direction> directions() {
      return switch (this) {
        case TEXT -> Set.of();
        case RECEIVED -> Set.of(Direction.IN);
        case SENT -> Set.of(Direction.OUT);
        case BOTH -> Set.of(Direction.IN, Direction.OUT);
      };
    }
  }

  private BooleanExpression hasRows() {
    return BooleanExpression.booleanExpression(model.rowsProperty().isNotNull());
  }

  /** An action for each form. */
  List<Action> actions() {
    return Arrays.stream(Form.values())
        .map(
            form -> Action.of(TEXT.get(form), Feather.DOWNLOAD, () -> choose(form)).when(hasRows()))
        .toList();
  }

  /** A menu item for each form. */
  List<MenuItem> items() {
    return Arrays.stream(Form.values())
        .map(
            form -> {
              MenuItem item = new MenuItem(TEXT.get(form) + "…");
              item.setId("transcript-save-" + form.name().toLowerCase(Locale.ROOT));
              item.setOnAction(_ -> choose(form));
              item.disableProperty().bind(hasRows().not());
              return item;
            })
        .toList();
  }

  private void choose(Form form) {
    saver()
        .chosen(TEXT.get(form), TEXT.get("save.name") + "." + form.extension)
        .ifPresent(file -> save(form, file));
  }

  /** Saves into a file; tells how it ended. */
  void save(Form form, Path file) {
    Transcript transcript = model.transcript();
    Set<Integer> parties = model.parties();
    Look look = model.look();
    if (transcript == null) {
      return;
    }
    saver().save(file, (out, context) -> form.write(transcript, parties, look, out, context));
  }

  private FileSaver saver() {
    return new FileSaver(jobs, notices, owner, "");
  }
}
