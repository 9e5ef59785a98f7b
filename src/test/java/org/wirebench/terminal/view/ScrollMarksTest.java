package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** The marks on the scroll bar of a terminal. */
@Timeout(60)
class ScrollMarksTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();

  /** How many marks of a colour there are. */
  private long count(Color color) {
    List<Boolean> pixels = Fx.call(() -> pixels(color));
    return IntStream.range(0, pixels.size())
        .filter(y -> pixels.get(y) && (y == 0 || !pixels.get(y - 1)))
        .count();
  }

  /** Whether the pixels of the scroll bar have a colour, from the top. */
  private List<Boolean> pixels(Color color) {
    return pixels(color, 2);
  }

  private List<Boolean> pixels(Color color, int x) {
    Canvas canvas = (Canvas) shown.view().lookup("#terminal-marks");
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    PixelReader reader = Objects.requireNonNull(canvas.snapshot(parameters, null).getPixelReader());
    return IntStream.range(0, (int) canvas.getHeight())
        .mapToObj(y -> reader.getColor(x, y).equals(color))
        .toList();
  }

  private TerminalLooks.Marks colors() {
    return Fx.call(() -> shown.view().looks().marks());
  }

  /** A prompt, a command that ends with this code, and what it writes. */
  private void command(String end, int lines) {
    shown.write("\033]133;A\007$ \033]133;B\007command\r\n\033]133;C\007");
    shown.write("output\r\n".repeat(lines));
    shown.write("\033]133;D" + end + "\007");
  }

  @Test
  void promptsAreMarkedAndThoseWhoseCommandsFailed() {
    shown.show();
    command(";0", 50);
    command(";1", 50);
    command("", 50);
    command(";127;aid=4", 50);
    command(";130", 3);
    shown.write("\033]133;A\007$ ");
    Fx.until(() -> count(colors().prompt()) == 3 && count(colors().failure()) == 3);
    List<Boolean> failures = Fx.call(() -> pixels(colors().failure()));
    int height = failures.size();
    assertThat((double) failures.indexOf(true) / height).isBetween(0.2, 0.3);
    assertThat(count(colors().hit())).isZero();
    int right =
        Fx.call(() -> (int) shown.view().lookup("#terminal-marks").getLayoutBounds().getWidth())
            - 2;
    assertThat(Fx.call(() -> pixels(colors().failure(), right))).isEqualTo(failures);
    assertThat(Fx.call(() -> pixels(colors().prompt(), right))).doesNotContain(true);
  }

  @Test
  void aCommandThatFailsLaterIsMarkedThen() {
    shown.show();
    command(";0", 80);
    shown.write("\033]133;A\007$ sleep\r\n");
    Fx.until(() -> count(colors().prompt()) == 2);
    shown.write("\033]133;D;1\007\033]133;A\007$ ");
    Fx.until(() -> count(colors().failure()) == 1);
  }

  @Test
  void whatLeftTheScrollbackHasNoMark() {
    shown.show();
    command(";1", 30);
    command(";0", 30);
    Fx.until(() -> count(colors().failure()) == 1);
    shown.write("output\r\n".repeat(Shown.SCROLLBACK));
    shown.write("\033]133;A\007$ ");
    Fx.until(() -> count(colors().failure()) == 0 && count(colors().prompt()) == 1);
  }

  @Test
  void whatTheSearchFindsIsMarkedUntilItIsClosed() {
    shown.show();
    shown.write("a needle\r\n" + "line\r\n".repeat(100) + "a needle\r\n");
    shown.write("line\r\n".repeat(100) + "end");
    shown.untilShown("end");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    robot.write("needle");
    Fx.until(() -> count(colors().hit()) == 2);
    List<Boolean> hits = Fx.call(() -> pixels(colors().hit()));
    assertThat(hits.indexOf(true)).isZero();
    assertThat((double) hits.lastIndexOf(true) / hits.size()).isBetween(0.45, 0.55);
    robot.type(KeyCode.ESCAPE);
    Fx.until(() -> count(colors().hit()) == 0);
    shown.untilJobs(1);
  }

  @Test
  void whereNoShellMarksPromptsNobodyLooksForThem() {
    shown.show().write("line\r\n".repeat(200) + "end");
    shown.untilShown("end");
    robot.type(KeyCode.A);
    shown.untilSent("a");
    assertThat(count(colors().prompt())).isZero();
    shown.untilJobs(1);
  }
}
