package org.wirebench.fx;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.control.Control;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** What a log view takes from the style sheet: its colours and its font. */
final class LogColors {
  private static final StyleablePropertyFactory<LogView> FACTORY =
      new StyleablePropertyFactory<>(Control.getClassCssMetaData());

  final StyleableProperty<Color> text;
  final StyleableProperty<Color> quiet;
  final StyleableProperty<Color> out;
  final StyleableProperty<Color> in;
  final StyleableProperty<Color> failure;
  final StyleableProperty<Color> selection;
  final StyleableProperty<Color> current;
  final StyleableProperty<Color> match;
  final StyleableProperty<Color> strong;
  final StyleableProperty<Color> keyword;
  final StyleableProperty<Color> string;
  final StyleableProperty<Color> number;
  final StyleableProperty<Color> comment;
  final StyleableProperty<Font> font;

  LogColors(LogView view) {
    text = color(view, "-wb-text", colors -> colors.text);
    quiet = color(view, "-wb-quiet", colors -> colors.quiet);
    out = color(view, "-wb-out", colors -> colors.out);
    in = color(view, "-wb-in", colors -> colors.in);
    failure = color(view, "-wb-failure", colors -> colors.failure);
    selection = color(view, "-wb-selection", colors -> colors.selection);
    current = color(view, "-wb-current", colors -> colors.current);
    match = color(view, "-wb-match", colors -> colors.match);
    strong = color(view, "-wb-strong", colors -> colors.strong);
    keyword = color(view, "-wb-keyword", colors -> colors.keyword);
    string = color(view, "-wb-string", colors -> colors.string);
    number = color(view, "-wb-number", colors -> colors.number);
    comment = color(view, "-wb-comment", colors -> colors.comment);
    font =
        FACTORY.createStyleableFontProperty(
            view, "font", "-fx-font", log -> log.colors().font, Font.getDefault());
  }

  private static StyleableProperty<Color> color(
      LogView view, String css, Function<LogColors, StyleableProperty<Color>> of) {
    return FACTORY.createStyleableColorProperty(
        view, css.substring(1), css, log -> of.apply(log.colors()), Color.TRANSPARENT);
  }

  List<StyleableProperty<?>> all() {
    return List.of(
        text, quiet, out, in, failure, selection, current, match, strong, keyword, string, number,
        comment, font);
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return FACTORY.getCssMetaData();
  }

  Color of(Row.Kind kind) {
    return switch (kind) {
      case PLAIN -> text.getValue();
      case OUT -> out.getValue();
      case IN -> in.getValue();
      case EVENT -> quiet.getValue();
      case FAILURE -> failure.getValue();
    };
  }

  Color of(Row.Style style) {
    return switch (style) {
      case DIM -> quiet.getValue();
      case STRONG -> strong.getValue();
      case KEYWORD -> keyword.getValue();
      case STRING -> string.getValue();
      case NUMBER -> number.getValue();
      case COMMENT -> comment.getValue();
      case FAILURE -> failure.getValue();
      case MATCH -> text.getValue();
    };
  }
}
