package org.wirebench.tool.socket.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.socket.SocketTool;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.service.SocketHarness;

/** What is wrong in the lists of the form is marked where it is typed. */
@Timeout(60)
class MarkedFieldsTest {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final FxRobot robot = Fx.robot();
  @RegisterExtension private final SocketHarness harness = new SocketHarness();
  private @Nullable SetupPane pane;
  private @Nullable SocketViewModel model;

  @AfterEach
  void close() throws Exception {
    robot.interact(() -> requireNonNull(model).close());
  }

  private SetupPane pane() {
    return requireNonNull(pane);
  }

  private void show(Tree.Fields request, String tab) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    robot.interact(
        () -> {
          FxJobs jobs = new FxJobs(harness.jobs(), fault -> {});
          var settings = new SimpleObjectProperty<>(Settings.DEFAULT);
          SocketTool tool = new SocketTool(harness.environment());
          SocketViewModel made =
              new SocketViewModel(
                  jobs,
                  tool.service(),
                  Entry.of("", "socket", request),
                  new SimpleObjectProperty<>(Variables.NONE));
          model = made;
          SetupPane setup =
              new SetupPane(
                  made,
                  new MacroKeys(made.form(), List::of),
                  settings,
                  List::of,
                  new GeneratorForm(made),
                  SetupPane.code(jobs, made, tool.writers(), settings));
          pane = setup;
          made.form().treeProperty().addListener((_, _, _) -> setup.showProblems());
          setup.show(tab);
          stage.setScene(new Scene(setup, 420, 600));
          stage.show();
        });
  }

  /** The visible text fields of the tab that is shown, from above. */
  private List<TextField> fields() {
    Tab chosen = pane().getSelectionModel().getSelectedItem();
    return robot
        .from(chosen.getContent())
        .lookup(".text-field")
        .queryAllAs(TextField.class)
        .stream()
        .filter(TextField::isVisible)
        .sorted(
            Comparator.comparing(field -> field.localToScene(field.getBoundsInLocal()).getMinY()))
        .toList();
  }

  private TextField field(String prompt) {
    return fields().stream()
        .filter(field -> String.valueOf(field.getPromptText()).contains(prompt))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isWrong(Node node) {
    return node.getPseudoClassStates().contains(DANGER);
  }

  private List<String> reasons() {
    Tab chosen = pane().getSelectionModel().getSelectedItem();
    Set<Node> all = chosen.getContent().lookupAll(".field-problem");
    return all.stream()
        .filter(node -> node instanceof ProblemLabel && node.isVisible())
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  @Test
  void stepsArePlayedOnlyWhereThereAreSomeAndTheButtonSaysWhy() throws Exception {
    show(Tree.Fields.NONE.with("host", "127.0.0.1").with("port", "7"), "Steps");
    Button play = robot.lookup("Play the steps").queryButton();
    assertThat(play.isDisabled()).isTrue();
    assertThat(play.getAccessibleHelp()).isEqualTo("Add a step first");
    robot.clickOn("Add a step").write("hello");
    assertThat(play.isDisabled()).isFalse();
    robot.interact(() -> requireNonNull(model).form().text("port").set("70000"));
    assertThat(play.isDisabled()).isTrue();
    assertThat(play.getAccessibleHelp()).startsWith("First mend what is marked: ");
  }

  private @Nullable String tipOf(String tab) {
    return pane().getTabs().stream()
        .filter(one -> one.getText().equals(tab))
        .map(Tab::getTooltip)
        .map(tip -> tip == null ? null : tip.getText())
        .toList()
        .getFirst();
  }

  private List<Node> choosers() {
    return robot.lookup(".button").<Node>queryAll().stream()
        .filter(
            node ->
                SocketTab.isSeen(node)
                    && "Choose the file to send".equals(node.getAccessibleText()))
        .toList();
  }

  @Test
  void aFileIsLookedForWhereOneIsSentAndNowhereElse() throws Exception {
    Tree text = Tree.Fields.NONE.with("send", "x");
    Tree file = Tree.Fields.NONE.with("send", Tree.Fields.NONE.with("file", "x"));
    show(client().with("steps", Tree.items(List.of(text, file))), "Steps");
    assertThat(choosers()).hasSize(1);
    robot.interact(() -> pane().show("Generate"));
    assertThat(choosers()).isEmpty();
    ChoiceBox<?> forms =
        robot
            .lookup(
                (ChoiceBox<?> box) ->
                    box.getItems().contains(Payload.Form.HEX) && SocketTab.isSeen(box))
            .query();
    assertThat(forms.getItems().contains(Payload.Form.FILE)).isFalse();
  }

  private List<String> wrongTabs() {
    return pane().getTabs().stream()
        .filter(tab -> tab.getGraphic() != null)
        .map(Tab::getText)
        .toList();
  }

  private static Tree.Fields client() {
    return Tree.Fields.NONE.with("host", "localhost").with("port", "7");
  }

  @Test
  void aRuleThatDoesNotCompileIsMarkedInItsRowAndAtItsTabAndBothGoWhenItDoes() throws Exception {
    Tree rule =
        Tree.Fields.NONE.with("when", Tree.Fields.NONE.with("regex", "a")).with("reply", "b");
    show(
        Tree.Fields.NONE
            .with("mode", "server")
            .with("port", "7")
            .with("behaviour", Tree.Fields.NONE.with("rules", Tree.items(List.of(rule)))),
        "Behaviour");
    assertThat(wrongTabs()).isEmpty();
    TextField when = fields().getFirst();
    robot.clickOn(when).type(KeyCode.END).write("(");
    assertThat(isWrong(when)).isTrue();
    assertThat(reasons()).singleElement().asString().contains("regular expression");
    assertThat(wrongTabs()).containsExactly("Behaviour");
    TextField delay = field("delay");
    assertThat(isWrong(delay)).isFalse();
    robot.clickOn(delay).write("soon");
    assertThat(isWrong(delay)).isTrue();
    robot.clickOn(when).type(KeyCode.END).type(KeyCode.BACK_SPACE);
    assertThat(isWrong(when)).isFalse();
    robot.clickOn(delay).type(KeyCode.END).type(KeyCode.BACK_SPACE, 4).write("2s");
    assertThat(isWrong(delay)).isFalse();
    assertThat(reasons()).isEmpty();
    assertThat(wrongTabs()).isEmpty();
  }

  @Test
  void aRuleThatNeverHasItsTurnIsMarkedAndTheServerStartsAllTheSame() throws Exception {
    Tree rule = Tree.Fields.NONE.with("when", "PING").with("reply", "PONG");
    Tree.Fields server = Tree.Fields.NONE.with("mode", "server").with("port", "7");
    show(
        server.with("behaviour", Tree.Fields.NONE.with("rules", Tree.items(List.of(rule, rule)))),
        "Behaviour");
    robot.interact(() -> pane().showProblems());
    assertThat(fields().stream().filter(MarkedFieldsTest::isWrong)).hasSize(1);
    assertThat(reasons()).singleElement().asString().contains("rule 1, above it");
    assertThat(tipOf("Behaviour")).isEqualTo("Something in here has no effect");
    robot.interact(() -> requireNonNull(model).form().text("port").set("70000"));
    robot.interact(() -> pane().showProblems());
    assertThat(tipOf("Options")).isNull();
    assertThat(tipOf("Behaviour")).isEqualTo("Something in here has no effect");
    robot.interact(() -> requireNonNull(model).form().text("port").set("7"));
    assertThat(requireNonNull(model).request()).isNotNull();
    assertThat(requireNonNull(model).blockedProperty().get()).isEmpty();
  }

  @Test
  void halfAByteInTheSecondStepIsMarkedThere() throws Exception {
    Tree first = Tree.Fields.NONE.with("send", "x");
    Tree second = Tree.Fields.NONE.with("send", Tree.Fields.NONE.with("hex", "ab"));
    show(client().with("steps", Tree.items(List.of(first, second))), "Steps");
    List<TextField> fields = fields();
    robot.clickOn(fields.get(1)).type(KeyCode.END).write("c");
    assertThat(isWrong(fields.get(0))).isFalse();
    assertThat(isWrong(fields.get(1))).isTrue();
    assertThat(reasons()).singleElement().asString().contains("partner");
    assertThat(wrongTabs()).containsExactly("Steps");
  }

  @Test
  void aStepInItsShortFormIsMarkedToo() throws Exception {
    show(client().with("send", Tree.Fields.NONE.with("hex", "abc")), "Steps");
    assertThat(reasons()).singleElement().asString().contains("partner");
  }

  @Test
  void aShortcutOfTwoMacrosIsMarkedAtBothFieldsAndAtTheirTab() throws Exception {
    Tree one = Tree.Fields.NONE.with("name", "one").with("send", "1").with("key", "Ctrl+Alt+P");
    Tree two = Tree.Fields.NONE.with("name", "two").with("send", "2").with("key", "Shortcut+Alt+P");
    show(client().with("macros", Tree.items(List.of(one, two))), "Macros");
    assertThat(fields().stream().filter(MarkedFieldsTest::isWrong)).hasSize(2);
    assertThat(reasons()).hasSize(2).allSatisfy(text -> assertThat(text).contains("used twice"));
    assertThat(wrongTabs()).containsExactly("Macros");
    TextField second = fields().stream().filter(MarkedFieldsTest::isWrong).toList().getLast();
    robot.clickOn(second).type(KeyCode.END).type(KeyCode.BACK_SPACE).write("q");
    assertThat(reasons()).isEmpty();
    assertThat(wrongTabs()).isEmpty();
  }

  @Test
  void anImpossibleLocalAddressIsMarked() throws Exception {
    show(client(), "Options");
    TextField local = field("any");
    robot.clickOn(local).write("300.1.1.1");
    assertThat(isWrong(local)).isTrue();
    assertThat(wrongTabs()).containsExactly("Options");
  }

  @Test
  void whatTheGeneratorCannotSendIsMarkedWhileItIsTyped() throws Exception {
    show(client(), "Generate");
    TextField count = field("no end");
    robot.clickOn(count).write("many");
    assertThat(isWrong(count)).isTrue();
    TextField message = field("what to send");
    robot.clickOn(message).write("\\q");
    assertThat(message.getText()).isEqualTo("\\q");
    assertThat(isWrong(message)).isTrue();
    assertThat(reasons()).hasSize(2);
    Button start = robot.lookup("Start").queryButton();
    assertThat(start.getWidth()).isGreaterThanOrEqualTo(start.prefWidth(-1));
    robot.interact(() -> message.setText(""));
    assertThat(isWrong(message)).isFalse();
    robot.clickOn(count).type(KeyCode.BACK_SPACE, 4).write("12");
    assertThat(reasons()).isEmpty();
    robot.interact(() -> message.setText("${countr}"));
    assertThat(reasons())
        .containsExactly(
            "There is no ${countr} (did you mean ${counter}?); $${ stands for a plain ${");
  }
}
