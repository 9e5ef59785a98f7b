package org.wirebench.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireTap;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Row;
import org.wirebench.testkit.Fx;

/** The traffic in the dock, through mouse and keyboard. */
@Timeout(60)
class WireDockTest {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final FxRobot robot = new FxRobot();
  private final TestDesk desk;
  private final Shell shell;
  private final WireTap tap;

  WireDockTest(@TempDir Path folder) throws IOException, TimeoutException {
    Fx.start();
    desk = new TestDesk(folder);
    tap = desk.parts().wire().open("echo", "lab", Carrier.TCP, null, null, true);
    shell = desk.open(() -> {});
  }

  @BeforeEach
  void openDock() {
    Fx.until(() -> shell.stage().isShowing());
    robot.push(KeyCode.F12);
    Fx.until(() -> pane() != null);
  }

  @AfterEach
  void close() {
    Fx.run(shell::close);
    tap.close();
    desk.close();
  }

  private WirePane pane() {
    return (WirePane) shell.view().lookup(".wire-pane");
  }

  private LogView view() {
    return pane().view();
  }

  private void send(String... texts) {
    for (String text : texts) {
      send(text.getBytes(UTF_8));
    }
  }

  private void send(byte[] bytes) {
    tap.sent(bytes, 0, bytes.length);
  }

  private void receive(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    tap.received(bytes, 0, bytes.length);
  }

  private void untilRows(long count) {
    Fx.until(() -> view().source().end() - view().source().first() == count);
  }

  private TextField field(String id) {
    return Fx.call(() -> (TextField) pane().lookup(id));
  }

  /** Types into a field; keys alone do not reach every layout of a keyboard. */
  private void type(String id, String text) {
    TextField field = field(id);
    robot.clickOn(field);
    Fx.run(() -> field.setText(text));
  }

  private void choose(String name, int index) {
    Fx.run(
        () ->
            pane().lookupAll(".choice-box").stream()
                .map(node -> (ChoiceBox<?>) node)
                .filter(box -> name.equals(box.getAccessibleText()))
                .forEach(box -> box.getSelectionModel().select(index)));
  }

  private List<Row.Kind> kinds() {
    return Fx.call(
        () -> {
          List<Row.Kind> kinds = new ArrayList<>();
          for (long row = view().source().first(); row < view().source().end(); row++) {
            kinds.add(view().source().row(row).kind());
          }
          return kinds;
        });
  }

  @Test
  void failuresAreAmongTheEventsAndCanBeShownAlone() {
    send("ask");
    tap.failure("no answer");
    untilRows(3);
    choose("Direction", 3);
    untilRows(2);
    assertThat(kinds()).containsExactly(Row.Kind.EVENT, Row.Kind.FAILURE);
    choose("Direction", 4);
    untilRows(1);
    assertThat(kinds()).containsExactly(Row.Kind.FAILURE);
  }

  @Test
  void filtersThatWantNothingSaySoAndAreCleared() {
    send("one", "two");
    type("#wire-text", "three");
    choose("Direction", 2);
    Fx.until(() -> robot.lookup("Clear the filters").match(Node::isVisible).tryQuery().isPresent());
    untilRows(0);
    robot.clickOn("Clear the filters");
    untilRows(3);
    assertThat(field("#wire-text").getText()).isEmpty();
    Fx.until(() -> !pane().lookup(".nothing-found").isVisible());
  }

  private void untilHits(String text) {
    Fx.until(() -> ((Label) pane().lookup("#wire-hits")).getText().equals(text));
  }

  private List<String> marked(long row) {
    return Fx.call(
        () -> {
          Row shown = view().source().row(row);
          return shown.spans().stream()
              .filter(span -> span.style() == Row.Style.MATCH)
              .map(span -> shown.text().substring(span.from(), span.to()))
              .toList();
        });
  }

  @Test
  void theTrafficIsFilteredByBytesWithWildcards() {
    send(new byte[] {(byte) 0xff, (byte) 0xad, 1, (byte) 0xef});
    send(new byte[] {(byte) 0xff, (byte) 0xad, 1, 2});
    send("dead");
    untilRows(4);

    type("#wire-hex", "ff ad ?? ef");
    untilRows(1);
    type("#wire-hex", "FFAD");
    untilRows(2);
    assertThat(marked(0)).containsExactly("\\xff\\xad");
    type("#wire-hex", "64 65");
    untilRows(1);
    assertThat(marked(0)).containsExactly("de");
  }

