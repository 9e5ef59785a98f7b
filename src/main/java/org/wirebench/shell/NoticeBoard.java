package org.wirebench.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;

/**
 * Short news, which the status rows of all windows show: there they cover nothing that is pressed.
 * The newest one is shown; when its time is over, the one before it, if that still has some.
 */
final class NoticeBoard implements Notices {
  private static final Messages TEXT = Messages.of(NoticeBoard.class);
  private static final Duration SHORT = Duration.ofSeconds(4);
  private static final Duration LONG = Duration.ofSeconds(12);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final FxJobs jobs;
  private final List<Notice> notices = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Notice> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");
  private long last;

  /**
   * One piece of news.
   *
   * @param number which it is, so that the same can be said twice
   * @param next what can be done about it
   * @param detail what is shown of it on demand; empty for no more than the text
   */
  record Notice(long number, String text, boolean failure, Optional<Action> next, String detail) {}

  NoticeBoard(FxJobs jobs) {
    this.jobs = jobs;
  }

  /** What is shown now; null for nothing. */
  ReadOnlyObjectProperty<@Nullable Notice> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  @Override
  public void info(String text) {
    add(notice(text, false, Optional.empty(), ""), SHORT);
  }

  @Override
  public void info(String text, Action next) {
    add(notice(text, false, Optional.of(next), ""), LONG);
  }

  /** What must not be overlooked. */
  void important(String text) {
    add(notice(text, false, Optional.empty(), ""), LONGEST);
  }

  @Override
  public void failure(Failure failure) {
    String text = TEXT.get("notice.failure", failure.title(), failure.cause());
    add(notice(text, true, Optional.empty(), failure.detail()), LONGEST);
  }

  private Notice notice(String text, boolean failure, Optional<Action> next, String detail) {
    return new Notice(++last, text, failure, next, detail);
  }

  private void add(Notice notice, Duration time) {
    notices.add(notice);
    show();
    var _ = jobs.after(time, () -> dismiss(notice));
  }

  /** The user has seen it, or its time is over. */
  void dismiss(Notice notice) {
    notices.remove(notice);
    show();
  }

  private void show() {
    shown.set(notices.isEmpty() ? null : notices.getLast());
  }
}
