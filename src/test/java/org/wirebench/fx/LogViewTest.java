package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestWindow;

class LogViewTest {
  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final FxJobs fx = new FxJobs(jobs.jobs(), jobs.faults()::add);
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final AtomicLong size = new AtomicLong(1000);
  private final AtomicLong read = new AtomicLong();
  private final FxRobot robot = Fx.robot();
  private final LogView view = Fx.call(() -> new LogView(fx, "Transcript"));

  @BeforeEach
  void show() {
    Fx.run(() -> view.setSource(new Numbered()));
    window.show(view, 600, 300);
    Fx.run(view::requestFocus);
    Fx.until(() -> text().contains("row 999"));
  }

  private final class Numbered implements RowSource {
    @Override
    public long end() {
      return size.get();
    }

    @Override
    public Row row(long index) {
      read.incrementAndGet();
      return Row.of("1.000", Row.Kind.IN, "row " + index);
    }
  }

  private String text() {
    return String.valueOf(view.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  private String copied() {
    return String.valueOf(Fx.call(() -> Clipboard.getSystemClipboard().getString()));
  }

  private void untilCopied(String expected) {
    Fx.until(() -> expected.equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void followsTheEndUntilTheUserScrollsAwayAndAgainWhenTheUserComesBack() {
    robot.push(KeyCode.PAGE_UP);
    Fx.until(() -> !view.followingProperty().get());
    size.set(2000);
    view.changed();
    Fx.until(() -> !text().contains("row 1999"));

    robot.push(KeyCode.CONTROL, KeyCode.END);

    Fx.until(() -> text().contains("row 1999") && view.followingProperty().get());
  }

  @Test
  void fewerRowsAreShownFromTheirFirstAfterVeryMany() {
    Fx.run(
        () -> {
          view.setTail(false);
          view.toEnd();
          view.setSource(RowSource.lines("one\ntwo"));
        });
    Fx.until(() -> text().equals(" one\n two"));
    Fx.run(() -> view.setSource(RowSource.lines("")));
    Fx.until(() -> text().isEmpty());
  }

  @Test
  void readsOnlyTheRowsOnTheScreenHoweverManyThereAre() {
    size.set(4_000_000_000_000L);
    read.set(0);
    view.changed();
    Fx.until(() -> text().contains("row 3999999999999"));

    assertThat(read.get()).isLessThan(500);
  }

  @Test
  void rowsAreSelectedWithTheMouseAndCopied() {
    Fx.run(() -> view.show(0));
    Fx.until(() -> text().startsWith("← row 0"));
    double height = Fx.call(() -> ((LogViewSkin) view.getSkin()).metrics().height());
    var origin = Fx.call(() -> view.localToScreen(0, 0));

    robot
        .moveTo(origin.getX() + 10, origin.getY() + height / 2)
        .press(MouseButton.PRIMARY)
        .moveTo(origin.getX() + 10, origin.getY() + height * 2.5)
        .release(MouseButton.PRIMARY);
    robot.push(KeyCode.CONTROL, KeyCode.C);

    untilCopied("row 0\nrow 1\n");
  }

  @Test
  void theMenuKeyAndShiftF10OpenTheMenu() {
    robot.push(KeyCode.CONTEXT_MENU);
    Fx.until(() -> view.getContextMenu().isShowing());
    robot.push(KeyCode.ESCAPE);
    Fx.until(() -> !view.getContextMenu().isShowing());
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    Fx.until(() -> view.getContextMenu().isShowing());
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void aDoubleClickSelectsAWord() {
    Fx.run(() -> view.show(500));
    Fx.until(() -> text().startsWith("← row 500"));
    LogMetrics metrics = Fx.call(() -> ((LogViewSkin) view.getSkin()).metrics());
    var origin = Fx.call(() -> view.localToScreen(0, 0));
    double gutter = LogView.PAD + 8 * metrics.width();

    robot
        .moveTo(
            origin.getX() + gutter + 5.5 * metrics.width(), origin.getY() + metrics.height() / 2)
        .doubleClickOn(MouseButton.PRIMARY);
    robot.push(KeyCode.CONTROL, KeyCode.C);

    untilCopied("500");
  }

  @Test
  void rowsAreSelectedWithTheKeyboardAndCopied() {
    robot.push(KeyCode.CONTROL, KeyCode.HOME);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.SHIFT, KeyCode.END);
    robot.push(KeyCode.CONTROL, KeyCode.C);

    untilCopied("row 0\nrow 1");
  }

  @Test
  void everythingIsSelectedAndCopiedByAJob() {
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.CONTROL, KeyCode.C);

    Fx.until(() -> copied().endsWith("row 999"));
    assertThat(copied()).startsWith("row 0\nrow 1\n").hasLineCount(1000);
  }

  @Test
  void aLineOfAMegabyteIsShownAndCopiedWhole() {
    String line = "x".repeat(1 << 20);
    Fx.run(
        () -> {
          view.wrapProperty().set(true);
          view.setSource(RowSource.of(List.of(Row.plain(line))));
        });
    Fx.until(() -> text().contains("xxx"));

    Fx.run(
        () -> {
          view.selectAll();
          view.copy();
        });

    Fx.until(() -> copied().length() == line.length());
  }

  @Test
  void aMillionChangesAreDrawnOnceAFrame() {
    AtomicLong drawn = new AtomicLong();
    Fx.run(
        () -> view.needsLayoutProperty().addListener((_, _, now) -> drawn.addAndGet(now ? 1 : 0)));

    for (int i = 0; i < 1_000_000; i++) {
      size.incrementAndGet();
      view.changed();
    }
    Fx.until(() -> text().contains("row 1000999"));

    assertThat(drawn.get()).isLessThan(1000);
  }

  @Test
  void aRowThatCannotBeReadSaysSoInItsPlace() {
    Fx.run(
        () ->
            view.setSource(
                new RowSource() {
                  @Override
                  public long end() {
                    return 3;
                  }

                  @Override
                  public Row row(long index) throws java.io.IOException {
                    if (index == 1) {
                      throw new java.io.IOException("disk gone");
                    }
                    return Row.plain("fine " + index);
                  }
                }));

    Fx.until(() -> text().contains("disk gone") && text().contains("fine 2"));
    List<String> lines = new ArrayList<>(text().lines().toList());
    assertThat(lines).hasSize(3);
  }
}
