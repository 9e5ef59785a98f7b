package org.wirebench.tool.http.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FailureBanner;
import org.wirebench.fx.LogView;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.Silent;
import org.wirebench.tool.http.service.HttpRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class HistoryTest {
  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  @BeforeEach
  void sendThrice() {
    tab.show(Tree.Fields.NONE.with("url", tab.address("http.http", "/uuid")));
    for (int i = 0; i < 3; i++) {
      Fx.run(tab.view()::focus);
      robot.type(KeyCode.ENTER);
      int runs = i + 1;
      Fx.until(() -> tab.model().runs().size() == runs && !tab.model().runningProperty().get());
    }
  }

  private List<HttpRun> runs() {
    return Fx.call(() -> List.copyOf(tab.model().runs()));
  }

  private void chooseRow(int row) {
    robot.clickOn(robot.lookup((TableRow<?> one) -> one.getIndex() == row).<TableRow<?>>query());
  }

  @Test
  void aRunThatIsChosenIsShownAgainAndComparedWithTheOneBefore() {
    robot.clickOn("History");
    chooseRow(1);
    HttpRun middle = runs().get(1);
    Fx.until(() -> tab.model().runProperty().get() == middle);

    robot.clickOn("Compare the bodies");

    Fx.until(
        () ->
            robot.lookup((LogView log) -> log.isVisible()).tryQuery().isPresent()
                && robot
                    .lookup(".document-changes")
                    .match(node -> node.isVisible())
                    .tryQuery()
                    .isPresent());
    assertThat(Fx.call(() -> tab.model().runProperty().get())).isSameAs(middle);
  }

  @Test
  void exchangesAreSavedAsAnArchiveTheOldestFirst(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.har");
    Silent notices = new Silent();
    Fx.run(
        () ->
            new HarExport(tab.jobs(), notices, tab.view().node())
                .save(file, tab.model().runs(), false));
    Fx.until(() -> Files.exists(file));

    JsonNode entries = JsonMapper.shared().readTree(Files.readString(file)).at("/log/entries");
    List<String> bodies =
        entries.valueStream().map(entry -> entry.at("/response/content/text").asString()).toList();
    assertThat(bodies).hasSize(3);
    HttpRun oldest = requireNonNull(runs().getLast());
    assertThat(bodies.getFirst())
        .isEqualTo(new String(oldest.exchanges().getLast().body().read(0, 1000), UTF_8));
  }

  @Test
  void aRunIsNamedByWhatTheUserAskedForAndNotByItsErrands() {
    String address = tab.address("http.http", "/bearer");
    String token = tab.address("http.http", "/oauth/token");
    Tree.Fields oauth =
        Tree.Fields.NONE
            .with("tokenUrl", token)
            .with("clientId", "lab")
            .with("clientSecret", "secret");
    tab.show(
        Tree.Fields.NONE.with("url", address).with("auth", Tree.Fields.NONE.with("oauth2", oauth)));
    robot.type(KeyCode.ENTER);
    tab.answer();

    robot.clickOn("History");

    assertThat(tab.exchanges()).isEqualTo(2);
    assertThat(robot.lookup((TableCell<?, ?> cell) -> ("GET " + address).equals(cell.getText())))
        .satisfies(found -> assertThat(found.tryQuery()).isPresent());
  }

  private Optional<String> failure() {
    return Fx.call(
        () ->
            robot
                .lookup((FailureBanner one) -> one.isVisible())
                .<FailureBanner>tryQuery()
                .map(FailureBanner::getAccessibleText));
  }

  @Test
  void whyARunFailedIsSaidWithItAloneAndAgainWhenItIsChosen() {
    robot
        .clickOn(tab.urlField())
        .push(KeyCode.SHORTCUT, KeyCode.A)
        .write(tab.address("http.http", "/truncated"))
        .type(KeyCode.ENTER);
    Fx.until(() -> tab.model().runs().size() == 4 && !tab.model().runningProperty().get());
    Fx.until(() -> failure().filter(words -> words.contains("not whole")).isPresent());
    assertThat(robot.lookup("Send again").tryQuery()).isPresent();

    robot.clickOn("History");
    chooseRow(1);
    Fx.until(() -> failure().isEmpty());
    chooseRow(0);
    Fx.until(() -> failure().isPresent());
    assertThat(failure().orElseThrow()).contains("not whole");

    robot
        .clickOn(tab.urlField())
        .push(KeyCode.SHORTCUT, KeyCode.A)
        .write(tab.address("http.http", "/uuid"))
        .type(KeyCode.ENTER);
    Fx.until(() -> tab.model().runs().size() == 5 && !tab.model().runningProperty().get());
    assertThat(failure()).isEmpty();
    chooseRow(1);
    Fx.until(() -> failure().isPresent());
    // The form is about another request by now.
    assertThat(robot.lookup("Send again").tryQuery()).isEmpty();
  }
}
