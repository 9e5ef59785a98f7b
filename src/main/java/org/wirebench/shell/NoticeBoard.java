package org.wirebench.shell;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Notices;

/** Short news at the lower right of the window. */
final class NoticeBoard implements Notices {
  private static final Messages TEXT = Messages.of(NoticeBoard.class);
  private static final Duration SHORT = Duration.seconds(4);
  private static final Duration LONG = Duration.seconds(12);
  private static final int THRESHOLD = 4;

  private final Supplier<? extends Node> owner;

  /**
   * @param owner a node of the window
   */
  NoticeBoard(Supplier<? extends Node> owner) {
    this.owner = owner;
  }

  @Override
  public void info(String text) {
    FontIcon icon = Describe.icon(Feather.INFO);
    icon.getStyleClass().add("notice-info");
    make("", text, icon, SHORT).show();
  }

  @Override
  public void info(String text, Action next) {
    FontIcon icon = Describe.icon(Feather.INFO);
    icon.getStyleClass().add("notice-info");
    make("", text, icon, LONG)
        .action(new org.controlsfx.control.action.Action(next.title(), _ -> next.fire()))
        .show();
  }

  @Override
  public void failure(Failure failure) {
    FontIcon icon = Describe.icon(Feather.X_CIRCLE);
    icon.getStyleClass().add("notice-failure");
    make(failure.title(), failure.cause(), icon, LONG).show();
  }

  private Notifications make(String title, String text, Node icon, Duration time) {
    Notifications many =
        Notifications.create().title(TEXT.get("notice.many")).styleClass("wirebench-notice");
    return Notifications.create()
        .owner(owner.get())
        .title(title)
        .text(text)
        .graphic(icon)
        .position(Pos.BOTTOM_RIGHT)
        .hideAfter(time)
        .threshold(THRESHOLD, many)
        .styleClass("wirebench-notice");
  }
}
