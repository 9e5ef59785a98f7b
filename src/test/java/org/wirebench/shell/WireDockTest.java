package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.fx.Row;
import org.wirebench.testkit.Fx;

/** The traffic in the dock and its filters, through mouse and keyboard. */
@Timeout(60)
class WireDockTest {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  @RegisterExtension private final WireDock dock = new WireDock();
  private final FxRobot robot = Fx.robot();

  private List<Row.Kind> kinds() {
    return Fx.call(
        () -> {
          List<Row.Kind> kinds = new ArrayList<>();
          for (long row = dock.view().source().first(); row < dock.view().source().end(); row++) {
            kinds.add(dock.view().source().row(row).kind());
          }
          return kinds;
        });
  }

  @Test
  void failuresAreAmongTheEventsAndCanBeShownAlone() {
    dock.send("ask");
    dock.tap().failure("no answer");
    dock.untilRows(3);
    dock.choose("Direction", 3);
    dock.untilRows(2);
    assertThat(kinds()).containsExactly(Row.Kind.EVENT, Row.Kind.FAILURE);
    dock.choose("Direction", 4);
    dock.untilRows(1);
    assertThat(kinds()).containsExactly(Row.Kind.FAILURE);
  }

  @Test
  void theTrafficIsFilteredByDirectionAndText() {
    robot.clickOn("Talk to an echo server");
    Fx.until(() -> dock.window().parts().wire().end() >= 9);
    WirePane wire = dock.pane();
    long all = Fx.call(() -> wire.view().source().end());

    robot.clickOn("#wire-text").write("hello");

    Fx.until(() -> wire.view().source().end() == 4);
    assertThat(all).isGreaterThan(4);
    dock.choose("Direction", 1);

    Fx.until(() -> wire.view().source().end() == 2);
    Fx.run(() -> wire.view().select(0, 0, 0));
    Fx.until(() -> wire.lookup(".wire-details") != null);
    assertThat(wire.lookupAll(".copyable"))
        .extracting(node -> ((TextInputControl) node).getText())
        .contains("5 B");
  }

  @Test
  void theTrafficIsFilteredByBytesWithWildcards() {
    dock.send(new byte[] {(byte) 0xff, (byte) 0xad, 1, (byte) 0xef});
    dock.send(new byte[] {(byte) 0xff, (byte) 0xad, 1, 2});
    dock.send("dead");
    dock.untilRows(4);

    dock.type("#wire-hex", "ff ad ?? ef");
    dock.untilRows(1);
    dock.type("#wire-hex", "FFAD");
    dock.untilRows(2);
    assertThat(dock.marked(0)).containsExactly("\\xff\\xad");
    dock.type("#wire-hex", "64 65");
    dock.untilRows(1);
    assertThat(dock.marked(0)).containsExactly("de");
  }

  @Test
  void whatIsNoHexIsMarkedAtItsFieldWithTheReasonAndHidesNothing() {
    dock.send("one", "two");
    dock.untilRows(3);

    robot.clickOn("#wire-hex").write("6f6");

    TextField field = dock.field("#wire-hex");
    Fx.until(() -> field.getPseudoClassStates().contains(DANGER));
    String reason = "The digit \"6\" has no partner: a byte is two digits";
    Fx.until(() -> dock.labels().contains(reason));
    assertThat(Fx.call(field::getAccessibleText)).contains(reason);
    dock.untilRows(3);

    robot.write("e");
    Fx.until(
        () -> !field.getPseudoClassStates().contains(DANGER) && !dock.labels().contains(reason));
    dock.untilRows(1);
  }

  @Test
  void filtersThatWantNothingSaySoAndAreCleared() {
    dock.send("one", "two");
    dock.type("#wire-text", "three");
    dock.choose("Direction", 2);
    Fx.until(() -> robot.lookup("Clear the filters").match(Node::isVisible).tryQuery().isPresent());
    dock.untilRows(0);
    robot.clickOn("Clear the filters");
    dock.untilRows(3);
    assertThat(dock.field("#wire-text").getText()).isEmpty();
    Fx.until(() -> !dock.pane().lookup(".nothing-found").isVisible());
  }
}
