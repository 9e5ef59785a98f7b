package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Tab;
import atlantafx.base.controls.TabLine;
import atlantafx.base.controls.TabSkin;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.fx.FailureBanner;
import org.wirebench.fx.ToolView;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.StyleWarnings;

/** The tabs in their line: chosen, closed, pinned, found again. */
class TabLineTest {
  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  /** Whether the head of the chosen tab is to be seen in its whole width. */
  private boolean chosenIsInView() {
    return window.shell().view().lookupAll(".tab-line .tab").stream()
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
    Fx.until(() -> window.titles().size() == 13 && chosenIsInView());
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    Fx.until(() -> window.selected().kind().id().equals("welcome"));
    Fx.until(this::chosenIsInView);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    Fx.until(() -> window.selected().kind().id().equals(EchoTool.ID));
    robot.write("a-long-name.example.org:7001");
    Fx.until(() -> window.titles().getLast().endsWith(":7001") && chosenIsInView());
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    Fx.until(() -> window.titles().contains("Settings") && chosenIsInView());

    window.restart();

    Fx.until(this::chosenIsInView);
  }

  @Test
  void theListOfAllTabsShowsTheOneThatIsChosenThere() {
    for (int i = 0; i < 3; i++) {
      robot.push(KeyCode.CONTROL, KeyCode.T);
    }
    robot.clickOn("#tab-list").clickOn("Welcome");

    Fx.until(() -> window.selected().kind().id().equals("welcome"));
  }

  @Test
  void theKeyOfAToolGoesToItsTabThatWasUsedLast() {
    WorkTab first = window.openEcho();
    WorkTab second = window.openEcho();
    Fx.run(() -> window.shell().tabs().selectedProperty().set(first));
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    Fx.until(() -> window.titles().contains("Settings"));

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    Fx.until(() -> window.shell().tabs().selectedProperty().get() == first);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.interrupt();

    assertThat(Fx.call(() -> window.shell().tabs().selectedProperty().get())).isSameAs(first);
    assertThat(Fx.call(() -> window.shell().tabs().tabs())).contains(second).hasSize(4);
  }

  @Test
  void aClosedTabComesBackWithWhatWasTyped() {
    var _ = window.openEcho();
    robot.clickOn("#echo-target").write("127.0.0.1:7");
    Fx.until(() -> window.titles().contains("127.0.0.1:7"));

    robot.push(KeyCode.CONTROL, KeyCode.W);
    Fx.until(() -> window.titles().equals(List.of("Welcome")));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);

    Fx.until(() -> window.titles().contains("127.0.0.1:7"));
    assertThat(window.find("#echo-target", TextField.class).getText()).isEqualTo("127.0.0.1:7");
    Fx.until(() -> window.selected().dirtyProperty().get());
  }

  @Test
  void aTabThatIsPinnedKeepsItsViewAndSoItsConnection() {
    var _ = window.openEcho();
    WorkTab tab = window.openEcho();
    ToolView view = Fx.call(() -> window.shell().views().of(tab));

    Fx.run(() -> window.shell().tabs().togglePin(tab));
    assertThat(Fx.call(() -> window.shell().tabs().tabs().getFirst())).isSameAs(tab);
    assertThat(Fx.call(() -> window.shell().views().of(tab))).isSameAs(view);
    Fx.run(() -> window.shell().tabs().togglePin(tab));

    assertThat(Fx.call(() -> window.shell().views().of(tab))).isSameAs(view);
    assertThat(Fx.call(() -> window.shell().tabs().selectedProperty().get())).isSameAs(tab);
  }

  /**
   * What it shows has no colours there; {@link StyleWarnings} hears of it if they are asked for.
   */
  @Test
  void aTabThatIsNotShownMayChangeAndIsAsItShouldBeWhenItIsShownAgain() {
    var _ = window.openEcho();
    robot.clickOn("#echo-target").write("127.0.0.1:1");
    WorkTab tab = window.selected();
    EchoView view = (EchoView) Fx.call(() -> window.shell().views().of(tab));
    robot.clickOn("#rail-settings");
    Fx.until(() -> view.node().getScene() == null);

    Fx.run(view::primary);
    Fx.until(() -> view.node().lookup(".failure-banner").isVisible());
    Fx.run(
        () -> window.shell().set(window.shell().settings().getValue().withTheme(ThemeChoice.DARK)));
    Fx.run(() -> window.shell().tabs().selectedProperty().set(tab));

    FailureBanner banner = window.find(".failure-banner", FailureBanner.class);
    Fx.until(() -> banner.getHeight() > 0);
  }

  /** A closed tab may come back, with a new head: it must not hold the old one. */
  @Test
  void aTabDoesNotHoldItsHead() {
    WorkTab tab = window.openEcho();
    WeakReference<Node> head = new WeakReference<>(Fx.call(() -> TabHead.of(tab).getGraphic()));

    Fx.until(
        () -> {
          System.gc();
          return head.get() == null;
        });
    assertThat(window.selected()).isSameAs(tab);
  }

  /** The line holds each head that it ever had, so that a head must not hold its closed tab. */
  @Test
  void aHeadDoesNotHoldAClosedTab() {
    WorkTab tab = window.openEcho();
    TabLine line = window.find(".tab-line", TabLine.class);
    Tab head = Fx.call(() -> line.getTabs().getLast());
    assertThat(head.getUserData()).isSameAs(tab);
    WeakReference<Node> sign = new WeakReference<>(head.getGraphic());
    Tooltip tip = head.getTooltip();
    assertThat(tip.textProperty().isBound()).isTrue();

    robot.push(KeyCode.CONTROL, KeyCode.W);
    Fx.until(() -> !line.getTabs().contains(head));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);

    Fx.until(() -> line.getTabs().getLast().getText().equals(tab.titleProperty().get()));
    Fx.until(
        () -> {
          System.gc();
          return sign.get() == null;
        });
    assertThat(head.getUserData()).isNull();
    assertThat(tip.textProperty().isBound()).isFalse();
  }
}
