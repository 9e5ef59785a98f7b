package org.wirebench.fx;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/** Controls that edit a text of a {@link FormModel}. */
public final class FormControls {
  private FormControls() {}

  /** A field for a line of text. */
  public static TextField text(StringProperty text, String prompt) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  /**
   * A choice of the constants of an enum, typed in lower case with dashes.
   *
   * @param otherwise what an empty text stands for; choosing it empties the text
   * @param title what a constant is called
   */
  public static <E extends Enum<E>> ChoiceBox<E> choice(
      StringProperty text, List<E> constants, E otherwise, Function<E, String> title) {
    ChoiceBox<E> box = new SteadyChoice<>();
    box.setConverter(titles(title));
    box.getItems().setAll(constants);
    box.setValue(constant(text.get(), constants, otherwise));
    box.valueProperty()
        .addListener(
            (_, _, chosen) -> {
              if (chosen != null && chosen != constant(text.get(), constants, otherwise)) {
                text.set(chosen == otherwise ? "" : word(chosen));
              }
            });
    text.addListener((_, _, now) -> box.setValue(constant(now, constants, otherwise)));
    return box;
  }

  static <E> StringConverter<E> titles(Function<E, String> title) {
    return new StringConverter<>() {
      @Override
      public String toString(E constant) {
        return constant == null ? "" : title.apply(constant);
      }

      @Override
      public E fromString(String text) {
        throw new IllegalStateException("a choice is not typed");
      }
    };
  }

  private static <E extends Enum<E>> E constant(String text, List<E> constants, E otherwise) {
    return constants.stream()
        .filter(one -> word(one).equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(otherwise);
  }

  /** How a constant is typed. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A box to tick.
   *
   * @param otherwise what an empty text stands for
   */
  public static CheckBox flag(StringProperty text, String label, boolean otherwise) {
    CheckBox box = new CheckBox(label);
    box.setWrapText(true);
    box.setSelected(isSet(text.get(), otherwise));
    box.selectedProperty()
        .addListener(
            (_, _, now) -> {
              if (now != isSet(text.get(), otherwise)) {
                text.set(now == otherwise ? "" : Boolean.toString(now));
              }
            });
    text.addListener((_, _, now) -> box.setSelected(isSet(now, otherwise)));
    return box;
  }

  private static boolean isSet(String text, boolean otherwise) {
    return text.isBlank() ? otherwise : text.strip().equals("true");
  }
}
