package org.wirebench.fx;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A control with its label above and, while what is typed is wrong, the reason below.
 *
 * @param <C> the kind of control
 */
public final class FormField<C extends Control> extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final C control;
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final ProblemLabel reason = new ProblemLabel();
  private final Label name = new Label();
  private final String what;

  /**
   * @param label one or two words
   * @param help what to type, in one sentence, for the tooltip
   */
  public FormField(String label, String help, C control) {
    this.control = Describe.control(control, help);
    this.what = label + ". " + help;
    name.setText(label);
    name.getStyleClass().add("field-label");
    name.setLabelFor(control);
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    control.setAccessibleText(what);
    control.setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("form-field");
    getChildren().addAll(name, control, reason);
    problem.addListener((_, _, now) -> show(now));
  }

  /** The same with a button beside the control, such as one to choose a file. */
  public FormField<C> with(Button button) {
    int at = getChildren().indexOf(control);
    HBox line = new HBox();
    line.getStyleClass().add("field-line");
    HBox.setHgrow(control, Priority.ALWAYS);
    getChildren().set(at, line);
    line.getChildren().addAll(control, button);
    return this;
  }

  /** The control that is edited. */
  public C control() {
    return control;
  }

  /** How wide it is with its label in one line. */
  double wishedWidth() {
    return Math.max(name.prefWidth(-1), getChildren().get(1).minWidth(-1));
  }

  /** Why what is typed cannot be used; empty while it can. */
  public StringProperty problemProperty() {
    return problem;
  }

  private void show(String now) {
    boolean wrong = !now.isEmpty();
    control.pseudoClassStateChanged(DANGER, wrong);
    reason.show(now);
    // Those who hear the window hear the reason with the field.
    control.setAccessibleText(wrong ? what + " " + now : what);
  }
}
