package org.wirebench.fx;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tooltip, shortcut and accessible text of a control, set as one so that none is forgotten. */
public final class Describe {
  private Describe() {}

  /**
   * Says what a control is or does.
   *
   * @param what for the tooltip and for those who hear the window: "Clear the transcript"
   * @param keys the shortcut as people write it: "Ctrl+L"; empty for none
   */
  public static <C extends Control> C control(C control, String what, String keys) {
    control.setAccessibleText(what);
    control.setTooltip(new Tip(keys.isEmpty() ? what : what + "  (" + keys + ")"));
    return control;
  }

  /** Says what a control is or does. */
  public static <C extends Control> C control(C control, String what) {
    return control(control, what, "");
  }

  /** Says what a node that is not a control shows. */
  public static <N extends Node> N node(N node, String what) {
    node.setAccessibleText(what);
    Tooltip.install(node, new Tip(what));
    return node;
  }

  /** A button that shows an icon alone. */
  public static Button iconButton(Ikon icon, String what, Runnable run) {
    return asIcon(new Button(), icon, what, "", run);
  }

  /** A button that shows an icon alone, for an action. */
  public static Button iconButton(Action action) {
    Button button =
        asIcon(new Button(), action.icon(), action.title(), action.keys(), action::fire);
    button.disableProperty().bind(action.enabled().not());
    DisabledReasons.say(button, action.otherwise());
    return button;
  }

  /** A switch that shows an icon alone; what it switches is bound to its selected property. */
  public static ToggleButton iconToggle(Ikon icon, String what, String keys) {
    return asIcon(new ToggleButton(), icon, what, keys, () -> {});
  }

  /** A button with the icon and the title of an action, which may be a name that a user gave. */
  public static Button button(Action action) {
    Button button = new Button(action.title(), icon(action.icon()));
    // Else an underscore of a name would be taken out, as the mark of a key.
    button.setMnemonicParsing(false);
    button.setOnAction(_ -> action.fire());
    button.disableProperty().bind(action.enabled().not());
    DisabledReasons.say(button, action.otherwise());
    return control(button, action.title(), action.keys());
  }

  /** An icon in the colour and size of the text around it. */
  public static FontIcon icon(Ikon icon) {
    return new FontIcon(icon);
  }

  private static <B extends ButtonBase> B asIcon(
      B button, Ikon icon, String what, String keys, Runnable run) {
    button.setGraphic(icon(icon));
    button.getStyleClass().addAll("flat", "button-icon", "icon-button");
    button.setOnAction(_ -> run.run());
    return control(button, what, keys);
  }
}
