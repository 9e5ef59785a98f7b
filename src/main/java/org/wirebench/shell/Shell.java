package org.wirebench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.wirebench.core.settings.Session;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.CaretRest;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Example;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Theme;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;

/**
 * The main window and all that is open in it. Made, used and closed on the FX thread.
 *
 * <p>What is open and typed is journalled while the window is used, so that closing it is nothing
 * special: it asks no questions.
 */
public final class Shell implements Desk, AutoCloseable {
  private static final Messages TEXT = Messages.of(Shell.class);

  private final Parts parts;
  private final Stage stage;
  private final Runnable quit;
  private final ObjectProperty<Settings> settings;
  private final Theme theme;
  private final RecentEntries recent;
  private final NoticeBoard notices;
  private final ToolContext toolContext;
  private final TabKinds kinds;
  private final TabsViewModel tabs;
  private final TabViews views;
  private final JobsModel jobsModel = new JobsModel();
  private final Examples examples;
  private final Saving saving;
  private final TextSize textSize = new TextSize(this);
  private final PaletteItems items;
  private final ShellView view;
  private final ApartWindows apart;
  private final WindowPlace place;
  private boolean restoring = true;
  private boolean closed;

  /**
   * Builds the window; {@link #show()} shows it.
   *
   * @param quit is called when the user closes the window; calls {@link #close()} in the end
   */
  public Shell(Parts parts, Start start, Stage stage, Runnable quit) {
    this.parts = parts;
    this.stage = stage;
    this.quit = quit;
    settings = new SimpleObjectProperty<>(this, "settings", start.settings());
    theme = new Theme(settings);
    recent = new RecentEntries(parts.session(), start.recent(), start.sent(), this::kept);
    notices = new NoticeBoard(parts.jobs());
    parts.jobs().jobs().addListener(jobsModel);
    toolContext = makeToolContext();
    kinds = new TabKinds(this, toolContext);
    tabs = new TabsViewModel(kinds::of);
    views = new TabViews(parts.jobs(), this::journal);
    examples = new Examples(parts.lab(), parts.jobs(), notices, this::tool, this::openExampleTab);
    saving = new Saving(this, (entry, file) -> tabs.open(entry, Optional.of(file)), this::journal);
    items = new PaletteItems(this, tabs, views, saving);
    view = new ShellView(this, tabs, views, items, jobsModel);
    apart = new ApartWindows(tabs, this, theme);
    place = new WindowPlace(stage, this::journal);
    place.restore(start.session().window());
    fillStage();
    parts.faults().showIn(failure -> parts.jobs().later(() -> notices.failure(failure)));
    restore(start);
  }

  private ToolContext makeToolContext() {
    return new ToolContext(
        parts.jobs(),
        parts.network(),
        parts.wire(),
        parts.lab(),
        parts.stores(),
        settings,
        settings.map(now -> now.variables().with(parts.given())),
        notices,
        recent,
        () -> view().actions(),
        this::open,
        this::openExample);
  }

