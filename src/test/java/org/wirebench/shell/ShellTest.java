package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.TabSkin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FailureBanner;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.StyleWarnings;

/** The window, through mouse and keyboard. */
class ShellTest {
  @RegisterExtension private final StyleWarnings warnings = new StyleWarnings();
  private final FxRobot robot = new FxRobot();
  private final AtomicInteger quits = new AtomicInteger();
  @TempDir Path folder;
  private TestDesk desk;
  private Shell shell;

  ShellTest(@TempDir Path first) throws IOException, TimeoutException {
    Fx.start();
    folder = first;
    desk = new TestDesk(first);
    shell = open();
  }

  @BeforeEach
  void show() {
    Fx.until(() -> shell.stage().isShowing());
  }

  private Shell open() {
    return desk.open(quits::incrementAndGet);
  }

  /** Ends the program as a kill would, a second after the last key, and starts it again. */
  private void restart() {
    Fx.run(shell::close);
    desk.parts().session().close();
    desk.parts().settings().close();
    shell = open();
  }

  @AfterEach
  void close() {
    Fx.run(shell::close);
    desk.close();
  }

  private List<String> titles() {
    return Fx.call(
        () -> shell.tabs().tabs().stream().map(tab -> tab.titleProperty().get()).toList());
  }

  private <N extends Node> N find(String query, Class<N> type) {
    Fx.until(() -> shell.view().lookup(query) != null);
    return type.cast(Fx.call(() -> shell.view().lookup(query)));
  }

