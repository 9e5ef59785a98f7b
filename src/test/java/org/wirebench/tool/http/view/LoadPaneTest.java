package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.fx.EmptyState;
import org.wirebench.testkit.Fx;

@Timeout(60)
class LoadPaneTest {
  @RegisterExtension private final LoadTab tab = new LoadTab();
  private final FxRobot robot = Fx.robot();

  @BeforeEach
  void show() {
    tab.show(1280, 800);
  }

  private Button start() {
    return robot.lookup("#load-start").queryButton();
  }

  private List<String> words() {
    return Fx.call(
        () ->
            robot.lookup(".load-pane .label").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList());
  }

  private List<String> copyable() {
    return Fx.call(
        () ->
            robot.lookup(".copyable").queryAllAs(TextField.class).stream()
                .map(TextField::getText)
                .toList());
  }

  private boolean isEmpty() {
    return Fx.call(
        () ->
            robot.lookup(".load-pane .scroll-pane").queryAllAs(ScrollPane.class).stream()
                .filter(EmptyState.class::isInstance)
                .allMatch(Node::isVisible));
  }

  private void typed(String url, String requests) {
    tab.type("url", url);
    tab.type("load.requests", requests);
  }

  @Test
  void theFirstRunIsAPressAway() {
    typed(tab.lab("/get"), "40");
    var _ = robot.clickOn("#load-start");
    var _ = tab.awaitEnd();
    assertThat(words()).contains("Done", "Answers/s", "40", "99.9 %", "Answers by status");
    assertThat(words()).anyMatch(word -> word.endsWith("40 requests  ·  10 at once"));
    assertThat(copyable()).containsExactly("40  (100 %)");
    assertThat(robot.lookup(".load-table").queryAs(LoadTable.class).getItems()).isNotEmpty();
    assertThat(start().getText()).isEqualTo("Start the load run");
  }

  @Test
  void aRunIsStoppedWithTheSameButton() {
    tab.type("url", tab.lab("/get"));
    tab.type("load.duration", "1h");
    var _ = robot.clickOn("#load-start");
    Fx.until(() -> start().getText().equals("Stop"));
    Fx.until(() -> tab.model().shownProperty().get() != null);
    var _ = robot.clickOn("#load-start");
    var _ = tab.awaitEnd();
    assertThat(words()).contains("Stopped");
  }

  @Test
  void escapeStopsARun() {
    tab.type("url", tab.lab("/get"));
    tab.type("load.duration", "1h");
    var _ = robot.clickOn("#load-start");
    Fx.until(() -> tab.model().shownProperty().get() != null);
    var _ = robot.push(KeyCode.ESCAPE);
    assertThat(tab.awaitEnd().state()).isEqualTo(LoadViewModel.State.STOPPED);
  }

  @Test
  void failuresStandBesideTheAnswersWithTheirReason() {
    typed("http://127.0.0.1:1/", "5");
    var _ = robot.clickOn("#load-start");
    var _ = tab.awaitEnd();
    assertThat(words()).contains("Done, with failures", "Failures by reason", "Connection refused");
    assertThat(copyable()).containsExactly("5  (100 %)");
  }

  @Test
  void aButtonThatCannotBePressedSaysWhy() {
    typed("not a url", "5");
    assertThat(start().isDisabled()).isTrue();
    assertThat(words()).contains(Fx.call(() -> tab.model().blockedProperty().getValue()));
    typed(tab.lab("/get"), "5");
    assertThat(start().isDisabled()).isFalse();
  }

  @Test
  void aWrongNumberIsMarkedAtItsField() {
    typed(tab.lab("/get"), "many");
    assertThat(start().isDisabled()).isTrue();
    assertThat(robot.lookup(".field-problem").queryAllAs(Label.class))
        .anyMatch(label -> label.isVisible() && !label.getText().isEmpty());
  }

  @Test
  void beforeTheFirstRunItIsSaidWhatThisIsFor() {
    assertThat(isEmpty()).isTrue();
    assertThat(start().getText()).isEqualTo("Start the load run");
    assertThat(start().isDisabled()).isTrue();
    tab.type("url", tab.lab("/get"));
    var _ = robot.clickOn("#load-start");
    assertThat(tab.awaitEnd().report().answers()).isEqualTo(100);
    assertThat(isEmpty()).isFalse();
  }

  @Test
  void whatCameIsSavedAndAnotherProgramCanCarryItOut(@TempDir Path folder) throws Exception {
    LoadPane pane = Fx.call(() -> robot.lookup(".load-pane").queryAs(LoadPane.class));
    assertThat(Fx.call(() -> pane.actions().stream().filter(one -> !one.enabled().get()).count()))
        .isEqualTo(4);
    typed(tab.lab("/get"), "30");
    var _ = robot.clickOn("#load-start");
    var _ = tab.awaitEnd();
    assertThat(Fx.call(() -> pane.actions().stream().allMatch(one -> one.enabled().get())))
        .isTrue();
    for (LoadExport.Form form : LoadExport.Form.values()) {
      Path file = folder.resolve("run." + form);
      Fx.run(() -> pane.save(form, file));
      await().until(() -> tab.told().contains("Saved run." + form));
    }
    assertThat(folder.resolve("run.CSV")).content().startsWith("second,");
    assertThat(folder.resolve("run.HTML")).content().contains("<svg", "/get");
    assertThat(folder.resolve("run.JMETER")).content().contains("<jmeterTestPlan");
    assertThat(Fx.call(() -> pane.actions().getLast().title())).contains("secrets in clear text");
    Files.createDirectory(folder.resolve("taken"));
    Fx.run(() -> pane.save(LoadExport.Form.CSV, folder.resolve("taken")));
    await().until(() -> tab.told().size() == 4);
    assertThat(tab.told().getLast()).doesNotStartWith("Saved");
  }

  @Test
  void whatAPlanLeavesOutIsSaidWhenItIsSaved(@TempDir Path folder) {
    LoadPane pane = Fx.call(() -> robot.lookup(".load-pane").queryAs(LoadPane.class));
    typed("https://127.0.0.1:1/", "30");
    Fx.run(() -> pane.save(LoadExport.Form.JMETER, folder.resolve("run.jmx")));
    await()
        .untilAsserted(
            () ->
                assertThat(tab.told())
                    .containsExactly("Saved run.jmx. JMeter trusts every certificate."));
  }
}
