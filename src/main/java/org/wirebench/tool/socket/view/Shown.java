package org.wirebench.tool.socket.view;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.fx.FxJobs;

/** The transcript of the last connection, and those before it: up to {@link Past#MOST}. */
final class Shown {
  private static final Messages TEXT = Messages.of(Shown.class);

  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<@Nullable Transcript> transcript =
      new ReadOnlyObjectWrapper<>(this, "transcript");
  private final ObservableList<Past> earlier = FXCollections.observableArrayList();
  private String title = "";
  private boolean server;
  private boolean closed;

  Shown(FxJobs jobs) {
    this.jobs = jobs;
  }

  /** What was said last; null before anything was. */
  ReadOnlyObjectProperty<@Nullable Transcript> transcriptProperty() {
    return transcript.getReadOnlyProperty();
  }

  /** The connections before the last one, the newest first. */
  ObservableList<Past> earlier() {
    return earlier;
  }

  /** Connecting again takes nothing away: what was said before is kept, up to a number. */
  void show(Transcript now, String ofWhom, boolean ofServer) {
    if (closed) {
      // The connection stood just when the tab was closed.
      giveBack(now);
      return;
    }
    Transcript before = transcript.get();
    transcript.set(now);
    if (before != null) {
      earlier.addFirst(new Past(title, server, before));
    }
    while (earlier.size() > Past.MOST) {
      giveBack(earlier.removeLast().transcript());
    }
    title = ofWhom;
    server = ofServer;
  }

  /** Files are deleted, so this is work for a job. */
  private void giveBack(Transcript old) {
    Job<Boolean> _ =
        jobs.start(
            JobSpec.named(TEXT.get("job.forget"), ""),
            _ -> {
              old.close();
              return true;
            },
            _ -> {});
  }

  /** Gives everything back. */
  void close() {
    closed = true;
    Transcript last = transcript.get();
    if (last != null) {
      giveBack(last);
    }
    earlier.forEach(past -> giveBack(past.transcript()));
    earlier.clear();
  }
}
