package org.wirebench.fx;

import java.io.IOException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Progress;
import org.wirebench.core.text.Messages;

/** Brings selected rows to the clipboard; in a job, since they may be many and on a disk. */
record LogCopy(RowSource source, LogPosition from, LogPosition to) {
  private static final Messages TEXT = Messages.of(LogCopy.class);

  static void start(FxJobs jobs, RowSource source, LogPosition from, LogPosition to) {
    LogCopy copy = new LogCopy(source, from, to);
    var _ =
        jobs.start(
            JobSpec.named(TEXT.get("log.copying"), ""),
            copy::text,
            outcome -> {
              if (outcome instanceof Outcome.Done<String>(String text)) {
                ClipboardContent content = new ClipboardContent();
                content.putString(text);
                Clipboard.getSystemClipboard().setContent(content);
              }
            });
  }

  String text(JobContext context) {
    StringBuilder text = new StringBuilder();
    long first = Math.max(from.row(), source.first());
    long end = Math.min(to.row(), source.end() - 1);
    for (long row = first; row <= end; row++) {
      context.checkCancelled();
      context.progress(row - from.row(), to.row() - from.row() + 1, Progress.Unit.ITEMS);
      append(row, row == first, text);
      if (text.length() > LogView.MOST_COPIED) {
        text.setLength(LogView.MOST_COPIED);
        return text.append('\n').append(TEXT.get("log.copyCut", end - row)).toString();
      }
    }
    return text.toString();
  }

  /** What cannot be read is told in its place, as on the screen. */
  private void append(long row, boolean first, StringBuilder text) {
    try {
      String part = part(row);
      text.append(first || source.joins(row) ? "" : "\n").append(part);
    } catch (IOException unreadable) {
      text.append(first ? "" : "\n").append(LogLine.unreadable(unreadable));
    }
  }

  private String part(long row) throws IOException {
    boolean fromStart = row > from.row() || from.index() == 0;
    String shown = source.row(row).text();
    boolean toEnd = row < to.row() || to.index() >= Math.min(shown.length(), LogView.LONGEST);
    if (fromStart && toEnd) {
      return source.copy(row);
    }
    int begin = Math.min(row == from.row() ? from.index() : 0, shown.length());
    int end = toEnd ? shown.length() : Math.min(to.index(), shown.length());
    return shown.substring(begin, Math.max(begin, end));
  }
}
