package org.wirebench.fx;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/** Makes the fields of the form of a request, each marked while what is typed in it is wrong. */
public final class FormFields {
  private final FormModel form;
  private final Problems problems;

  /**
   * @param problems shows what is wrong with {@code request} at the fields that are made here
   */
  public FormFields(FormModel form, Problems problems) {
    this.form = form;
    this.problems = problems;
  }

  /** What is typed. */
  public FormModel form() {
    return form;
  }

  /**
   * A field for a line of text.
   *
   * @param path where it stands in the request: {@code tls.trust}
   */
  public FormField<TextField> text(String path, String label, String help, String prompt) {
    return field(path, new FormField<>(label, help, FormControls.text(form.text(path), prompt)));
  }

  /** A field whose text is not shown. */
  public FormField<TextField> secret(String path, String label, String help) {
    TextField hidden = new PasswordField();
    hidden.textProperty().bindBidirectional(form.text(path));
    return field(path, new FormField<>(label, help, hidden));
  }

  /** A field for the path of a file, which may be chosen. */
  public FormField<TextField> file(
      String path, String label, String help, String prompt, String choose) {
    return text(path, label, help, prompt).with(FileButton.of(choose, form.text(path)));
  }

  /** A field that says what holds while it is empty. */
  public FormField<TextField> open(
      String path, String label, String help, ObservableValue<String> prompt) {
    FormField<TextField> field = text(path, label, help, "");
    field.control().promptTextProperty().bind(prompt);
    return field;
  }

  /** A field for texts with commas between them. */
  public FormField<TextField> words(String path, String label, String help, String prompt) {
    return field(path, new FormField<>(label, help, FormControls.text(form.words(path), prompt)));
  }

  /** A choice of all constants of an enum. */
  public <E extends Enum<E>> FormField<?> choice(
      String path,
      Class<E> type,
      E otherwise,
      String label,
      String help,
      Function<E, String> title) {
    List<E> constants = List.copyOf(EnumSet.allOf(type));
    return field(
        path,
        new FormField<>(
            label, help, FormControls.choice(form.text(path), constants, otherwise, title)));
  }

  /** A box to tick. */
  public CheckBox flag(String path, String label, String help, boolean otherwise) {
    return Describe.control(FormControls.flag(form.text(path), label, otherwise), help);
  }

  private <C extends Control> FormField<C> field(String path, FormField<C> field) {
    problems.field("request." + path, field.problemProperty());
    return field;
  }
}
