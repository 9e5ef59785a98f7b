package org.wirebench.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/**
 * Says what the variables in a text field stand for: in the tooltip of the field, where the mouse
 * rests on it or Ctrl+F1 is pressed in it, and to those who hear the window. FX thread only.
 */
public final class VariableTips {
  /** How much of a value is shown. */
  static final int MOST_TEXT = 200;

  private static final Messages TEXT = Messages.of(VariableTips.class);
  private static final int MOST_NAMES = 12;
  private static final double WIDTH_IN_EM = 40;
  private static final Object KEY = VariableTips.class;

  private final ObservableValue<Variables> variables;

  private VariableTips(ObservableValue<Variables> variables) {
    this.variables = variables;
  }

  /**
   * Does so for all text fields in {@code part}, whenever they are made.
   *
   * @param variables what names stand for, as it changes
   */
  public static void install(Parent part, ObservableValue<Variables> variables) {
    VariableTips tips = new VariableTips(variables);
    part.addEventFilter(MouseEvent.MOUSE_MOVED, tips::moved);
    part.addEventFilter(KeyEvent.KEY_PRESSED, tips::pressed);
    part.addEventFilter(KeyEvent.KEY_RELEASED, event -> help(tips, event.getTarget()));
    part.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .subscribe(
            owner -> {
              if (owner != null && isIn(part, owner)) {
                help(tips, owner);
              }
            });
  }

  private static boolean isIn(Parent part, Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == part) {
        return true;
      }
    }
    return false;
  }

  /** A control whose text may hold variables, and which is no text field. */
  public interface Texted {
    /** All of the text; empty where it is too long to be looked over with each key. */
    String textOfVariables();

    /** The variable at a place of the screen, as it is typed; empty where that is none. */
    String variableAt(double screenX, double screenY);
  }

  private static void help(VariableTips tips, Object target) {
    if (isTexted(target) && target instanceof Control field) {
      String said = tips.said(field, textOf(field));
      field.setAccessibleHelp(said.isEmpty() ? null : said);
    }
  }

  private static boolean isTexted(Object target) {
    return target instanceof TextInputControl || target instanceof Texted;
  }

  private static String textOf(Control field) {
    String text =
        field instanceof Texted texted
            ? texted.textOfVariables()
            : field instanceof TextInputControl input ? input.getText() : "";
    return text == null ? "" : text;
  }

  /** What is told of a field while the mouse is there: of an area, what is under the mouse. */
  private static String textAt(Control field, MouseEvent event) {
    return field instanceof Texted texted
        ? texted.variableAt(event.getScreenX(), event.getScreenY())
        : textOf(field);
  }

  private void moved(MouseEvent event) {
    Control field = fieldOf(event.getTarget());
    if (field != null && field.getTooltip() != null) {
      Shown shown = prepare(field.getTooltip(), field);
      shown.text = () -> textAt(field, event);
      if (field instanceof Texted && field.getTooltip().isShowing()) {
        shown.show(field.getTooltip());
      }
    }
  }

  private static @Nullable Control fieldOf(Object target) {
    Node node = target instanceof Node picked ? picked : null;
    while (node != null && !isTexted(node)) {
      node = node.getParent();
    }
    return (Control) node;
  }

  /** What the tooltip of a field says besides what the field is. */
  private final class Shown {
    private final Control field;
    private final String help;
    private Supplier<String> text = () -> "";

    Shown(Control field, String help) {
      this.field = field;
      this.help = help;
    }

    void show(Tooltip tip) {
      String said = said(field, text.get());
      tip.setText(said.isEmpty() ? help : help + "\n\n" + said);
    }
  }

  /** The tooltip says it as it is when it is shown, not as it was when the mouse came. */
  private Shown prepare(Tooltip tip, Control field) {
    if (tip.getProperties().get(KEY) instanceof Shown known) {
      return known;
    }
    Shown shown = new Shown(field, tip.getText());
    tip.getProperties().put(KEY, shown);
    tip.addEventHandler(
        WindowEvent.WINDOW_SHOWING,
        _ -> {
          shown.show(tip);
          tip.setWrapText(true);
          tip.setMaxWidth(WIDTH_IN_EM * tip.getFont().getSize());
        });
    tip.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> tip.setText(shown.help));
    return shown;
  }

  private void pressed(KeyEvent event) {
    if (!isTexted(event.getTarget())
        || !(event.getTarget() instanceof Control field)
        || field.getTooltip() == null) {
      return;
    }
    Tooltip tip = field.getTooltip();
    if (event.getCode() == KeyCode.F1
        && event.isShortcutDown()
        && !said(field, textOf(field)).isEmpty()) {
      prepare(tip, field).text = () -> textOf(field);
      Point2D below =
          field.localToScreen(0, Math.min(field.getHeight(), field.getScene().getHeight()));
      tip.show(field, below.getX(), below.getY());
      event.consume();
    } else {
      tip.hide();
    }
  }

  /** What each variable in a text stands for, a line for each; empty where there is none. */
  private String said(Control field, String text) {
    return text.contains("{{")
        ? said(text, variables.getValue(), field instanceof PasswordField)
        : "";
  }

  /**
   * What each variable in {@code text} stands for, a line for each.
   *
   * @param hidden whether the values are not to be seen
   */
  static String said(String text, Variables variables, boolean hidden) {
    Set<String> names = Variables.namesIn(Tree.text(text));
    List<String> lines = new ArrayList<>();
    names.stream().limit(MOST_NAMES).forEach(name -> lines.add(line(name, variables, hidden)));
    if (names.size() > MOST_NAMES) {
      lines.add(TEXT.get("variable.more", names.size() - MOST_NAMES));
    }
    return String.join("\n", lines);
  }

  private static String line(String name, Variables variables, boolean hidden) {
    String value = variables.values().get(name);
    String shown = "{{" + name + "}}";
    if (value == null) {
      return TEXT.get("variable.wrong", shown, variables.unknown(name));
    }
    return hidden ? TEXT.get("variable.hidden", shown) : TEXT.get("variable.is", shown, cut(value));
  }

  /** A value in one line, of which no more is shown than can be looked over. */
  static String cut(String value) {
    return value.isEmpty() ? TEXT.get("variable.empty") : Escapes.display(value, MOST_TEXT);
  }
}
