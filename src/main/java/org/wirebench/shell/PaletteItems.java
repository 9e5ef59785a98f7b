package org.wirebench.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Example;
import org.wirebench.fx.Hue;
import org.wirebench.fx.Targets;

/** What the palette can find: only what can be done now. */
final class PaletteItems {
  private static final Messages TEXT = Messages.of(PaletteItems.class);

  private final Desk desk;
  private final TabsViewModel tabs;
  private final Saving saving;

  PaletteItems(Desk desk, TabsViewModel tabs, Saving saving) {
    this.desk = desk;
    this.tabs = tabs;
    this.saving = saving;
  }

  /** Those of these actions that can be done now. */
  static List<PaletteItem> of(List<Action> actions, String kind) {
    return actions.stream()
        .filter(action -> action.enabled().get())
        .map(action -> PaletteItem.of(action, kind))
        .toList();
  }

  /**
   * Everything that is not of one tab.
   *
   * @param actions what can be done in the window
   */
  List<PaletteItem> all(List<Action> actions) {
    List<PaletteItem> items = new ArrayList<>();
    desk.parts().tools().forEach(tool -> addTool(items, tool));
    items.addAll(of(actions, TEXT.get("palette.action")));
    addLab(items);
    for (WorkTab tab : tabs.tabs()) {
      items.add(
          new PaletteItem(
              tab.titleProperty().get(),
              TEXT.get("palette.tab"),
              tab.kind().icon(),
              tab.kind().hue(),
              "",
              () -> tabs.selectedProperty().set(tab)));
    }
    desk.recent().all().forEach(used -> items.add(recent(used)));
    addSaved(items);
    return items;
  }

  private void addTool(List<PaletteItem> items, DesktopTool tool) {
    items.add(
        item(
            tool,
            TEXT.get("palette.new", tool.title()),
            TEXT.get("palette.tool"),
            () -> desk.openBlank(tool.id())));
    for (Example example : tool.examples()) {
      items.add(
          item(
              tool, example.title(), TEXT.get("palette.example"), () -> desk.openExample(example)));
    }
  }

  private static PaletteItem item(DesktopTool tool, String text, String kind, Runnable run) {
    return new PaletteItem(text, kind, tool.icon(), tool.hue(), "", run);
  }

  private void addLab(List<PaletteItem> items) {
    Lab lab = desk.parts().lab();
    for (Lab.Status status : lab.status()) {
      String id = status.server().id();
      String title = status.server().title();
      boolean on = status.state() == Lab.State.RUNNING || status.state() == Lab.State.STARTING;
      items.add(
          server(
              Action.of(
                  TEXT.get(on ? "lab.stop.what" : "lab.start.what", title),
                  on ? Feather.SQUARE : Feather.PLAY,
                  () -> {
                    if (on) {
                      lab.stop(id);
                    } else {
                      lab.start(id);
                    }
                  })));
      items.add(
          server(
              Action.of(
                  TEXT.get("lab.open.what", title),
                  Feather.EXTERNAL_LINK,
                  () -> desk.openServer(id))));
    }
  }

  private static PaletteItem server(Action action) {
    return PaletteItem.of(action, TEXT.get("palette.lab"));
  }

  private PaletteItem recent(Entry used) {
    String kind = TEXT.get("palette.recent");
    String name = Targets.name(used);
    Runnable open = () -> desk.open(used);
    return desk.tool(used.tool())
        .map(tool -> item(tool, name, kind, open))
        .orElseGet(() -> new PaletteItem(name, kind, Feather.CLOCK, Hue.GREY, "", open));
  }

  private void addSaved(List<PaletteItem> items) {
    try {
      for (Path file : saving.files()) {
        String name = saving.folder().relativize(file).toString();
        items.add(
            PaletteItem.of(
                Action.of(name, Feather.FILE_TEXT, () -> saving.open(file)),
                TEXT.get("palette.saved")));
      }
    } catch (IOException unreadable) {
      desk.notices()
          .failure(
              new Trouble(
                  TEXT.get("trouble.title"),
                  TEXT.get("palette.unreadable", saving.folder(), unreadable)));
    }
  }
}
