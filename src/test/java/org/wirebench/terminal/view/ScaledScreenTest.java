package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.settings.Settings;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.PixelCanvas;
import org.wirebench.fx.Theme;
import org.wirebench.terminal.emoji.EmojiPictures;
import org.wirebench.terminal.engine.ColorScheme;
import org.wirebench.terminal.engine.Row;
import org.wirebench.terminal.engine.RowImage;
import org.wirebench.terminal.engine.Terminal;
import org.wirebench.terminal.engine.TerminalListener;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;

/** What is drawn on screens that have more pixels than units. */
@Timeout(60)
class ScaledScreenTest {
  private static final int ROWS = 9;
  private static final int COLUMNS = 31;

  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final FxJobs fx = new FxJobs(jobs.jobs(), jobs.faults()::add);
  private final Terminal terminal =
      new Terminal(
          ROWS,
          COLUMNS,
          0,
          new TerminalListener() {
            @Override
            public void answer(byte[] bytes) {}
          });

  @BeforeAll
  static void start() throws TimeoutException {
    Fx.start();
    // Loads the font.
    Fx.run(() -> new Theme(new SimpleObjectProperty<>(Settings.DEFAULT)).close());
  }

  private void feed(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    terminal.feed(bytes, 0, bytes.length);
  }

  /** Draws all rows with as many pixels for a unit as a screen has. */
  private Image draw(CellMetrics cell) {
    TerminalColors colors = new TerminalColors();
    double width = cell.x(COLUMNS);
    PixelCanvas canvas = new PixelCanvas();
    Group screen = new Group(canvas.node());
    Stage stage = show(screen, cell.scale());
    boolean _ = canvas.resize(width, ROWS * cell.height());
    EmojiPictures emoji = new EmojiPictures(fx, () -> {});
    TerminalPainter painter = new TerminalPainter(canvas.context(), colors, emoji, cell);
    painter.set(cell, ColorScheme.DEFAULT);
    boolean _ = colors.take(terminal.view());
    for (int i = 0; i < ROWS; i++) {
      Row row = new Row();
      terminal.view().read(i, row);
      RowImage image = new RowImage();
      boolean _ = image.take(row);
      painter.paint(image, Overlay.NONE, i * cell.height(), width);
    }
    Image image = seen(screen, cell.scale(), width, ROWS * cell.height());
    stage.hide();
    return image;
  }

  private static Stage show(Group screen, double scale) {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.setScene(new Scene(screen));
    stage.show();
    stage.setRenderScaleX(scale);
    stage.setRenderScaleY(scale);
    return stage;
  }

