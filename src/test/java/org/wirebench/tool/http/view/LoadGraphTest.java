package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.http.service.load.LoadReport.Second;

class LoadGraphTest {
  private static final Duration LENGTH = Duration.ofSeconds(1);

  @RegisterExtension private final TestWindow window = new TestWindow();

  private static boolean has(LoadGraph graph, Color color) {
    WritableImage image = graph.snapshot(null, null);
    return IntStream.range(0, (int) image.getHeight())
        .anyMatch(
            y ->
                IntStream.range(0, (int) image.getWidth())
                    .anyMatch(x -> image.getPixelReader().getColor(x, y).equals(color)));
  }

  @Test
  void itIsPaintedAnewWhenItsColoursChange() {
    LoadGraph graph = Fx.call(LoadGraph::new);
    window.show(new StackPane(graph), 400, 300);
    Second second = new Second(Duration.ZERO, LENGTH, 9, 0, LENGTH, LENGTH);
    Fx.run(
        () -> {
          graph.setStyle("-wb-grid: #00ff00;");
          graph.show(List.of(second, second));
        });
    Fx.until(() -> has(graph, Color.web("#00ff00")));

    Fx.run(() -> graph.setStyle("-wb-grid: #ff00ff;"));

    Fx.until(() -> has(graph, Color.web("#ff00ff")));
    assertThat(Fx.call(() -> has(graph, Color.web("#00ff00")))).isFalse();
  }
}