  private void fillStage() {
    // A scene without a size is first laid out as wide as it likes, and what is divided then stays
    // so when the window turns out to be smaller.
    Scene scene = new Scene(view, stage.getWidth(), stage.getHeight());
    theme.dress(scene);
    CaretRest.install(parts.jobs(), scene);
    textSize.listenIn(scene);
    stage.setScene(scene);
    title(Optional.empty());
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          quit.run();
        });
    new Shortcuts(this, view.actions(), tabs, views).install(scene);
  }

  private void title(Optional<WorkTab> shown) {
    stage.titleProperty().unbind();
    if (shown.isPresent()) {
      stage
          .titleProperty()
          .bind(shown.get().titleProperty().map(name -> TEXT.get("window.titleOf", name)));
    } else {
      stage.setTitle(TEXT.get("window.title"));
    }
  }

  private void restore(Start start) {
    tabs.restore(start.session(), start::savedAs);
    if (tabs.tabs().isEmpty()) {
      openBlank(TabKinds.WELCOME);
    }
    view.showDock(start.session().dock());
    restoring = false;
    tabs.tabs().addListener((javafx.beans.Observable _) -> tabsChanged());
    tabs.apart().addListener((javafx.beans.Observable _) -> tabsChanged());
    tabs.selectedProperty().addListener((_, _, _) -> journal());
    tabs.selectedProperty().subscribe(() -> title(tabs.selected()));
    title(tabs.selected());
    view.dockProperty().addListener((_, _, _) -> journal());
    start.news().ifPresent(news -> parts.jobs().later(() -> notices.important(news)));
    start
        .troubles()
        .forEach(trouble -> parts.jobs().later(() -> notices.failure(Trouble.reading(trouble))));
  }

  /** Shows the window. */
  public void show() {
    stage.show();
    focusShown();
  }

  private void tabsChanged() {
    views.keepOnly(tabs);
    journal();
  }

  /** Has what is open and typed written soon. */
  private void journal() {
    if (!restoring && !closed) {
      Session now = session();
      parts.session().save(() -> now);
    }
  }

  private Session session() {
    int selected = tabs.selected().map(tabs.tabs()::indexOf).orElse(-1);
    return new Session(place.now(), tabs.state(), selected, view.dockName());
  }

  /** What of an entry may be kept. */
  private Entry kept(Entry entry) {
    return kinds.of(entry.tool()).kept().apply(entry);
  }

  @Override
  public Parts parts() {
    return parts;
  }

  @Override
  public ToolContext toolContext() {
    return toolContext;
  }

  @Override
  public ObservableValue<Settings> settings() {
    return settings;
  }

  @Override
  public void set(Settings now) {
    if (!now.equals(settings.get())) {
      if (!now.wire().equals(settings.get().wire())) {
        parts.wire().limits(now.wire());
      }
      // What listens to the settings may already connect by them.
      parts.settings().save(now);
      settings.set(now);
    }
  }

  @Override
  public Notices notices() {
    return notices;
  }

  @Override
  public RecentEntries recent() {
    return recent;
  }

  @Override
  public void open(Entry entry) {
    tabs.open(entry, Optional.empty());
  }

  @Override
  public void openBlank(String kindId) {
    tabs.openBlank(kindId);
  }

  @Override
  public void openExample(Example example) {
    examples.open(example);
  }

  @Override
  public void openServer(String id) {
    examples.openServer(id);
  }

  private void openExampleTab(Entry entry, boolean run) {
    WorkTab tab = tabs.open(entry, Optional.empty());
    if (run) {
      parts.jobs().later(() -> views.of(tab).primary());
    }
  }

  @Override
  public void showDock(Dock.Page page) {
    view.openDock(page);
  }

  /** Opens the page that a tool has in the lab. */
  void showLabPart(DesktopTool tool) {
    view.openLabPart(tool);
  }

  void toggleDock() {
    view.toggleDock();
  }

  /** A new tab of the tool that is shown, or of the first. */
  void newTab() {
    String id =
        tabs.selected()
            .map(tab -> tab.kind().id())
            .filter(shown -> tool(shown).isPresent())
            .or(() -> parts.tools().stream().findFirst().map(DesktopTool::id))
            .orElse(TabKinds.WELCOME);
    openBlank(id);
  }

  /** Gives the keyboard to the first field of the tab that is shown: whom to talk to. */
  void goToAddress() {
    tabs.selected().map(views::of).ifPresent(ToolView::focus);
  }

  void primary() {
    tabs.selected().map(views::of).ifPresent(ToolView::primary);
  }

  /**
   * Saves a tab.
   *
   * @param anchor what the question is put below, if there is one
   */
  void save(WorkTab tab, Node anchor) {
    views.gather();
    if (tab.kind().saves() && tab.file().isPresent()) {
      saving.save(tab, tab.entry().name(), tab.file().get());
    } else {
      saveAs(tab, anchor);
    }
  }

  /** Asks for a name below {@code anchor}, and saves a tab under it. */
  void saveAs(WorkTab tab, Node anchor) {
    views.gather();
    if (tab.kind().saves()) {
      new SavePopOver(saving, tab).show(anchor);
    }
  }

  void openFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXT.get("open.title"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(TEXT.get("open.kind"), "*.yaml", "*.yml"));
    if (saving.folder().toFile().isDirectory()) {
      chooser.setInitialDirectory(saving.folder().toFile());
    }
    Optional.ofNullable(chooser.showOpenDialog(stage)).ifPresent(file -> openFile(file.toPath()));
  }

  /** Opens each entry of a file in a tab. */
  public void openFile(Path file) {
    saving.open(file);
  }

  void openPalette(String typed) {
    view.palette().open(typed);
  }

  /** What the palette of another window finds of this one. */
  List<PaletteItem> windowItems() {
    return items.ofWindow(view.windowActions());
  }

  /** The saved requests, for the palette of another window. */
  void findFiles(Consumer<List<PaletteItem>> found) {
    items.ofFiles(found);
  }

  void quit() {
    quit.run();
  }

  /** A status row for a window. */
  StatusRow statusRow() {
    return new StatusRow(this, jobsModel, notices);
  }

  /** Puts the focus where one begins to type in the shown tab. */
  void focusShown() {
    tabs.selected().flatMap(views::known).ifPresent(ToolView::focus);
  }

  TextSize textSize() {
    return textSize;
  }

  TabsViewModel tabs() {
    return tabs;
  }

  TabViews views() {
    return views;
  }

  ShellView view() {
    return view;
  }

  Stage stage() {
    return stage;
  }

  /** Closes the window: everything is kept for the next start, and what runs is cancelled. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    views.gather();
    journal();
    closed = true;
    apart.close();
    stage.hide();
    views.closeAll();
    view.close();
    theme.close();
    parts.jobs().jobs().removeListener(jobsModel);
  }
}
