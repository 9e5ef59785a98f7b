package org.wirebench.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What looks for cut words in all screens finds them. */
class CutTextTest {
  @RegisterExtension private final TestWindow window = new TestWindow();

  private List<String> cut(Node shown) {
    StackPane root = new StackPane(shown);
    window.show(root, 200, 100);
    return Fx.call(
        () -> {
          root.applyCss();
          root.layout();
          return CutText.in(root);
        });
  }

  private static Label label(double width) {
    Label label = new Label("words that take their room, and more of it than there is");
    label.setMinWidth(width);
    label.setMaxWidth(width);
    return label;
  }

  @Test
  void whatEndsWithAnEllipsisIsFound() {
    assertThat(cut(label(100))).singleElement().asString().endsWith("ends with an ellipsis");
  }

  @Test
  void whatReachesOverTheEdgeIsFound() {
    Label label = label(1000);
    assertThat(cut(new Pane(label))).singleElement().asString().contains("over the edge");
  }

  @Test
  void aPageThatScrollsSidewaysIsFound() {
    Region wide = new Region();
    wide.setMinWidth(500);
    ScrollPane page = new ScrollPane(wide);
    page.setFitToWidth(true);
    assertThat(cut(page)).singleElement().asString().endsWith("scrolls sideways");
  }

  @Test
  void whatHasRoomIsNot() {
    assertThat(cut(new Label("short"))).isEmpty();
  }
}
