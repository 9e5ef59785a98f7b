package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.testkit.TestTranscripts.add;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.wirebench.core.job.Failure;
import org.wirebench.core.transcript.CopyForm;
import org.wirebench.core.transcript.TextRows;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;
import org.wirebench.testkit.TestTranscripts;
import org.wirebench.testkit.TestWindow;

/** The pane of a transcript, used through the keyboard and the mouse. */
@Timeout(60)
class TranscriptPaneTest {
  @TempDir private Path folder;
  @RegisterExtension private final TestTranscripts transcripts = new TestTranscripts();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final FxRobot robot = new FxRobot();
  private final Transcript transcript = transcripts.transcript(true);
  private TranscriptPane pane;

  @BeforeEach
  void open() throws Exception {
    FxJobs jobs = new FxJobs(transcripts.jobs().jobs(), faults::add);
    pane = onFx(() -> new TranscriptPane(jobs, transcripts.stores(), new Told()));
    window.show(pane, 900, 500);
    robot.interact(
        () -> {
          pane.show(transcript, UTF_8, _ -> "");
          pane.log().requestFocus();
        });
  }

  @AfterEach
  void close() throws Exception {
    robot.interact(pane::close);
    await().until(() -> transcripts.jobs().jobs().running().isEmpty());
    transcript.close();
    assertThat(faults).isEmpty();
  }

  /** What the pane had to say at the edge of the window. */
  private final class Told implements Notices {
    @Override
    public void info(String text) {
      told.add(text);
    }

    @Override
    public void info(String text, Action next) {
      told.add(text);
    }

    @Override
    public void failure(Failure failure) {
      told.add(failure.title());
    }
  }

  private static <T> T onFx(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
  }

  private void receive(String text) {
    add(transcript, Direction.IN, text);
  }

  private void send(String text) {
    add(transcript, Direction.OUT, text);
  }

