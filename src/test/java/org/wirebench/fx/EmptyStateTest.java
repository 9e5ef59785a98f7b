package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;

class EmptyStateTest {
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final EmptyState empty =
      Fx.call(
          () ->
              new EmptyState(
                  Feather.LAYERS,
                  "Nothing runs, and nothing ran yet.",
                  Action.of("Try it", Feather.PLAY, () -> {})));

  private Node find(String query) {
    return Fx.call(() -> empty.lookup(query));
  }

  private Bounds place(Node node) {
    return Fx.call(() -> empty.sceneToLocal(node.localToScene(node.getLayoutBounds())));
  }

  private void show(double height) {
    StackPane pane = Fx.call(() -> new StackPane(empty));
    window.show(pane, 500, height);
    Fx.until(() -> empty.getHeight() == height && empty.lookup(".empty-words") != null);
  }

  @Test
  void aHighPaneShowsThePictureToo() {
    show(300);

    Fx.until(() -> find(".empty-icon").isVisible());
    assertThat(place(find(".empty-icon")).getMinY()).isPositive();
  }

  @Test
  void inALowPaneThePictureGoesAndNothingIsCut() {
    show(130);

    Fx.until(() -> !find(".empty-icon").isVisible());
    assertThat(place(find(".empty-words")).getMinY()).isNotNegative();
    assertThat(place(find(".button")).getMaxY()).isLessThanOrEqualTo(130);
  }

  @Test
  void inALowerPaneTheRestCanBeScrolled() {
    show(60);

    Fx.until(
        () -> find(".scroll-bar:vertical") != null && find(".scroll-bar:vertical").isVisible());
    // Again and again, since the button that gets the focus is scrolled into sight once.
    Fx.until(
        () -> {
          empty.setVvalue(0);
          return place(find(".empty-words")).getMinY() >= 0;
        });
    Fx.until(
        () -> {
          empty.setVvalue(1);
          return place(find(".button")).getMaxY() <= 60;
        });
  }
}
