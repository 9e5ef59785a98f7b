package org.wirebench.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.ToolView;

/** All that the palette can find at a moment. */
final class PaletteItems {
  private static final Messages TEXT = Messages.of(PaletteItems.class);

  private final Desk desk;
  private final TabsViewModel tabs;
  private final TabViews views;
  private final Saving saving;
  private final List<Action> actions;

  /**
   * @param actions what can be done whatever tab is shown
   */
  PaletteItems(Desk desk, TabsViewModel tabs, TabViews views, Saving saving, List<Action> actions) {
    this.desk = desk;
    this.tabs = tabs;
    this.views = views;
    this.saving = saving;
    this.actions = actions;
  }

  /** What is nearest comes first: the shown tab, then tools, the window, other tabs, files. */
  List<PaletteItem> all() {
    return Stream.of(
            enabled(ofShownTab(), TEXT.get("palette.thisTab")),
            desk.parts().tools().stream().flatMap(this::ofTool),
            enabled(actions, TEXT.get("palette.action")),
            tabs.tabs().stream().map(this::ofTab),
            desk.recent().all().stream().map(this::ofRecent),
            saved().stream().map(this::ofFile))
        .flatMap(each -> each)
        .toList();
  }

  private List<Action> ofShownTab() {
    return tabs.selected().flatMap(views::known).map(ToolView::actions).orElse(List.of());
  }

  private static Stream<PaletteItem> enabled(List<Action> actions, String kind) {
    return actions.stream()
        .filter(action -> action.enabled().get())
        .map(action -> PaletteItem.of(action, kind));
  }

  private Stream<PaletteItem> ofTool(DesktopTool tool) {
    String title = TEXT.get("palette.new", tool.title());
    PaletteItem blank =
        PaletteItem.of(title, TEXT.get("palette.tool"), tool, () -> desk.openBlank(tool.id()));
    String example = TEXT.get("palette.example");
    return Stream.concat(
        Stream.of(blank),
        tool.examples().stream()
            .map(one -> PaletteItem.of(one.title(), example, tool, () -> desk.openExample(one))));
  }

  private PaletteItem ofTab(WorkTab tab) {
    return new PaletteItem(
        tab.titleProperty().get(),
        TEXT.get("palette.tab"),
        tab.kind().icon(),
        tab.kind().hue(),
        "",
        () -> tabs.selectedProperty().set(tab));
  }

  private PaletteItem ofRecent(Entry used) {
    String kind = TEXT.get("palette.recent");
    Runnable open = () -> desk.open(used);
    Optional<DesktopTool> tool = desk.tool(used.tool());
    return tool.isPresent()
        ? PaletteItem.of(used.name(), kind, tool.get(), open)
        : PaletteItem.of(Action.of(used.name(), Feather.CLOCK, open), kind);
  }

  private List<Path> saved() {
    try {
      return saving.files();
    } catch (IOException unreadable) {
      String why = TEXT.get("palette.unreadable", saving.folder(), unreadable);
      desk.notices().failure(Trouble.reading(why));
      return List.of();
    }
  }

  private PaletteItem ofFile(Path file) {
    String name = saving.folder().relativize(file).toString();
    Action open = Action.of(name, Feather.FILE_TEXT, () -> saving.open(file));
    return PaletteItem.of(open, TEXT.get("palette.saved"));
  }
}
