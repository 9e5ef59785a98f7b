package org.wirebench.app;

import static org.wirebench.app.AppWindow.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;

/** Finds controls that do not say what they are, and words that cannot be read as a whole. */
final class Described {
  private final Set<String> silent = new TreeSet<>();

  /** What was found on all screens. */
  Set<String> silent() {
    return silent;
  }

  /** Notes what says nothing of itself on the screen that is shown now. */
  void look(String screen) {
    Fx.run(
        () -> {
          scene().getRoot().applyCss();
          scene().getRoot().layout();
          for (Control control : controls(scene().getRoot())) {
            String what = missing(control);
            if (!what.isEmpty()) {
              silent.add(screen + ": " + control + " has no " + what);
            }
          }
          CutText.in(scene().getRoot()).forEach(cut -> silent.add(screen + ": " + cut));
        });
  }

  private static List<Control> controls(Parent parent) {
    List<Control> found = new ArrayList<>();
    for (Node node : parent.getChildrenUnmodifiable()) {
      boolean pressed = node instanceof ButtonBase || node instanceof ChoiceBox<?>;
      if (node.isVisible() && (pressed || node instanceof TextInputControl)) {
        found.add((Control) node);
      } else if (node.isVisible() && node instanceof Parent inner) {
        found.addAll(controls(inner));
      }
    }
    return found;
  }

  private static String missing(Control control) {
    boolean text =
        control instanceof Labeled labeled && !String.valueOf(labeled.getText()).isBlank();
    boolean facts = control.getStyleClass().contains("copyable");
    boolean prompt =
        control instanceof TextInputControl field
            && !String.valueOf(field.getPromptText()).isBlank();
    Tooltip tip = control.getTooltip();
    if (text || facts) {
      return "";
    }
    if (!prompt && (tip == null || tip.getText().isBlank())) {
      return "tooltip";
    }
    String heard = control.getAccessibleText();
    return heard == null || heard.isBlank() ? "accessible text" : "";
  }
}
