package org.wirebench.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
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

  private static void help(VariableTips tips, Object target) {
    if (target instanceof TextInputControl field) {
      String said = tips.said(field);
      field.setAccessibleHelp(said.isEmpty() ? null : said);
    }
  }

  private void moved(MouseEvent event) {
    TextInputControl field = fieldOf(event.getTarget());
    if (field != null) {
      prepare(field.getTooltip(), field);
    }
  }

  private static @Nullable TextInputControl fieldOf(Object target) {
    Node node = target instanceof Node picked ? picked : null;
    while (node != null && !(node instanceof TextInputControl)) {
      node = node.getParent();
    }
    return (TextInputControl) node;
  }

  /** The tooltip says it as it is when it is shown, not as it was when the mouse came. */
  private void prepare(@Nullable Tooltip tip, TextInputControl field) {
    if (tip == null || tip.getProperties().putIfAbsent(KEY, this) != null) {
      return;
    }
    String help = tip.getText();
    tip.addEventHandler(
        WindowEvent.WINDOW_SHOWING,
        _ -> {
          String said = said(field);
          tip.setText(said.isEmpty() ? help : help + "\n\n" + said);
          tip.setWrapText(true);
          tip.setMaxWidth(WIDTH_IN_EM * field.getFont().getSize());
        });
    tip.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> tip.setText(help));
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F1
        && event.isShortcutDown()
        && event.getTarget() instanceof TextInputControl field
        && field.getTooltip() != null
        && !said(field).isEmpty()) {
      Tooltip tip = field.getTooltip();
      prepare(tip, field);
      Point2D below =
          field.localToScreen(0, Math.min(field.getHeight(), field.getScene().getHeight()));
      tip.show(field, below.getX(), below.getY());
      event.consume();
    } else if (event.getTarget() instanceof TextInputControl field && field.getTooltip() != null) {
      field.getTooltip().hide();
    }
  }

  /** What each variable in a field stands for, a line for each; empty where there is none. */
  private String said(TextInputControl field) {
    String text = field.getText();
    if (text == null || !text.contains("{{")) {
      return "";
    }
    return said(text, variables.getValue(), field instanceof PasswordField);
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
    int end = Math.min(value.length(), MOST_TEXT);
    String shown =
        Escapes.display(
            value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, end))));
    return value.isEmpty()
        ? TEXT.get("variable.empty")
        : end < value.length() ? shown + "…" : shown;
  }
}