  /** The pixels that a screen has for it. */
  private static Image seen(Group screen, double scale, double width, double height) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setViewport(
        new Rectangle2D(0, 0, Math.round(width * scale), Math.round(height * scale)));
    return screen.snapshot(parameters, null);
  }

  /** The colours there are up to a column; those that nobody can tell apart are one. */
  private static List<Color> colors(Image image, int width) {
    PixelReader pixels = Objects.requireNonNull(image.getPixelReader());
    List<Color> found = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        Color color = pixels.getColor(x, y);
        if (found.stream().noneMatch(one -> isNear(one, color))) {
          found.add(color);
        }
      }
    }
    return found;
  }

  private static List<Color> colors(Image image) {
    return colors(image, (int) image.getWidth());
  }

  /** Edges that are computed in floats may be off by some thousandths of a pixel. */
  private static boolean isNear(Color one, Color other) {
    double red = Math.abs(one.getRed() - other.getRed());
    double green = Math.abs(one.getGreen() - other.getGreen());
    return Math.max(red, Math.max(green, Math.abs(one.getBlue() - other.getBlue()))) < 0.015;
  }

  private static CellMetrics cell(double scale, double zoom) {
    return CellMetrics.of("JetBrains Mono", 13 * zoom, 1, scale);
  }

  /** A frame with a cross, whose rows and columns go from edge to edge. */
  private void feedFrame() {
    StringBuilder all = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      boolean line = row % 4 == 0;
      for (int column = 0; column < COLUMNS; column++) {
        boolean crossing = column % 6 == 0;
        all.append(line ? (crossing ? '┼' : '─') : crossing ? '│' : ' ');
      }
      all.append(row < ROWS - 1 ? "\r\n" : "");
    }
    feed("\033[?7l" + all);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 1.75, 2})
  void linesHaveNeitherGapsNorBlur(double scale) {
    feedFrame();
    for (double zoom : List.of(1.0, 1.1, 1.21, 0.7)) {
      CellMetrics cell = cell(scale, zoom);
      Image image = Fx.call(() -> draw(cell));
      assertThat(colors(image)).as("zoom %s", zoom).hasSize(2);
      assertUnbroken(image, cell);
    }
  }

  /** Each line of the frame goes through all of the picture, and there are as many as were fed. */
  private static void assertUnbroken(Image image, CellMetrics cell) {
    PixelReader pixels = Objects.requireNonNull(image.getPixelReader());
    Color background = pixels.getColor((int) (3 * cell.width() * cell.scale()), 0);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    IntPredicate across =
        y -> IntStream.range(0, width).noneMatch(x -> isNear(pixels.getColor(x, y), background));
    IntPredicate down =
        x -> IntStream.range(0, height).noneMatch(y -> isNear(pixels.getColor(x, y), background));
    assertThat(runs(height, across)).isEqualTo(3);
    assertThat(runs(width, down)).isEqualTo(6);
  }

  /** How many times one begins of which it holds. */
  private static long runs(int size, IntPredicate test) {
    return IntStream.range(0, size)
        .filter(i -> test.test(i) && (i == 0 || !test.test(i - 1)))
        .count();
  }

  /** Columns are not all as wide, where that of the font is no whole number of pixels. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 1.75, 2})
  void aLineIsAsThickInEachCell(double scale) {
    feed("\033[?7l");
    for (char line : "─━═┄┉╍▂⠶".toCharArray()) {
      feed(String.valueOf(line).repeat(COLUMNS) + "\r\n");
    }
    for (double zoom : List.of(1.0, 1.1, 1.21, 0.7)) {
      CellMetrics cell = cell(scale, zoom);
      Image image = Fx.call(() -> draw(cell));
      List<List<Boolean>> columns =
          IntStream.range(0, COLUMNS).mapToObj(column -> drawn(image, cell, column)).toList();
      assertThat(columns).as("zoom %s", zoom).containsOnly(columns.getFirst());
    }
  }

  /** In which rows of pixels there is anything of a column. */
  private static List<Boolean> drawn(Image image, CellMetrics cell, int column) {
    PixelReader pixels = Objects.requireNonNull(image.getPixelReader());
    Color background = pixels.getColor(0, (int) image.getHeight() - 1);
    int from = (int) Math.round(cell.x(column) * cell.scale());
    int to = (int) Math.round(cell.x(column + 1) * cell.scale());
    return IntStream.range(0, (int) image.getHeight())
        .mapToObj(
            y ->
                IntStream.range(from, to).anyMatch(x -> !isNear(pixels.getColor(x, y), background)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 1.75, 2})
  void blocksAndBackgroundsFillTheirCells(double scale) {
    String row = "\033[48;2;9;9;9m" + " ".repeat(7) + "\033[38;2;9;9;9;49m" + "█".repeat(24);
    feed("\033[?7l" + (row + "\r\n").repeat(ROWS - 1) + row);
    for (double zoom : List.of(1.0, 1.1, 1.21, 0.7)) {
      Image image = Fx.call(() -> draw(cell(scale, zoom)));
      assertThat(colors(image)).as("zoom %s", zoom).containsExactly(Color.rgb(9, 9, 9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.25, 1.5, 2})
  void glyphsOfAnyKindHaveTheirEdgesOnPixels(double scale) {
    feed("\033[?7l▀▄▌▐▖▗▘▝═║╔╗╚╝━┃┏┓┗┛┅┇⣿⠿");
    Image image = Fx.call(() -> draw(cell(scale, 1)));
    assertThat(colors(image, (int) (cell(scale, 1).x(24) * scale))).hasSize(2);
  }
}
