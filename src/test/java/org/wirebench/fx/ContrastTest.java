package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.testkit.Fx;

/** What WCAG 2.2 asks for: 4.5:1 for text (1.4.3), 3:1 for the ring of the focus (1.4.11). */
class ContrastTest {
  private static final String PROMPT = "host:port";

  private final SimpleObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.DEFAULT);
  private final Segments<String> segments;
  private final TextField field;
  private final Hyperlink link;
  private final VBox root;
  private final Stage stage;
  private final Theme theme;

  ContrastTest() throws TimeoutException {
    Fx.start();
    segments = new Segments<>(List.of("Client", "Server"), one -> one, one -> one);
    field = new TextField();
    link = new Hyperlink("Talk to a server");
    root = new VBox(segments, field, link);
    stage = Fx.call(Stage::new);
    theme = Fx.call(() -> new Theme(settings));
    field.setPromptText(PROMPT);
    root.getStyleClass().add("shell");
  }

  private void show(ThemeChoice choice) {
    Fx.run(
        () -> {
          settings.set(Settings.DEFAULT.withTheme(choice));
          Scene scene = new Scene(root, 400, 200);
          theme.dress(scene);
          stage.setScene(scene);
          stage.show();
          field.requestFocus();
        });
    Fx.until(field::isFocused);
    Fx.run(
        () -> {
          root.applyCss();
          root.layout();
        });
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          stage.close();
          theme.close();
        });
  }

  private static Color over(Color below, Paint above) {
    Color color = (Color) above;
    return below.interpolate(
        Color.color(color.getRed(), color.getGreen(), color.getBlue()), color.getOpacity());
  }

  /** What is seen in the middle of a region, whose layers lie on each other. */
  private static Color seen(Color below, Region region) {
    Color color = below;
    for (BackgroundFill fill : region.getBackground().getFills()) {
      color = over(color, fill.getFill());
    }
    return color;
  }

  private static double part(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double light(Color color) {
    return 0.2126 * part(color.getRed())
        + 0.7152 * part(color.getGreen())
        + 0.0722 * part(color.getBlue());
  }

  private static double contrast(Color one, Color other) {
    double a = light(one) + 0.05;
    double b = light(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void theChosenSegmentAndAPromptCanBeRead(ThemeChoice choice) {
    show(choice);
    Fx.run(
        () -> {
          Color window = seen(Color.WHITE, root);
          ToggleButton chosen = (ToggleButton) segments.getChildren().getFirst();
          assertThat(contrast((Color) chosen.getTextFill(), seen(window, chosen)))
              .isGreaterThanOrEqualTo(4.5);
          assertThat(field.lookupAll(".text"))
              .filteredOn(node -> node instanceof Text text && text.getText().equals(PROMPT))
              .as("the prompt of the field that has the focus")
              .singleElement()
              .satisfies(
                  node -> {
                    assertThat(node.isVisible()).isTrue();
                    Color prompt = over(seen(window, field), ((Shape) node).getFill());
                    assertThat(contrast(prompt, seen(window, field))).isGreaterThanOrEqualTo(4.5);
                  });
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void theRingOfTheFocusIsSeenAndMovesNothing(ThemeChoice choice) {
    show(choice);
    double width = Fx.call(link::getWidth);
    double place = Fx.call(link::getLayoutY);
    assertThat(Fx.call(link::getBorder)).isNull();

    Fx.run(
        () -> {
          boolean _ = field.requestFocusTraversal(javafx.scene.TraversalDirection.NEXT);
          root.applyCss();
          root.layout();
          assertThat(link.isFocusVisible()).isTrue();
          assertThat(link.getBorder().getStrokes().getFirst().getWidths().getTop()).isEqualTo(2);
          Color ring = (Color) link.getBorder().getStrokes().getFirst().getTopStroke();
          assertThat(contrast(ring, seen(Color.WHITE, root))).isGreaterThanOrEqualTo(3);
          assertThat(link.getWidth()).isEqualTo(width);
          assertThat(link.getLayoutY()).isEqualTo(place);
        });
  }
}
