package org.wirebench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.DesktopTool;

/** All that can be done in the window, whatever tab is shown. */
final class ShellActions {
  private static final Messages TEXT = Messages.of(ShellActions.class);
  private static final int NUMBER_KEYS = 9;

  private final Shell shell;
  private final TabsViewModel tabs;
  private final BooleanBinding hasTab;

  ShellActions(Shell shell, TabsViewModel tabs) {
    this.shell = shell;
    this.tabs = tabs;
    this.hasTab = Bindings.isNotNull(tabs.selectedProperty());
  }

  /** Goes to a tool: the tab there is, or a new one. */
  Action goTo(DesktopTool tool, int number) {
    String title = TEXT.get("action.goTo", tool.title());
    Action action = Action.of(title, tool.icon(), () -> tabs.goTo(tool.id()));
    return number <= NUMBER_KEYS ? action.on("Shortcut+" + number) : action;
  }

  Action lab() {
    return Action.of(TEXT.get("action.lab"), Feather.SERVER, () -> shell.showDock(Dock.Page.LAB));
  }

  /** Goes to the pages that tools have in the lab. */
  List<Action> labParts() {
    List<Action> all = new ArrayList<>();
    for (DesktopTool tool : shell.parts().tools()) {
      tool.labPart()
          .map(
              part ->
                  Action.of(
                      TEXT.get("action.labPart", part.title()),
                      part.icon(),
                      () -> shell.showLabPart(tool)))
          .ifPresent(all::add);
    }
    return all;
  }

  Action settings() {
    return Action.of(
            TEXT.get("action.settings"), Feather.SETTINGS, () -> shell.openBlank(TabKinds.SETTINGS))
        .on("Shortcut+Comma");
  }

  Action palette() {
    return Action.of(TEXT.get("action.palette"), Feather.SEARCH, () -> shell.openPalette(""))
        .on(Keys.PALETTE);
  }

  Action newTab() {
    return Action.of(TEXT.get("action.newTab"), Feather.PLUS, shell::newTab).on("Shortcut+T");
  }

  Action reopen() {
    return Action.of(TEXT.get("action.reopen"), Feather.ROTATE_CCW, tabs::reopen)
        .on("Shortcut+Shift+T")
        .when(tabs.canReopenProperty());
  }

  Action welcome() {
    return Action.of(
        TEXT.get("action.welcome"), Feather.HOME, () -> shell.openBlank(TabKinds.WELCOME));
  }

  /** What is done with the tab that is shown; in the order of the palette. */
  List<Action> ofShownTab() {
    return List.of(
        Action.of(TEXT.get("action.run"), Feather.PLAY, shell::primary)
            .on(Keys.PRIMARY)
            .when(hasTab),
        Action.of(TEXT.get("action.address"), Feather.CROSSHAIR, shell::goToAddress)
            .on(Keys.ADDRESS)
            .when(hasTab),
        Action.of(TEXT.get("action.close"), Feather.X, () -> tabs.selected().ifPresent(tabs::close))
            .on(Keys.CLOSE)
            .when(hasTab),
        Action.of(
                TEXT.get("action.duplicate"),
                Feather.COPY,
                () -> tabs.selected().ifPresent(tabs::duplicate))
            .on(Keys.DUPLICATE)
            .when(hasTab),
        Action.of(
                TEXT.get("action.pin"),
                Feather.MAP_PIN,
                () -> tabs.selected().ifPresent(tabs::togglePin))
            .when(hasTab),
        Action.of(
                TEXT.get("action.apart"),
                Feather.EXTERNAL_LINK,
                () -> tabs.selected().ifPresent(tabs::moveApart))
            .when(hasTab),
        Action.of(TEXT.get("action.save"), Feather.SAVE, () -> save(shell::save))
            .on(Keys.SAVE)
            .when(hasTab),
        Action.of(TEXT.get("action.saveAs"), Feather.SAVE, () -> save(shell::saveAs))
            .on(Keys.SAVE_AS)
            .when(hasTab));
  }

  private void save(BiConsumer<WorkTab, Node> how) {
    tabs.selected().ifPresent(tab -> how.accept(tab, shell.view().popOverAnchor()));
  }

  /** What is done in the window, whatever tab is shown; in the order of the palette. */
  List<Action> ofWindow() {
    List<Action> all = new ArrayList<>(tabActions());
    all.addAll(windowActions());
    all.addAll(lookActions());
    all.addAll(shell.textSize().actions());
    return all;
  }

  private List<Action> tabActions() {
    return List.of(
        newTab(),
        reopen(),
        Action.of(TEXT.get("action.next"), Feather.ARROW_RIGHT, () -> tabs.step(1))
            .on(Keys.NEXT_TAB),
        Action.of(TEXT.get("action.previous"), Feather.ARROW_LEFT, () -> tabs.step(-1))
            .on(Keys.PREVIOUS_TAB),
        Action.of(TEXT.get("action.open"), Feather.FOLDER, shell::openFile).on("Shortcut+O"));
  }

  private List<Action> windowActions() {
    return List.of(
        palette(),
        Action.of(TEXT.get("action.dock"), Feather.COLUMNS, shell::toggleDock).on("F12"),
        Action.of(TEXT.get("action.wire"), Feather.ACTIVITY, () -> shell.showDock(Dock.Page.WIRE)),
        Action.of(TEXT.get("action.findTraffic"), Feather.SEARCH, () -> shell.view().findTraffic())
            .on("Shortcut+Shift+F"),
        Action.of(TEXT.get("action.jobs"), Feather.LAYERS, () -> shell.showDock(Dock.Page.JOBS)),
        lab(),
        Action.of(TEXT.get("action.labStart"), Feather.PLAY, () -> shell.parts().lab().startAll()),
        Action.of(TEXT.get("action.labStop"), Feather.SQUARE, () -> shell.parts().lab().close()),
        settings(),
        welcome(),
        Action.of(TEXT.get("action.quit"), Feather.LOG_OUT, shell::quit).on("Shortcut+Q"));
  }

  private List<Action> lookActions() {
    return List.of(
        Action.of(TEXT.get("action.light"), Feather.SUN, () -> theme(ThemeChoice.LIGHT)),
        Action.of(TEXT.get("action.dark"), Feather.MOON, () -> theme(ThemeChoice.DARK)),
        Action.of(TEXT.get("action.system"), Feather.MONITOR, () -> theme(ThemeChoice.SYSTEM)));
  }

  private void theme(ThemeChoice choice) {
    shell.set(shell.settings().getValue().withTheme(choice));
  }
}
