package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.wirebench.testkit.Fx;

class PngTest {
  @Test
  void everyPixelComesBack() throws IOException, TimeoutException {
    Fx.start();
    WritableImage drawn = new WritableImage(37, 5);
    for (int x = 0; x < 37; x++) {
      for (int y = 0; y < 5; y++) {
        drawn.getPixelWriter().setColor(x, y, Color.rgb(7 * x, 50 * y, 255 - x));
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Png.write(drawn, file);

    Image read = new Image(new ByteArrayInputStream(file.toByteArray()));

    assertThat(read.isError()).isFalse();
    assertThat(read.getWidth()).isEqualTo(37);
    for (int x = 0; x < 37; x++) {
      for (int y = 0; y < 5; y++) {
        assertThat(read.getPixelReader().getArgb(x, y))
            .isEqualTo(drawn.getPixelReader().getArgb(x, y));
      }
    }
  }
}
