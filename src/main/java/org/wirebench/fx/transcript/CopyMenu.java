package org.wirebench.fx.transcript;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.CopyForm;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Notices;

/** Copies the exact bytes of the selected rows, or of all, in one of several forms. */
record CopyMenu(FxJobs jobs, Notices notices, TranscriptViewModel model, LogView log) {
  private static final Messages TEXT = Messages.of(CopyMenu.class);

  /** What was copied. */
  private record Copied(String text, int bytes, boolean cut) {}

  /** An action for each form. */
  List<Action> actions() {
    return Arrays.stream(CopyForm.values())
        .map(form -> Action.of(TEXT.get("copy.as", form.title()), Feather.COPY, () -> copy(form)))
        .toList();
  }

  /** A menu item for each form. */
  List<MenuItem> items() {
    return Arrays.stream(CopyForm.values()).map(this::item).toList();
  }

  private MenuItem item(CopyForm form) {
    MenuItem item = new MenuItem(TEXT.get("copy.as", form.title()));
    item.setId("transcript-copy-" + form.name().toLowerCase(Locale.ROOT));
    item.setOnAction(_ -> copy(form));
    return item;
  }

  private void copy(CopyForm form) {
    TranscriptRows rows = model.rowsProperty().get();
    if (rows != null) {
      LogView.Range range = wanted(rows);
      Charset charset = model.look().charset();
      var _ =
          jobs.start(
              JobSpec.named(TEXT.get("copy.job"), ""),
              context -> read(rows, range, form, charset, context),
              this::ended);
    }
  }

  /** Whoever chose nothing wants all of it. */
  private LogView.Range wanted(TranscriptRows rows) {
    return log.currentRowProperty().get() >= 0
        ? log.selectedRows()
        : new LogView.Range(rows.first(), rows.end());
  }

  private static Copied read(
      TranscriptRows rows, LogView.Range range, CopyForm form, Charset charset, JobContext context)
      throws java.io.IOException {
    byte[] bytes = rows.bytes(range.from(), range.to(), CopyForm.MOST, context);
    boolean cut = bytes.length > CopyForm.MOST;
    byte[] wanted = cut ? Arrays.copyOf(bytes, CopyForm.MOST) : bytes;
    return new Copied(form.write(wanted, charset), wanted.length, cut);
  }

  private void ended(Outcome<Copied> outcome) {
    switch (outcome) {
      case Outcome.Done<Copied>(Copied copied) -> put(copied);
      case Outcome.Failed<Copied>(var failure) -> notices.failure(failure);
      case Outcome.Cancelled<Copied> _ -> notices.info(TEXT.get("copy.cancelled"));
    }
  }

  private void put(Copied copied) {
    if (copied.bytes() == 0) {
      notices.info(TEXT.get("copy.nothing"));
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(copied.text());
    Clipboard.getSystemClipboard().setContent(content);
    String size = Amounts.bytes(copied.bytes());
    notices.info(TEXT.get(copied.cut() ? "copy.cut" : "copy.done", size));
  }
}
