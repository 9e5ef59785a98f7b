package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;

/** The rows of a list, by keys and by their menu. */
class ListEditorTest {
  private final FxRobot robot = Fx.robot();
  private final ListEditor editor;

  ListEditorTest() throws TimeoutException {
    Fx.start();
    editor =
        Fx.call(
            () ->
                new ListEditor(
                    "Add",
                    Tree.text(""),
                    (row, _) -> FormControls.text(row.text(ListEditor.ITEM), "")));
  }

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    robot.interact(
        () -> {
          editor
              .itemsProperty()
              .set(Tree.items(List.of(Tree.text("a"), Tree.text("b"), Tree.text("c"))));
          stage.setScene(new Scene(editor, 300, 300));
          stage.show();
        });
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
  }

  private String items() {
    StringBuilder all = new StringBuilder();
    for (Tree item : editor.itemsProperty().get().items()) {
      all.append(item instanceof Tree.Text(String text, Mark _) ? text : "?");
    }
    return all.toString();
  }

  private void focus(String style, int row) {
    robot.interact(
        () -> editor.lookupAll(style).stream().skip(row).findFirst().ifPresent(Node::requestFocus));
  }

  private void alt(KeyCode code) {
    robot.push(KeyCode.ALT, code);
  }

  @Test
  void altAndAnArrowMoveTheRowThatIsTypedInAndItKeepsTheFocus() {
    focus(".text-field", 0);
    alt(KeyCode.DOWN);
    assertThat(items()).isEqualTo("bac");
    alt(KeyCode.DOWN);
    assertThat(items()).isEqualTo("bca");
    alt(KeyCode.DOWN);
    assertThat(items()).isEqualTo("bca");
    alt(KeyCode.UP);
    assertThat(items()).isEqualTo("bac");
    robot.interact(() -> ((TextField) editor.getScene().getFocusOwner()).setText("x"));
    assertThat(items()).isEqualTo("bxc");
  }

  @Test
  void deleteOnTheMenuRemovesTheRowAndTheNextTakesItsPlace() {
    focus(".row-menu", 1);
    robot.push(KeyCode.DELETE);
    assertThat(items()).isEqualTo("ac");
    robot.push(KeyCode.DELETE);
    assertThat(items()).isEqualTo("a");
    robot.push(KeyCode.DELETE);
    assertThat(items()).isEmpty();
    assertThat(editor.getScene().getFocusOwner()).isSameAs(robot.lookup(".flat").query());
  }

  @Test
  void deleteInAFieldIsForTyping() {
    focus(".text-field", 1);
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.DELETE);
    assertThat(items()).isEqualTo("ac");
    assertThat(editor.itemsProperty().get().items()).hasSize(3);
  }

  @Test
  void theMenuDuplicatesAndDoesNotMoveWhatIsFirstFurtherUp() {
    MenuButton menu = robot.lookup(".row-menu").query();
    robot.interact(menu::show);
    List<MenuItem> items = menu.getItems();
    assertThat(items)
        .extracting(MenuItem::getText)
        .containsExactly("Move up  (Alt+↑)", "Move down  (Alt+↓)", "Duplicate", "Remove  (Delete)");
    assertThat(items.getFirst().isDisable()).isTrue();
    assertThat(items.get(1).isDisable()).isFalse();
    robot.interact(items.get(2)::fire);
    assertThat(items()).isEqualTo("aabc");
    assertThat(menu.getTooltip().getText()).contains("Alt+↑, Alt+↓, Delete");
  }
}
