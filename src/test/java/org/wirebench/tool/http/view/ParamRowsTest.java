package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;

/** The table of parameters, some of which are left out for once. */
@Timeout(60)
class ParamRowsTest {
  private static final String ADDRESS = "http://x.example/a?one=1&two=2&three=3";

  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  private List<String> names() {
    return Fx.call(
        () ->
            robot.lookup(".list-row .row-name").queryAllAs(TextField.class).stream()
                .map(TextField::getText)
                .toList());
  }

  private CheckBox box(int row) {
    return robot.lookup(".list-row .check-box").nth(row).query();
  }

  private void show() {
    tab.show(Tree.Fields.NONE.with("url", ADDRESS));
    Fx.run(() -> tab.view().request().show("Parameters"));
  }

  @Test
  void aRowThatIsSwitchedOffStaysWhereItIs() {
    show();
    CheckBox second = box(1);
    robot.clickOn(second);

    assertThat(names()).containsExactly("one", "two", "three");
    assertThat(tab.typed("url")).isEqualTo("http://x.example/a?one=1&three=3");
    assertThat(Fx.call(second::isFocused)).isTrue();

    robot.clickOn(box(0)).clickOn(second);
    assertThat(names()).containsExactly("one", "two", "three");
    assertThat(tab.typed("url")).isEqualTo("http://x.example/a?two=2&three=3");
  }

  @Test
  void itStaysThereToWhileTheAddressIsTyped() {
    show();
    robot.clickOn(box(1));
    Fx.run(() -> tab.urlField().setText("http://x.example/a?one=5&three=3&four=4"));

    assertThat(names()).containsExactly("one", "two", "three", "four");
    Fx.run(() -> tab.urlField().setText("http://x.example/a"));
    assertThat(names()).containsExactly("two");
  }

  @Test
  void itIsThereAgainAfterARestart() {
    show();
    robot.clickOn(box(0)).clickOn(box(1));
    assertThat(names()).containsExactly("one", "two", "three");
    Map<String, String> draft = Fx.call(() -> tab.view().draft());
    Tree.Fields typed = Fx.call(() -> tab.model().form().tree());

    tab.show(typed);
    Fx.run(() -> tab.view().request().show("Parameters"));
    Fx.run(() -> tab.view().restoreDraft(draft));

    assertThat(names()).containsExactly("one", "two", "three");
    assertThat(Fx.call(() -> tab.model().form().tree())).isEqualTo(typed);
  }

  @Test
  void aDraftThatCannotBeReadChangesNothing() {
    show();
    robot.clickOn(box(0));
    Fx.run(() -> tab.view().restoreDraft(Map.of("params", "1,x,-3,99999999999999999999")));

    assertThat(names()).containsExactly("one", "two", "three");
  }
}
