package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** The search of a terminal while its screen becomes another one, and when nothing happens. */
@Timeout(60)
class TerminalSearchTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();

  private String hits() {
    return Fx.call(() -> ((Label) shown.pane().lookup("#terminal-hits")).getText());
  }

  private void search(String text) {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    robot.write(text);
  }

  private List<Overlay.Hit> marked(int row) {
    TerminalSkin skin = (TerminalSkin) shown.view().getSkin();
    return Fx.call(() -> skin.shown().overlay(row).hits());
  }

  @Test
  void aSearchThatHasFoundAllRests() {
    shown.show().write("a needle");
    shown.untilShown("needle");
    search("needle");
    Fx.until(() -> hits().equals("1 hit"));
    shown.untilJobs(1);
    shown.write("\r\nanother needle");
    Fx.until(() -> hits().equals("2 hits"));
  }

  @Test
  void whatIsAboveTheScreenIsFoundAfterAPagerWasThere() {
    shown.show().write("a needle\r\n".repeat(300) + "\033[?1049hpager, no n-e-e-d-l-e");
    shown.untilShown("pager");
    search("needle");
    shown.untilJobs(1);
    shown.write("\033[?1049lend");
    shown.untilShown("end");
    Fx.until(() -> hits().equals("300 hits"));
    shown.write("\033[?1049hneedle in a pager");
    Fx.until(() -> hits().equals("1 hit"));
    shown.write("\033[?1049l");
    Fx.until(() -> hits().equals("300 hits"));
  }

  @Test
  void linesThatComeBackToTheScreenAreCountedOnce() {
    shown.show().write("a needle\r\n".repeat(300) + "end");
    shown.untilShown("end");
    shown.zoom(6);
    shown.untilShown("end");
    search("needle");
    Fx.until(() -> hits().equals("300 hits"));
    int rows = Fx.call(() -> shown.view().sizeProperty().get().rows());
    shown.zoom(-6);
    Fx.until(() -> shown.view().sizeProperty().get().rows() > rows);
    Fx.settle();
    shown.write("!");
    shown.untilShown("end!");
    shown.untilJobs(1);
    assertThat(hits()).isEqualTo("300 hits");
  }

  @Test
  void aScreenFullOfHitsIsMarkedToTheEndOfEachRow() {
    shown.show();
    int columns = Fx.call(() -> shown.view().sizeProperty().get().columns());
    shown.write("a".repeat(60 * columns - 1) + "e");
    shown.untilShown("ae");
    search("aa");
    Fx.until(() -> !marked(0).isEmpty());
    int rows = Fx.call(() -> shown.view().sizeProperty().get().rows());
    for (int row = 0; row < rows - 1; row++) {
      List<Overlay.Hit> hits = marked(row);
      assertThat(hits.getFirst().columns().from()).isZero();
      assertThat(hits.getLast().columns().to()).isEqualTo(columns);
      for (int i = 1; i < hits.size(); i++) {
        assertThat(hits.get(i).columns().from()).isEqualTo(hits.get(i - 1).columns().to());
      }
    }
    Overlay last = Fx.call(() -> ((TerminalSkin) shown.view().getSkin()).shown().overlay(rows - 1));
    assertThat(last.hitAt(columns - 3)).isNotNull();
    assertThat(last.hitAt(columns - 1)).isNull();
  }
}
