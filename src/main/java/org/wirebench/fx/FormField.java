package org.wirebench.fx;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.decoration.Decorator;
import org.controlsfx.control.decoration.StyleClassDecoration;
import org.kordamp.ikonli.feather.Feather;

/**
 * A control with its label above and, while what is typed is wrong, the reason below.
 *
 * @param <C> the kind of control
 */
public final class FormField<C extends Control> extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
  private static final StyleClassDecoration WRONG = new StyleClassDecoration("wrong");

  private final C control;
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final Label reason = new Label();
  private final String what;

  /**
   * @param label one or two words
   * @param help what to type, in one sentence, for the tooltip
   */
  public FormField(String label, String help, C control) {
    this.control = Describe.control(control, help);
    this.what = label + ". " + help;
    Label name = new Label(label);
    name.getStyleClass().add("field-label");
    name.setLabelFor(control);
    name.setMinWidth(USE_PREF_SIZE);
    control.setAccessibleText(what);
    reason.getStyleClass().add("field-problem");
    reason.setGraphic(Describe.icon(Feather.ALERT_CIRCLE));
    reason.setWrapText(true);
    reason.setMinHeight(USE_PREF_SIZE);
    control.setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("form-field");
    getChildren().addAll(name, control);
    problem.addListener((_, _, now) -> show(now));
  }

  /** The control that is edited. */
  public C control() {
    return control;
  }

  /** Why what is typed cannot be used; empty while it can. */
  public StringProperty problemProperty() {
    return problem;
  }

  /** Reasons begin in lower case, so that they can follow the name of a field. */
  private static String sentence(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void show(String now) {
    boolean wrong = !now.isEmpty();
    control.pseudoClassStateChanged(DANGER, wrong);
    reason.setText(sentence(now));
    // Those who hear the window hear the reason with the field.
    control.setAccessibleText(wrong ? what + " " + now : what);
    if (wrong && !getChildren().contains(reason)) {
      getChildren().add(reason);
      Decorator.addDecoration(control, WRONG);
    } else if (!wrong) {
      getChildren().remove(reason);
      Decorator.removeDecoration(control, WRONG);
    }
  }
}