  private List<String> shown() {
    return onFx(
        () ->
            String.valueOf(pane.log().queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .lines()
                .toList());
  }

  private void untilShown(String... rows) {
    await().untilAsserted(() -> assertThat(shown()).containsExactly(rows));
  }

  private String label(String id) {
    return onFx(() -> pane.lookup(id) instanceof Label label ? label.getText() : "no " + id);
  }

  private void untilLabel(String id, String text) {
    await().untilAsserted(() -> assertThat(label(id)).isEqualTo(text));
  }

  private void click(String id) {
    Node node = onFx(() -> pane.lookup(id));
    robot.clickOn(node);
  }

  /** Types into a field; keys alone do not reach every layout of a keyboard. */
  private void type(String id, String text) {
    TextField field = onFx(() -> (TextField) pane.lookup(id));
    robot.clickOn(field);
    robot.interact(() -> field.setText(text));
  }

  @Test
  void textIsShownAsLinesWithControlCharactersMadeVisible() {
    transcript.event(0, "connected");
    send("ask\r\n");
    receive("\u001b[2Jone\ntwo\u0000");

    untilShown("· connected", "→ ask\\r", "← \\x1b[2Jone", "← two\\0");
    untilLabel("#transcript-rows", "4 rows");
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 620, 480, 360})
  void noToolIsCutOffInANarrowWindow(int width) {
    receive("one\n");
    untilLabel("#transcript-rows", "1 row");
    // As in a tab, where whatever stands around it takes what is left.
    robot.interact(() -> pane.setMinWidth(0));

    window.show(onFx(() -> new StackPane(pane)), width, 500);

    for (String id : List.of("mode-both", "clock", "way", "filter", "rows", "pause", "save")) {
      Bounds place =
          onFx(
              () -> {
                Node tool = pane.lookup("#transcript-" + id);
                return pane.sceneToLocal(tool.localToScene(tool.getBoundsInLocal()));
              });
      assertThat(place.getMaxX()).as(id).isLessThanOrEqualTo(width);
      assertThat(place.getMinX()).as(id).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void hexAndBothShowTheBytes() {
    receive("Hi\n");
    click("#transcript-mode-hex");
    untilShown("← 000000  48 69 0a");
    click("#transcript-mode-both");
    untilShown("← 000000  48 69 0a" + " ".repeat(42) + "Hi.");
    click("#transcript-mode-both");
    assertThat(onFx(() -> ((ToggleButton) pane.lookup("#transcript-mode-both")).isSelected()))
        .isTrue();
  }

  @Test
  void theSearchCountsAndGoesFromHitToHit() {
    receive("an apple\na pear\nApples\nno\napple");
    untilLabel("#transcript-rows", "5 rows");
    robot.push(KeyCode.CONTROL, KeyCode.F);
    type("#transcript-search", "apple");
    untilLabel("#transcript-hits", "3 hits");

    robot.push(KeyCode.ENTER);
    untilLabel("#transcript-hits", "1 of 3");
    assertThat(onFx(() -> pane.log().currentRowProperty().get())).isZero();
    robot.push(KeyCode.F3);
    untilLabel("#transcript-hits", "2 of 3");
    assertThat(onFx(() -> pane.log().currentRowProperty().get())).isEqualTo(2);
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    robot.push(KeyCode.SHIFT, KeyCode.F3);
    untilLabel("#transcript-hits", "3 of 3");

    receive(" and apple");
    untilLabel("#transcript-hits", "3 of 4");

    robot.push(KeyCode.ESCAPE);
    await().until(() -> onFx(() -> pane.log().isFocused()));
    assertThat(onFx(() -> pane.lookup("#transcript-search").getParent().isVisible())).isFalse();
  }

  @Test
  void hitsAreMarkedInTheRowsInEveryMode() throws Exception {
    receive("0123456789abcdeXYZ");
    robot.push(KeyCode.CONTROL, KeyCode.F);
    type("#transcript-search", "eXy");
    untilLabel("#transcript-hits", "1 hit");
    assertThat(marked(0)).containsExactly("eXY");

    click("#transcript-mode-both");

    untilLabel("#transcript-hits", "1 hit");
    await().untilAsserted(() -> assertThat(marked(0)).containsExactly("65 58", "eX"));
    assertThat(marked(1)).containsExactly("59", "Y");
  }

  private List<String> marked(long index) {
    return onFx(
        () -> {
          var row = pane.log().source().row(index);
          return row.spans().stream()
              .filter(span -> span.style() == org.wirebench.fx.Row.Style.MATCH)
              .map(span -> row.text().substring(span.from(), span.to()))
              .toList();
        });
  }

  @Test
  void theFilterHidesRowsAndFollowsWhatComes() {
    send("get apple\n");
    receive("one apple\ntwo pears\n");
    type("#transcript-filter", "APPLE");
    untilShown("→ get apple", "← one apple");
    untilLabel("#transcript-rows", "2 of 3 rows");

    receive("three apples\n");
    untilShown("→ get apple", "← one apple", "← three apples");

    robot.interact(() -> pane.model().filter().wayProperty().set(Way.SENT));
    untilShown("→ get apple");
    untilLabel("#transcript-rows", "1 of 4 rows");
    robot.interact(() -> pane.model().filter().wayProperty().set(Way.ALL));
    type("#transcript-filter", "");
    untilLabel("#transcript-rows", "4 rows");
  }

  @Test
  void aFilterThatIsNoHexIsMarkedAtTheFieldAndHidesNothing() {
    receive("one\n");
    type("#transcript-filter", "0x4");
    await()
        .until(
            () ->
                onFx(
                    () ->
                        pane.lookup("#transcript-filter")
                            .getPseudoClassStates()
                            .contains(PseudoClass.getPseudoClass("danger"))));
    assertThat(onFx(() -> pane.model().filter().problemProperty().get())).contains("4");
    untilShown("← one");
    type("#transcript-filter", "0x6f6e");
    untilLabel("#transcript-rows", "1 of 1 rows");
  }

  @Test
  void thePauseFreezesTheViewAndRecordingGoesOn() {
    receive("one\ntw");
    untilShown("← one", "← tw");
    click("#transcript-pause");
    receive("o\nthree\nfour\n");
    await()
        .until(() -> onFx(() -> pane.model().numbers().missedProperty().get()).contains("2 rows"));
    untilShown("← one", "← tw");

    robot.push(KeyCode.CONTROL, KeyCode.P);

    untilShown("← one", "← two", "← three", "← four");
    assertThat(onFx(() -> pane.model().numbers().missedProperty().get())).isEmpty();
  }

  @Test
  void theViewIsClearedAndShownAgain() {
    receive("one\n");
    untilShown("← one");
    robot.push(KeyCode.CONTROL, KeyCode.L);
    untilShown();
    receive("two\n");
    untilShown("← two");
    assertThat(onFx(() -> pane.model().numbers().hiddenProperty().get())).contains("1 row");

    robot.clickOn("Show them again");

    untilShown("← one", "← two");
  }

  @Test
  void copyPutsTheExactBytesOfTheSelectedRowsOnTheClipboard() {
    receive("a\r\n");
    transcript.event(0, "something");
    send("\u00e4");
    untilShown("← a\\r", "· something", "→ ä");
    robot.clickOn(pane.log());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    copy(CopyForm.HEX, "61 0d 0a c3 a4");
    copy(CopyForm.PYTHON, "b\"a\\r\\n\\xc3\\xa4\"");
    copy(CopyForm.TEXT, "a\r\nä");
    assertThat(told).contains("Copied 5 B");

    robot.clickOn(pane.log());
    robot.push(KeyCode.CONTROL, KeyCode.HOME);
    copy(CopyForm.HEX, "61 0d 0a");
  }

  private void copy(CopyForm form, String expected) {
    MenuButton menu = onFx(() -> (MenuButton) pane.lookup("#transcript-copy"));
    robot.clickOn(menu);
    await().until(() -> onFx(menu::isShowing));
    for (int i = 0; i <= List.of(CopyForm.values()).indexOf(form); i++) {
      robot.push(KeyCode.DOWN);
    }
    robot.push(KeyCode.ENTER);
    await().until(() -> !onFx(menu::isShowing));
    untilCopied(expected);
  }

  @Test
  void aLongLineIsMarkedWhereItGoesOnAndCopiedAsOne() {
    String line = "x".repeat(2 * TextRows.LONGEST) + "end";
    receive(line + "\nnext\n");
    await()
        .untilAsserted(
            () ->
                assertThat(shown().stream().map(row -> row.substring(0, 3)))
                    .containsExactly("← x", "… x", "… e", "← n"));
    robot.clickOn(pane.log());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    untilCopied(line + "\nnext");

    type("#transcript-filter", "e");
    untilLabel("#transcript-rows", "2 of 4 rows");
    robot.clickOn(pane.log());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    untilCopied("end\nnext");
  }

  private void untilCopied(String expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo(expected));
  }

  @Test
  void everyRowKnowsItsTimeAndTheFirstOfEachEntryShowsIt() {
    receive("one\ntwo\n");
    send("three\n");
    untilShown("← one", "← two", "→ three");
    assertThat(rows()).extracting(Row::repeats).containsExactly(false, true, false);
    assertThat(rows()).extracting(row -> row.gutter().length()).containsOnly(9);
  }

  private List<Row> rows() {
    return onFx(
        () -> {
          RowSource source = pane.log().source();
          List<Row> rows = new ArrayList<>();
          for (long row = source.first(); row < source.end(); row++) {
            rows.add(source.row(row));
          }
          return rows;
        });
  }

  @Test
  void theTextsStandStillWhateverTheNumberOfAClient() {
    robot.interact(() -> pane.show(transcript, UTF_8, party -> "#" + party));
    transcript.event(7, "came");
    transcript.event(42, "came");
    untilShown("· came", "· came");
    assertThat(rows()).extracting(row -> row.gutter().length()).containsOnly(15);
  }

  @Test
  void aFilterThatWantsNothingSaysSoAndIsCleared() {
    receive("one\n");
    type("#transcript-filter", "nothing");
    await().until(() -> robot.lookup("Nothing matches “nothing”.").tryQuery().isPresent());
    robot.clickOn("Clear the filter");
    untilShown("← one");
    await().until(() -> onFx(() -> !pane.lookup(".nothing-found").isVisible()));
    assertThat(onFx(() -> pane.log().isFocused())).isTrue();
  }

  @Test
  void onlyWhatSomePartiesSaidIsShownAndSaved() throws Exception {
    for (int party = 1; party <= 3; party++) {
      byte[] said = ("party " + party + "\n").getBytes(UTF_8);
      transcript.add(Direction.IN, party, said, 0, said.length);
    }
    robot.interact(() -> pane.show(transcript, UTF_8, _ -> "", Set.of(1, 3)));
    untilShown("← party 1", "← party 3");
    Path bytes = folder.resolve("some.bin");
    Path text = folder.resolve("some.txt");
    robot.interact(() -> pane.saving().save(SaveMenu.Form.BOTH, bytes));
    robot.interact(() -> pane.saving().save(SaveMenu.Form.TEXT, text));
    await().until(() -> told.size() == 2);
    assertThat(bytes).hasContent("party 1\nparty 3\n");
    assertThat(Files.readAllLines(text)).hasSize(3);
    robot.interact(() -> pane.show(transcript, UTF_8, _ -> "", Set.of()));
    untilShown("← party 1", "← party 2", "← party 3");
  }

  @Test
  void savingWritesTheWholeTranscriptWhateverIsShown() throws Exception {
    receive("one\n");
    send("two\n");
    type("#transcript-filter", "nothing");
    untilLabel("#transcript-rows", "0 of 2 rows");
    Path bytes = folder.resolve("in.bin");
    Path text = folder.resolve("all.txt");
    robot.interact(() -> pane.saving().save(SaveMenu.Form.RECEIVED, bytes));
    robot.interact(() -> pane.saving().save(SaveMenu.Form.TEXT, text));
    await().until(() -> told.size() == 2);
    assertThat(told).containsExactlyInAnyOrder("Saved in.bin", "Saved all.txt");
    assertThat(bytes).hasContent("one\n");
    assertThat(Files.readAllLines(text)).hasSize(3);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("in.bin", "all.txt");
    }
  }

  @Test
  void theSameBytesStayOnTheScreenWhenTheModeChanges() {
    receive("0123456789abcde\n".repeat(5000));
    untilLabel("#transcript-rows", "5,000 rows");
    robot.interact(() -> pane.log().show(2500));
    await().until(() -> onFx(() -> pane.log().topRow()) > 2000);

    click("#transcript-mode-hex");

    await()
        .untilAsserted(() -> assertThat(onFx(() -> pane.log().topRow())).isBetween(2400L, 2600L));
  }

  @Test
  void anotherTranscriptIsShownAndTheFirstIsLeftAlone() throws Exception {
    Transcript other = transcripts.transcript(true);
    receive("one\n");
    untilShown("← one");
    robot.interact(() -> pane.show(other, UTF_8, party -> "client " + party));
    untilShown();
    transcript.close();
    other.event(3, "came");
    untilShown("· came");
    assertThat(onFx(() -> pane.log().source().row(0).gutter())).endsWith("  client 3");
    robot.interact(() -> pane.show(null, UTF_8, _ -> ""));
    untilShown();
    other.close();
  }
}
