package org.wirebench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Targets;
import org.wirebench.fx.ToolView;

/** All that the palette can find at a moment. */
final class PaletteItems {
  private static final Messages TEXT = Messages.of(PaletteItems.class);

  private final Desk desk;
  private final TabsViewModel tabs;
  private final TabViews views;
  private final Saving saving;

  PaletteItems(Desk desk, TabsViewModel tabs, TabViews views, Saving saving) {
    this.desk = desk;
    this.tabs = tabs;
    this.views = views;
    this.saving = saving;
  }

  /**
   * What is nearest comes first: the shown tab, then all the rest.
   *
   * @param actions what can be done in the window
   */
  List<PaletteItem> all(List<Action> actions) {
    return Stream.concat(
            enabled(ofShownTab(), TEXT.get("palette.thisTab")), ofWindow(actions).stream())
        .toList();
  }

  /**
   * What is not of one tab: tools, the window, the lab, the tabs.
   *
   * @param actions what can be done in the window
   */
  List<PaletteItem> ofWindow(List<Action> actions) {
    return Stream.of(
            desk.parts().tools().stream().flatMap(this::ofTool),
            enabled(actions, TEXT.get("palette.action")),
            desk.parts().lab().status().stream().flatMap(this::ofServer),
            tabs.tabs().stream().map(this::ofTab),
            desk.recent().all().stream().map(this::ofRecent))
        .flatMap(each -> each)
        .toList();
  }

  private List<Action> ofShownTab() {
    return tabs.selected().flatMap(views::known).map(ToolView::actions).orElse(List.of());
  }

  /** Those of these actions that can be done now. */
  static Stream<PaletteItem> enabled(List<Action> actions, String kind) {
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

  private Stream<PaletteItem> ofServer(Lab.Status status) {
    Lab lab = desk.parts().lab();
    String id = status.server().id();
    String title = status.server().title();
    boolean on = status.state() == Lab.State.RUNNING || status.state() == Lab.State.STARTING;
    Action power =
        on
            ? Action.of(TEXT.get("lab.stop.what", title), Feather.SQUARE, () -> lab.stop(id))
            : Action.of(TEXT.get("lab.start.what", title), Feather.PLAY, () -> lab.start(id));
    String inTool = TEXT.get("lab.open.what", title);
    Action open = Action.of(inTool, Feather.EXTERNAL_LINK, () -> desk.openServer(id));
    return Stream.of(power, open).map(action -> PaletteItem.of(action, TEXT.get("palette.lab")));
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
        ? PaletteItem.of(Targets.name(used), kind, tool.get(), open)
        : PaletteItem.of(Action.of(Targets.name(used), Feather.CLOCK, open), kind);
  }

  /** Finds the saved requests, which may be on a slow disk. */
  void ofFiles(Consumer<List<PaletteItem>> found) {
    var _ =
        desk.jobs()
            .start(
                JobSpec.named(TEXT.get("palette.files"), ""),
                _ -> saving.files(),
                outcome -> {
                  switch (outcome) {
                    case Outcome.Done<List<Path>>(List<Path> files) ->
                        found.accept(files.stream().map(this::ofFile).toList());
                    case Outcome.Failed<List<Path>>(var why) -> desk.notices().failure(why);
                    case Outcome.Cancelled<List<Path>> _ -> {
                      // The program ends.
                    }
                  }
                });
  }

  private PaletteItem ofFile(Path file) {
    String name = saving.folder().relativize(file).toString();
    Action open = Action.of(name, Feather.FILE_TEXT, () -> saving.open(file));
    return PaletteItem.of(open, TEXT.get("palette.saved"));
  }
}