  @Test
  void whatIsNoHexIsMarkedAtItsFieldWithTheReasonAndHidesNothing() {
    send("one", "two");
    untilRows(3);

    robot.clickOn("#wire-hex").write("6f6");

    TextField field = field("#wire-hex");
    Fx.until(() -> field.getPseudoClassStates().contains(DANGER));
    String reason = "The digit \"6\" has no partner: a byte is two digits";
    Fx.until(() -> labels().contains(reason));
    assertThat(Fx.call(field::getAccessibleText)).contains(reason);
    untilRows(3);

    robot.write("e");
    Fx.until(() -> !field.getPseudoClassStates().contains(DANGER) && !labels().contains(reason));
    untilRows(1);
  }

  private List<String> labels() {
    return pane().lookupAll(".pane-strip .label").stream()
        .filter(node -> node.getParent().isVisible())
        .map(node -> ((Label) node).getText())
        .toList();
  }

  @Test
  void theSearchCountsAndGoesFromEventToEvent() {
    send("an apple", "a pear", "APPLES");
    receive("no");
    receive("apple apple");
    untilRows(6);

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    Fx.until(() -> field("#wire-search").isFocused());
    type("#wire-search", "apple");
    untilHits("3 hits");
    robot.push(KeyCode.ENTER);
    untilHits("1 of 3");
    assertThat(Fx.call(() -> view().currentRowProperty().get())).isEqualTo(1);
    Fx.until(() -> pane().lookup(".wire-details") != null);
    assertThat(marked(1)).containsExactly("apple");
    assertThat(marked(5)).containsExactly("apple", "apple");

    robot.push(KeyCode.F3);
    untilHits("2 of 3");
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    untilHits("1 of 3");
    robot.push(KeyCode.SHIFT, KeyCode.F3);
    untilHits("3 of 3");
    assertThat(Fx.call(() -> view().currentRowProperty().get())).isEqualTo(5);

    send("another apple");
    untilHits("3 of 4");
    robot.push(KeyCode.ESCAPE);
    Fx.until(() -> view().isFocused() && !pane().lookup(".find-row").isVisible());
    assertThat(marked(1)).isEmpty();
    robot.push(KeyCode.F3);
    Fx.until(() -> pane().lookup(".find-row").isVisible());
  }

  @Test
  void theSearchLooksAtWhatTheFilterShows() {
    send("one apple");
    receive("two apples");
    send("three apples", "four pears");
    untilRows(5);
    type("#wire-text", "apples");
    untilRows(2);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    Fx.until(() -> field("#wire-search").isFocused());
    type("#wire-search", "t");
    untilHits("2 hits");
    robot.push(KeyCode.ENTER).push(KeyCode.ENTER);
    untilHits("2 of 2");
    assertThat(Fx.call(() -> view().currentRowProperty().get())).isEqualTo(1);

    type("#wire-search", "0x74776f");
    untilHits("1 hit");
    type("#wire-search", "0x7");
    Fx.until(() -> labels().size() == 1);
    untilHits("");
  }

  @Test
  void escapeInTheDockClosesTheSearchAndCancelsNothing() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    Fx.until(() -> shell.view().lookup("#echo-target") != null);
    EchoView tab =
        Fx.call(
            () ->
                (EchoView)
                    shell.views().known(shell.tabs().selected().orElseThrow()).orElseThrow());
    Fx.run(tab::pretendBusy);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    Fx.until(() -> field("#wire-search").isFocused());
    robot.clickOn("#wire-text").push(KeyCode.ESCAPE);
    Fx.until(() -> !pane().lookup(".find-row").isVisible());
    robot.push(KeyCode.ESCAPE);
    assertThat(tab.cancels()).isZero();

    robot.clickOn("#echo-target").push(KeyCode.ESCAPE);
    Fx.until(() -> tab.cancels() == 1);
  }

  @Test
  void thePauseHoldsBackWhatIsFound() {
    send("apple");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    type("#wire-search", "apple");
    untilHits("1 hit");
    Node pause =
        Fx.call(
            () ->
                pane().lookupAll(".toggle-button").stream()
                    .filter(node -> node.getAccessibleText().startsWith("Pause"))
                    .findFirst()
                    .orElseThrow());
    robot.clickOn(pause);
    send("apple", "apple");
    Fx.until(() -> desk.parts().wire().end() == 4);
    untilRows(2);
    untilHits("1 hit");
    robot.clickOn(pause);
    untilHits("3 hits");
  }
}
