package org.wirebench.shell;

import org.kordamp.ikonli.Ikon;
import org.wirebench.fx.Action;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Hue;

/**
 * One line of the palette.
 *
 * @param text what is searched and shown
 * @param kind what it is, in a word: "Tool", "Tab"
 * @param keys its shortcut; may be empty
 * @param run is called when it is chosen
 */
record PaletteItem(String text, String kind, Ikon icon, Hue hue, String keys, Runnable run) {
  /** The same that does something else. */
  PaletteItem with(Runnable other) {
    return new PaletteItem(text, kind, icon, hue, keys, other);
  }

  /** Something of a tool, with its looks. */
  static PaletteItem of(String text, String kind, DesktopTool tool, Runnable run) {
    return new PaletteItem(text, kind, tool.icon(), tool.hue(), "", run);
  }

  static PaletteItem of(Action action, String kind) {
    return new PaletteItem(
        action.title(), kind, action.icon(), Hue.GREY, action.keys(), action::fire);
  }
}
