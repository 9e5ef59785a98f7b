package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;

@Timeout(30)
class PixelCanvasTest {
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final PixelCanvas canvas = Fx.call(PixelCanvas::new);
  private final Group screen = Fx.call(() -> new Group(canvas.node()));

  PixelCanvasTest() {
    window.show(screen, 300, 200);
  }

  private void setScale(double scale) {
    Fx.run(
        () -> {
          screen.getScene().getWindow().setRenderScaleX(scale);
          screen.getScene().getWindow().setRenderScaleY(scale);
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2, 2.25})
  void whatIsDrawnOnPixelsHasSharpEdges(double scale) {
    setScale(scale);
    Fx.run(
        () -> {
          assertThat(canvas.resize(40 / scale, 40 / scale)).isTrue();
          canvas.context().setFill(Color.WHITE);
          canvas.context().fillRect(0, 0, 40 / scale, 40 / scale);
          canvas.context().setFill(Color.RED);
          canvas.context().fillRect(3 / scale, 7 / scale, 10 / scale, 4 / scale);
          canvas.context().fillRect(13 / scale, 7 / scale, 10 / scale, 4 / scale);
        });
    PixelReader pixels = Fx.call(() -> seen(scale));
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        boolean red = x >= 3 && x < 23 && y >= 7 && y < 11;
        Color color = pixels.getColor(x, y);
        assertThat(color.getGreen()).as("%s, %s", x, y).isEqualTo(red ? 0 : 1, within(0.01));
      }
    }
  }

  /** The pixels that a screen has for it. */
  private PixelReader seen(double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setViewport(new Rectangle2D(0, 0, 40, 40));
    return Objects.requireNonNull(screen.snapshot(parameters, null).getPixelReader());
  }

  @Test
  void onAScreenWithOtherPixelsItIsDrawnAnew() {
    Fx.run(
        () -> {
          assertThat(canvas.resize(40, 30)).isTrue();
          assertThat(canvas.resize(40, 30)).isFalse();
        });
    setScale(1.5);
    Fx.run(
        () -> {
          assertThat(canvas.scaleProperty().getValue().doubleValue()).isEqualTo(1.5);
          assertThat(canvas.resize(40, 30)).isTrue();
          assertThat(canvas.resize(40, 30)).isFalse();
          assertThat(canvas.width()).isEqualTo(40);
          assertThat(canvas.height()).isEqualTo(30);
          assertThat(canvas.node().getBoundsInParent().getWidth()).isEqualTo(40, within(1e-9));
          assertThat(canvas.node().getBoundsInParent().getHeight()).isEqualTo(30, within(1e-9));
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void rowsOfALogAreWholePixelsHigh(double scale) {
    LogMetrics metrics = Fx.call(() -> LogMetrics.of(Font.font(13), scale));
    for (double length : new double[] {metrics.height(), metrics.baseline(), metrics.snap(7.3)}) {
      assertThat(length * scale).isEqualTo(Math.rint(length * scale), within(1e-9));
    }
    assertThat(metrics.height()).isBetween(metrics.baseline(), 40.0);
  }
}