  private void openEcho() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    Fx.until(() -> shell.view().lookup("#echo-target") != null);
  }

  @Test
  void theFirstStartShowsTheWelcomePage() {
    assertThat(titles()).containsExactly("Welcome");
  }

  @Test
  void thePaletteOpensAToolByTyping() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    Fx.until(() -> shell.view().palette().isVisible());
    robot.write("new ec");
    robot.push(KeyCode.ENTER);

    Fx.until(() -> titles().contains("New echo"));
    assertThat(shell.view().palette().isVisible()).isFalse();
  }

  @Test
  void thePaletteFindsARecentHost() {
    Tree.Fields request = Tree.Fields.NONE.with("target", "lab.example.org:7007");
    Fx.run(() -> shell.recent().used(Entry.of("lab.example.org:7007", EchoTool.ID, request)));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    Fx.until(() -> shell.view().palette().isVisible());
    robot.write("example.org");
    robot.push(KeyCode.ENTER);

    Fx.until(() -> titles().contains("lab.example.org:7007"));
    Fx.until(() -> shell.view().lookup("#echo-target") != null);
    assertThat(find("#echo-target", TextField.class).getText()).isEqualTo("lab.example.org:7007");
  }

  @Test
  void escapeClosesThePaletteAndTheFocusGoesBack() {
    openEcho();
    TextField target = find("#echo-target", TextField.class);
    Fx.until(target::isFocused);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    Fx.until(() -> shell.view().palette().isVisible() && !target.isFocused());

    robot.push(KeyCode.ESCAPE);

    Fx.until(() -> !shell.view().palette().isVisible() && target.isFocused());
  }

  @Test
  void aClosedTabComesBackWithWhatWasTyped() {
    openEcho();
    robot.clickOn("#echo-target").write("127.0.0.1:7");
    Fx.until(() -> titles().contains("127.0.0.1:7"));

    robot.push(KeyCode.CONTROL, KeyCode.W);
    Fx.until(() -> titles().equals(List.of("Welcome")));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);

    Fx.until(() -> titles().contains("127.0.0.1:7"));
    assertThat(find("#echo-target", TextField.class).getText()).isEqualTo("127.0.0.1:7");
    Fx.until(() -> shell.tabs().selected().orElseThrow().dirtyProperty().get());
  }

  @Test
  void whatWasTypedIsThereAfterARestart() {
    openEcho();
    robot.clickOn("#echo-target").write("half ty");
    robot.push(KeyCode.F12);
    Fx.until(() -> titles().contains("half ty"));

    restart();

    assertThat(titles()).containsExactly("Welcome", "half ty");
    assertThat(find("#echo-target", TextField.class).getText()).isEqualTo("half ty");
    assertThat(shell.view().dockName()).isEqualTo("WIRE");
    assertThat(shell.tabs().selected().orElseThrow().dirtyProperty().get()).isTrue();
  }

  @Test
  void tabsThatWereNotShownYetHaveTheirNamesAfterTwoRestarts() {
    Entry nameless = Entry.of("", EchoTool.ID, Tree.Fields.NONE.with("target", "127.0.0.1:7101"));
    Fx.run(() -> shell.open(nameless));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    Fx.until(() -> shell.view().lookup(".welcome") != null);

    restart();
    restart();

    assertThat(titles()).containsExactly("Welcome", "127.0.0.1:7101");
    assertThat(shell.tabs().tabs().getLast().entry().name()).isEmpty();
  }

  /** Whether the head of the chosen tab is to be seen in its whole width. */
  private boolean chosenIsInView() {
    return shell.view().lookupAll(".tab-line .tab").stream()
        .filter(TabSkin.class::isInstance)
        .map(TabSkin.class::cast)
        .filter(head -> head.getTab().isSelected())
        .allMatch(
            head -> {
              double width = head.getParent().getLayoutBounds().getWidth();
              double begin = head.getBoundsInParent().getMinX();
              double end = head.getBoundsInParent().getMaxX();
              return head.getWidth() > 0 && begin >= -1 && end <= width + 1;
            });
  }

  @Test
  void theChosenTabIsInViewHoweverManyThereAre() {
    for (int i = 0; i < 12; i++) {
      robot.push(KeyCode.CONTROL, KeyCode.T);
    }
    Fx.until(() -> titles().size() == 13 && chosenIsInView());
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    Fx.until(() -> shell.tabs().selected().orElseThrow().kind().id().equals("welcome"));
    Fx.until(this::chosenIsInView);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    Fx.until(() -> shell.tabs().selected().orElseThrow().kind().id().equals(EchoTool.ID));
    robot.write("a-long-name.example.org:7001");
    Fx.until(() -> titles().getLast().endsWith(":7001") && chosenIsInView());
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    Fx.until(() -> titles().contains("Settings") && chosenIsInView());

    restart();

    Fx.until(this::chosenIsInView);
  }

  @Test
  void theListOfAllTabsShowsTheOneThatIsChosenThere() {
    for (int i = 0; i < 3; i++) {
      robot.push(KeyCode.CONTROL, KeyCode.T);
    }
    robot.clickOn("#tab-list").clickOn("Welcome");

    Fx.until(() -> shell.tabs().selected().orElseThrow().kind().id().equals("welcome"));
  }

  @Test
  void theJournalIsWrittenWithinASecondWithNoOtherSign() {
    openEcho();
    robot.clickOn("#echo-target").write("typed");

    Path journal = desk.parts().folders().state().resolve("session.yaml");
    Fx.until(() -> Files.exists(journal) && Files.readString(journal).contains("typed"));
  }

  @Test
  void anExampleStartsItsServerAndRuns() {
    robot.clickOn("Talk to an echo server");

    Fx.until(
        () ->
            shell.tabs().selected().flatMap(shell.views()::known).orElse(null)
                    instanceof EchoView view
                && view.hasAnswer());
    assertThat(desk.parts().lab().status(EchoServer.ID).state()).isEqualTo(Lab.State.RUNNING);
    assertThat(Fx.call(() -> shell.recent().of(EchoTool.ID))).hasSize(1);
  }

  @Test
  void theSettingsTabFollowsColoursThatAreChosenElsewhere() {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    TextField timeout = find("#settings-connectTimeout", TextField.class);
    Fx.run(() -> shell.set(shell.settings().getValue().withTheme(ThemeChoice.DARK)));
    ChoiceBox<?> theme = find("#settings-theme", ChoiceBox.class);
    Fx.until(() -> "dark".equals(theme.getValue()));
    robot.clickOn(timeout).push(KeyCode.CONTROL, KeyCode.A).write("7s");
    Fx.until(() -> shell.settings().getValue().connectTimeout().toSeconds() == 7);
    assertThat(shell.settings().getValue().theme()).isEqualTo(ThemeChoice.DARK);
  }

  @Test
  void aWrongSettingIsMarkedAtItsFieldAndARightOneHoldsAtOnce() {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    TextField size = find("#settings-fontPercent", TextField.class);
    robot.clickOn(size).push(KeyCode.CONTROL, KeyCode.A).write("12");
    Fx.until(
        () ->
            size.getParent().lookup(".field-problem") instanceof Labeled label
                && label.isVisible()
                && !label.getText().isEmpty()
                && label.getParent() == size.getParent());
    assertThat(shell.settings().getValue().fontPercent()).isEqualTo(100);

    robot.push(KeyCode.CONTROL, KeyCode.A).write("150");

    Fx.until(() -> shell.settings().getValue().fontPercent() == 150);
    assertThat(desk.parts().settings().current().fontPercent()).isEqualTo(150);
    restart();
    assertThat(shell.settings().getValue().fontPercent()).isEqualTo(150);
  }

  @Test
  void theColoursOfTheWindowFollowTheSettings() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("dark colours");
    robot.push(KeyCode.ENTER);

    Fx.until(() -> shell.settings().getValue().theme() == ThemeChoice.DARK);
    assertThat(Fx.call(() -> shell.view().getPseudoClassStates().toString())).contains("dark");
  }

  @Test
  void theTrafficIsFilteredByDirectionAndText() {
    robot.clickOn("Talk to an echo server");
    Fx.until(() -> desk.parts().wire().end() >= 8);
    robot.push(KeyCode.F12);
    WirePane wire = find(".wire-pane", WirePane.class);
    long all = Fx.call(() -> wire.view().source().end());

    robot.clickOn("#wire-text").write("hello");

    Fx.until(() -> wire.view().source().end() == 4);
    assertThat(all).isGreaterThan(4);
    ChoiceBox<?> direction =
        Fx.call(
            () ->
                (ChoiceBox<?>)
                    wire.lookupAll(".choice-box").stream()
                        .filter(node -> "Direction".equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow());
    Fx.run(() -> direction.getSelectionModel().select(1));

    Fx.until(() -> wire.view().source().end() == 2);
    Fx.run(() -> wire.view().select(0, 0, 0));
    Fx.until(() -> wire.lookup(".wire-details") != null);
    assertThat(wire.lookupAll(".copyable"))
        .extracting(node -> ((TextInputControl) node).getText())
        .contains("5 B");
  }

  @Test
  void aServerOfTheLabIsStartedAndStoppedInTheDock() {
    robot.clickOn("#rail-lab");
    Node button = find("#lab-echo-server", Node.class);
    robot.clickOn(button);
    Fx.until(() -> desk.parts().lab().status(EchoServer.ID).state() == Lab.State.RUNNING);
    Fx.until(
        () ->
            shell.view().lookupAll(".lab-row .mono").stream()
                .anyMatch(
                    node ->
                        node instanceof Label label && label.getText().startsWith("127.0.0.1:")));

    robot.clickOn(button);

    Fx.until(() -> desk.parts().lab().status(EchoServer.ID).state() == Lab.State.STOPPED);
  }

  @Test
  void aTabIsSavedUnderANameAndOpenedAgain() throws IOException {
    openEcho();
    robot.clickOn("#echo-target").write("localhost:7");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Fx.until(() -> popOverField().isPresent());
    Fx.run(() -> popOverField().orElseThrow().setText("My echo: one"));
    Fx.until(() -> popOverField().orElseThrow().isFocused());
    robot.push(KeyCode.ENTER);

    Path file = desk.parts().folders().workspace().resolve("my-echo-one.yaml");
    Fx.until(() -> titles().contains("My echo: one") && Files.exists(file));
    Entry saved = EntryFiles.read(file).getFirst();
    assertThat(saved.request().text("target")).contains("localhost:7");
    assertThat(shell.tabs().selected().orElseThrow().dirtyProperty().get()).isFalse();

    robot.push(KeyCode.CONTROL, KeyCode.W);
    Fx.until(() -> titles().equals(List.of("Welcome")));
    Fx.run(() -> shell.openFile(file));

    Fx.until(() -> titles().contains("My echo: one"));
  }

  @Test
  void allThatIsWrongWithAFileIsTold() throws IOException {
    Path file = desk.parts().folders().workspace().resolve("wrong.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "wirebench: 1\nname: one\ntool: echo\nrequset: {}\nexpct: []\n");

    Fx.run(() -> shell.openFile(file));

    Node more = find("#notice-more", Node.class);
    Fx.until(more::isVisible);
    Labeled said = find(".status-label", Labeled.class);
    assertThat(said.getText())
        .contains("wrong.yaml", "2 things", "line 4, column 1", "requset")
        .doesNotContain("expct");
    robot.clickOn(more);
    Fx.until(() -> popOver("#notice-detail").isPresent());
    assertThat(((TextInputControl) popOver("#notice-detail").orElseThrow()).getText())
        .contains("line 4, column 1", "requset", "line 5, column 1", "expct");
    robot.push(KeyCode.ESCAPE);
    Fx.until(() -> popOver("#notice-detail").isEmpty());
  }

  /** The mouse often rests on what was just pressed. */
  @Test
  void escapeClosesAPopOverUnderATooltip() {
    openEcho();
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Fx.until(() -> popOverField().filter(TextField::isFocused).isPresent());
    TextField name = popOverField().orElseThrow();
    Fx.run(() -> name.getTooltip().show(name, 300, 300));
    Fx.until(() -> name.getTooltip().isShowing());

    robot.push(KeyCode.ESCAPE);

    Fx.until(() -> popOverField().isEmpty());
    assertThat(name.getTooltip().isShowing()).isFalse();
  }

  private static Optional<Node> popOver(String query) {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(window -> window.getScene().lookup(query))
        .filter(Node.class::isInstance)
        .findFirst();
  }

  private static Optional<TextField> popOverField() {
    return popOver("#save-name").map(TextField.class::cast);
  }

  @Test
  void savingKeepsTheOtherEntriesOfItsFile() throws IOException {
    Path file = desk.parts().folders().workspace().resolve("two.yaml");
    Optional<Path> _ =
        EntryFiles.write(
            file,
            List.of(
                Entry.of("one", EchoTool.ID, Tree.Fields.NONE.with("target", "a:1")),
                Entry.of("two", EchoTool.ID, Tree.Fields.NONE.with("target", "b:2"))));
    Fx.run(() -> shell.openFile(file));
    Fx.until(() -> titles().containsAll(List.of("one", "two")));
    Fx.until(() -> shell.view().lookup("#echo-target") != null);

    robot.clickOn("#echo-line").write("x");
    robot.push(KeyCode.CONTROL, KeyCode.S);

    Fx.until(() -> Files.readString(file).contains("line: x"));
    assertThat(EntryFiles.read(file)).extracting(Entry::name).containsExactly("one", "two");
  }

  @Test
  void aTabMovesToAWindowOfItsOwnAndBack() {
    openEcho();
    robot.clickOn("#echo-target").write("kept");
    WorkTab tab = shell.tabs().selected().orElseThrow();

    Fx.run(() -> shell.tabs().moveApart(tab));
    Fx.until(() -> Window.getWindows().size() >= 2 && titles().equals(List.of("Welcome")));
    Fx.run(() -> shell.tabs().moveBack(tab));

    Fx.until(() -> titles().contains("kept"));
    assertThat(find("#echo-target", TextField.class).getText()).isEqualTo("kept");
  }

  @Test
  void aRequestThatFailsSaysWhyAndCanBeTriedAgain() {
    openEcho();
    robot.clickOn("#echo-target").write("127.0.0.1:1");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    Fx.until(
        () ->
            shell.view().lookup(".failure-banner") instanceof FailureBanner banner
                && banner.isVisible());
    robot.clickOn("Try again");
    Fx.until(() -> shell.view().lookup(".failure-banner").isVisible());
    robot.push(KeyCode.F12);
    robot.clickOn("#dock-JOBS");

    Fx.until(() -> shell.view().lookupAll(".job-row").size() == 2);
  }

  /**
   * What it shows has no colours there; {@link StyleWarnings} hears of it if they are asked for.
   */
  @Test
  void aTabThatIsNotShownMayChangeAndIsAsItShouldBeWhenItIsShownAgain() {
    openEcho();
    robot.clickOn("#echo-target").write("127.0.0.1:1");
    WorkTab tab = shell.tabs().selected().orElseThrow();
    EchoView view = (EchoView) Fx.call(() -> shell.views().of(tab));
    robot.clickOn("#rail-settings");
    Fx.until(() -> view.node().getScene() == null);

    Fx.run(view::primary);
    Fx.until(() -> view.node().lookup(".failure-banner").isVisible());
    Fx.run(() -> shell.set(shell.settings().getValue().withTheme(ThemeChoice.DARK)));
    Fx.run(() -> shell.tabs().selectedProperty().set(tab));

    FailureBanner banner = find(".failure-banner", FailureBanner.class);
    Fx.until(() -> banner.getHeight() > 0);
  }

  @Test
  void theDockOpensAndClosesWithItsKey() {
    robot.push(KeyCode.F12);
    Fx.until(() -> shell.view().dockName().equals("WIRE"));

    robot.push(KeyCode.F12);

    Fx.until(() -> shell.view().dockName().isEmpty());
  }

  @Test
  void theWindowAsksNothingWhenItIsClosed() {
    robot.push(KeyCode.CONTROL, KeyCode.Q);

    Fx.until(() -> quits.get() == 1);
  }
}
