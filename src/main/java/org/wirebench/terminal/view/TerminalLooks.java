package org.wirebench.terminal.view;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.SimpleStyleableStringProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.control.Control;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.ColorScheme;
import org.wirebench.terminal.engine.ColorSchemes;

/** The font and the sizes of a terminal, and its colours before a program changes them. */
final class TerminalLooks {
  static final double SMALLEST_ZOOM = 0.4;
  static final double LARGEST_ZOOM = 5;

  /** By what a key or a notch of the wheel makes the text larger. */
  static final double ZOOM_STEP = 1.1;

  private static final StyleablePropertyFactory<TerminalView> FACTORY =
      new StyleablePropertyFactory<>(Control.getClassCssMetaData());
  private static final CssMetaData<TerminalView, Font> FONT =
      FACTORY.createFontCssMetaData("-fx-font", view -> view.looks().font, Font.getDefault());
  private static final CssMetaData<TerminalView, String> SCHEME =
      FACTORY.createStringCssMetaData(
          "-wb-scheme", view -> view.looks().themed, ColorScheme.DEFAULT.name());

  private static final CssMetaData<TerminalView, Color> HIT =
      color("-wb-mark-hit", view -> view.looks().hit);
  private static final CssMetaData<TerminalView, Color> PROMPT =
      color("-wb-mark-prompt", view -> view.looks().prompt);
  private static final CssMetaData<TerminalView, Color> FAILURE =
      color("-wb-mark-failure", view -> view.looks().failure);

  private final SimpleStyleableObjectProperty<Font> font;
  private final SimpleStyleableObjectProperty<Color> hit;
  private final SimpleStyleableObjectProperty<Color> prompt;
  private final SimpleStyleableObjectProperty<Color> failure;
  private final SimpleStyleableStringProperty themed;
  private final ObjectProperty<@Nullable ColorScheme> scheme;
  private final DoubleProperty zoom;
  private final DoubleProperty lineHeight;

  /**
   * @param view the bean of the properties
   */
  TerminalLooks(TerminalView view) {
    font = new SimpleStyleableObjectProperty<>(FONT, view, "font", Font.getDefault());
    themed = new SimpleStyleableStringProperty(SCHEME, view, "themed", ColorScheme.DEFAULT.name());
    hit = new SimpleStyleableObjectProperty<>(HIT, view, "hit", Color.TRANSPARENT);
    prompt = new SimpleStyleableObjectProperty<>(PROMPT, view, "prompt", Color.TRANSPARENT);
    failure = new SimpleStyleableObjectProperty<>(FAILURE, view, "failure", Color.TRANSPARENT);
    scheme = new SimpleObjectProperty<>(view, "scheme");
    zoom = new SimpleDoubleProperty(view, "zoom", 1);
    lineHeight = new SimpleDoubleProperty(view, "lineHeight", 1);
  }

  private static CssMetaData<TerminalView, Color> color(
      String css, Function<TerminalView, StyleableProperty<Color>> property) {
    return FACTORY.createColorCssMetaData(css, property, Color.TRANSPARENT);
  }

  static List<CssMetaData<? extends Styleable, ?>> cssMetaData() {
    return FACTORY.getCssMetaData();
  }

  /** Runs an action whenever the colours may be others. */
  void onColors(Runnable action) {
    scheme.subscribe(action);
    themed.subscribe(action);
    hit.subscribe(action);
    prompt.subscribe(action);
    failure.subscribe(action);
  }

  /** Runs an action whenever the font or a size is another. */
  void onSizes(Runnable action) {
    font.subscribe(action);
    zoom.subscribe(action);
    lineHeight.subscribe(action);
  }

  /** The colours that were chosen; null for those that suit the theme. */
  ObjectProperty<@Nullable ColorScheme> schemeProperty() {
    return scheme;
  }

  /** The colours before a program changes them. */
  ColorScheme colors() {
    ColorScheme chosen = scheme.get();
    return chosen == null ? ColorSchemes.byName(themed.get()).orElse(ColorScheme.DEFAULT) : chosen;
  }

  /** How large the text is, as a part of its usual size. */
  DoubleProperty zoomProperty() {
    return zoom;
  }

  /** Makes the text larger or smaller by a part of what it is. */
  void zoomBy(double factor) {
    zoom.set(Math.clamp(zoom.get() * factor, SMALLEST_ZOOM, LARGEST_ZOOM));
  }

  /** How high a row is, as a part of what the font asks for. */
  DoubleProperty lineHeightProperty() {
    return lineHeight;
  }

  /**
   * The colours of marks on the scroll bar.
   *
   * @param hit where the search found something
   * @param prompt where a prompt is
   * @param failure where a command was typed that failed
   */
  record Marks(Color hit, Color prompt, Color failure) {
    static final Marks NONE = new Marks(Color.TRANSPARENT, Color.TRANSPARENT, Color.TRANSPARENT);
  }

  Marks marks() {
    return new Marks(hit.get(), prompt.get(), failure.get());
  }

  /**
   * The cells of these sizes.
   *
   * @param scale how many pixels of the screen a unit of the canvas is
   */
  CellMetrics metrics(double scale) {
    Font usual = font.get();
    double size = usual.getSize() * zoom.get();
    return CellMetrics.of(usual.getFamily(), size, lineHeight.get(), scale);
  }
}
