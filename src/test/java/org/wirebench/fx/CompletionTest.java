package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.Completion.Suggestion;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;

/** The suggestions below a field in an address row, used through the keyboard and the mouse. */
@Timeout(60)
class CompletionTest {
  private final TestJobs jobs = new TestJobs();
  private final FxJobs fx = new FxJobs(jobs.jobs(), jobs.faults()::add);
  private final FxRobot robot = Fx.robot();
  private final AtomicInteger connects = new AtomicInteger();
  private final AtomicInteger cancels = new AtomicInteger();
  private final List<String> before = new ArrayList<>();
  private final List<Suggestion> known = new ArrayList<>();
  private final Variables variables = Variables.NONE.with("base", "lab.test").with("port", "80");
  private final Stage stage;
  private final Theme theme;
  private final VBox root;
  private final TextField field;
  private final AddressRow row;

  CompletionTest() throws TimeoutException {
    Fx.start();
    stage = Fx.call(Stage::new);
    theme = Fx.call(() -> new Theme(new SimpleObjectProperty<>(Settings.DEFAULT)));
    field = Fx.call(TextField::new);
    row = Fx.call(() -> new AddressRow(fx, field));
    root = Fx.call(() -> new VBox(row, new Button("Below")));
    Fx.run(
        () -> {
          HBox.setHgrow(field, Priority.ALWAYS);
          Completion.install(field, known::stream, () -> variables);
          row.primaryTextProperty().set("Connect");
          row.setOnPrimary(connects::incrementAndGet);
          row.setOnCancel(cancels::incrementAndGet);
          Scene scene = new Scene(root, 640, 400);
          theme.dress(scene);
          stage.setScene(scene);
          stage.setX(0);
          stage.setY(0);
          stage.show();
          stage.requestFocus();
          field.requestFocus();
        });
    offer("example.org:443", "lab.test:7007", "Example.net:80");
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          stage.close();
          theme.close();
        });
    jobs.close();
  }

  private void offer(String... texts) {
    for (String text : texts) {
      known.add(new Suggestion(text, "TCP", () -> before.add(text)));
    }
  }

  private static List<String> shown() {
    return Fx.call(
        () ->
            popups()
                .flatMap(popup -> list(popup).getItems().stream())
                .map(item -> ((Suggestion) item).text())
                .toList());
  }

  @Test
  void twoBracesOfferTheNamesOfVariables() {
    robot.write("http://{{");
    assertThat(shown()).containsExactly("base", "port");
    robot.write("po");
    assertThat(shown()).containsExactly("port");
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(field.getText()).isEqualTo("http://{{port}}");
    assertThat(field.getCaretPosition()).isEqualTo(15);
    assertThat(shown()).isEmpty();

    robot.type(KeyCode.HOME).write("{{ba");
    robot.type(KeyCode.DOWN, KeyCode.TAB);
    assertThat(field.getText()).isEqualTo("{{base}}http://{{port}}");
    robot.write("lab");
    assertThat(shown()).isEmpty();
  }

  private static Stream<Window> popups() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof PopupWindow && window.isShowing())
        .filter(window -> window.getScene().lookup(".completion") != null);
  }

  private static ListView<?> list(Window popup) {
    return (ListView<?>) popup.getScene().lookup(".completion");
  }

  private String text() {
    return Fx.call(field::getText);
  }

  private static void untilShown(String... texts) {
    Fx.until(() -> shown().equals(List.of(texts)));
  }

  @Test
  void whatHoldsTheTypedTextIsOfferedInItsOrderAndNothingIsChosen() {
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");

    robot.push(KeyCode.ENTER);

    Fx.until(() -> connects.get() == 1);
    assertThat(text()).isEqualTo("exam");
    untilShown();
  }

  @Test
  void downChoosesAndEnterTakesWithoutPressingTheButton() {
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);

    Fx.until(() -> text().equals("Example.net:80"));
    untilShown();
    assertThat(connects.get()).isZero();
    assertThat(before).containsExactly("Example.net:80");
    assertThat(Fx.call(field::getCaretPosition)).isEqualTo(14);

    robot.push(KeyCode.ENTER);
    Fx.until(() -> connects.get() == 1);
  }

  @Test
  void upFromTheFirstChoosesNothingAgain() {
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");
    robot.push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);

    Fx.until(() -> connects.get() == 1);
    assertThat(text()).isEqualTo("exam");
  }

  @Test
  void tabTakesWhatIsChosenAndLeavesOtherwise() {
    robot.write("lab");
    untilShown("lab.test:7007");
    robot.push(KeyCode.DOWN).push(KeyCode.TAB);
    Fx.until(() -> text().equals("lab.test:7007"));
    assertThat(Fx.call(field::isFocused)).isTrue();

    robot.push(KeyCode.CONTROL, KeyCode.A).write("lab");
    untilShown("lab.test:7007");
    robot.push(KeyCode.TAB);

    Fx.until(() -> !field.isFocused());
    untilShown();
    assertThat(text()).isEqualTo("lab");
  }

  @Test
  void escapeClosesTheListFirstAndOnlyThenIsForTheWindow() {
    AtomicInteger escapes = new AtomicInteger();
    Fx.run(
        () ->
            root.setOnKeyPressed(
                event -> {
                  if (event.getCode() == KeyCode.ESCAPE) {
                    escapes.incrementAndGet();
                  }
                }));
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");

    robot.push(KeyCode.ESCAPE);
    untilShown();
    assertThat(escapes.get()).isZero();
    assertThat(text()).isEqualTo("exam");

    robot.push(KeyCode.ESCAPE);
    Fx.until(() -> escapes.get() == 1);
  }

  @Test
  void keysThatMoveInTheTextStayWithTheField() {
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");
    robot.push(KeyCode.HOME).push(KeyCode.RIGHT);
    Fx.until(() -> field.getCaretPosition() == 1);
    robot.push(KeyCode.END).push(KeyCode.BACK_SPACE).push(KeyCode.BACK_SPACE);
    untilShown("example.org:443", "Example.net:80");
    assertThat(text()).isEqualTo("ex");
    robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
    untilShown();
  }

  @Test
  void aClickTakesASuggestionAndTheFieldKeepsTheFocus() {
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");
    ListCell<?> second =
        robot
            .lookup(
                (ListCell<?> cell) ->
                    cell.getItem() instanceof Suggestion one && one.text().startsWith("Example"))
            .query();
    robot.clickOn(second);

    Fx.until(() -> text().equals("Example.net:80"));
    untilShown();
    robot.write("9");
    assertThat(text()).isEqualTo("Example.net:809");
    robot.push(KeyCode.HOME);
    Fx.until(() -> field.getCaretPosition() == 0);
  }

  @Test
  void aButtonIsPressedAtOnceWhileTheListIsOpen() {
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");

    robot.clickOn(".primary-button");

    Fx.until(() -> connects.get() == 1);
    untilShown();
  }

  @Test
  void downOffersEverythingInAnEmptyField() {
    robot.push(KeyCode.DOWN);
    untilShown("example.org:443", "lab.test:7007", "Example.net:80");
    robot.push(KeyCode.ENTER);
    Fx.until(() -> text().equals("example.org:443"));
    assertThat(connects.get()).isZero();
  }

  @Test
  void noMoreThanAFewAreOfferedAndEachOnce() {
    List<Suggestion> many =
        IntStream.range(0, 100).mapToObj(i -> Suggestion.of("host" + i / 2 + ":7", "TCP")).toList();

    List<Suggestion> found = Completion.matching(" HOST ", many.stream());

    assertThat(found).hasSize(Completion.MOST).extracting(Suggestion::text).doesNotHaveDuplicates();
    assertThat(Completion.matching("host3:7", many.stream())).isEmpty();
  }

  @Test
  void whatAProgramWritesOffersNothing() {
    Fx.run(
        () -> {
          row.requestFocus();
          root.lookup(".button").requestFocus();
          field.setText("exam");
        });
    assertThat(shown()).isEmpty();
  }

  @Test
  void theListIsAsWideAsTheFieldAndHasNoEmptyRoom() {
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");
    ListView<?> two = list(Fx.call(() -> popups().findFirst().orElseThrow()));
    Fx.until(() -> two.getHeight() == 2 * field.getHeight() + 8);
    robot.write("ple.o");
    untilShown("example.org:443");
    Fx.until(() -> two.getHeight() == field.getHeight() + 8);
    assertThat(two.getWidth()).isEqualTo(field.getWidth());
  }

  @Test
  void aFieldThatIsGoneTakesItsListAlong() {
    WeakReference<TextField> left = typeIntoAFieldThatGoes();
    untilShown();
    Fx.until(
        () -> {
          System.gc();
          return left.get() == null;
        });
  }

  private WeakReference<TextField> typeIntoAFieldThatGoes() {
    TextField gone = Fx.call(TextField::new);
    Fx.run(
        () -> {
          Completion.install(gone, known::stream);
          root.getChildren().add(gone);
          gone.requestFocus();
        });
    robot.write("exam");
    untilShown("example.org:443", "Example.net:80");
    Fx.run(() -> root.getChildren().remove(gone));
    return new WeakReference<>(gone);
  }
}
