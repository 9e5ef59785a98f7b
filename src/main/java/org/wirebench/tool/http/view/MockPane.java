package org.wirebench.tool.http.view;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.Example;
import org.wirebench.fx.LabPart;
import org.wirebench.fx.Strip;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.http.lab.MockDrafts;

/** The editor of the mock routes: all of them, and the details of the chosen one. */
final class MockPane extends BorderPane implements LabPart.View {
  private static final Messages TEXT = Messages.of(MockPane.class);
  private static final double LIST_SHARE = 0.34;

  private final MockViewModel model;
  private final Consumer<Example> tries;
  private final ListView<MockLine> list = new ListView<>();
  private final MockForm form;
  private final EmptyState empty;
  private final SplitPane split;
  private final BooleanBinding some;
  private final Action add = Action.of(TEXT.get("mocks.add"), Feather.PLUS, this::add);
  private final List<Action> ofChosen;

  /**
   * @param back leads back to where this was opened
   */
  MockPane(ToolContext context, MockDrafts drafts, Node back) {
    this.model = new MockViewModel(context.jobs(), drafts);
    this.tries = context.openExample();
    this.form = new MockForm(model);
    this.some = Bindings.isNotNull(model.chosenProperty());
    this.ofChosen = ofChosen();
    this.empty =
        new EmptyState(
            Feather.SHUFFLE,
            TEXT.get("mocks.empty"),
            Action.of(TEXT.get("mocks.example"), Feather.PLAY, this::addExample),
            add);
    this.split = new SplitPane(list, form);
    split.setDividerPositions(LIST_SHARE);
    SplitPane.setResizableWithParent(list, false);
    getStyleClass().add("mock-pane");
    getStylesheets()
        .add(Objects.requireNonNull(MockPane.class.getResource("http.css")).toExternalForm());
    Action undo = Action.of(TEXT.get("mocks.undo"), Feather.ROTATE_CCW, this::putBack);
    setTop(new VBox(bar(back), Strip.of(Feather.TRASH_2, model.newsProperty(), undo)));
    prepareList();
    model.lines().addListener((Observable _) -> showAll());
    showAll();
  }

  private List<Action> ofChosen() {
    BooleanBinding up = place(() -> model.canMove(-1));
    BooleanBinding down = place(() -> model.canMove(1));
    String choose = TEXT.get("mocks.choose");
    return List.of(
        Action.of(TEXT.get("mocks.duplicate"), Feather.COPY, model::duplicate)
            .on("Shortcut+D")
            .when(some, choose),
        Action.of(TEXT.get("mocks.delete"), Feather.TRASH_2, this::delete)
            .on("Delete")
            .when(some, choose),
        Action.of(TEXT.get("mocks.up"), Feather.ARROW_UP, () -> model.move(-1))
            .on("Alt+Up")
            .when(up, TEXT.get("mocks.first")),
        Action.of(TEXT.get("mocks.down"), Feather.ARROW_DOWN, () -> model.move(1))
            .on("Alt+Down")
            .when(down, TEXT.get("mocks.last")));
  }

  private BooleanBinding place(Callable<Boolean> condition) {
    return Bindings.createBooleanBinding(condition, model.chosenProperty(), model.lines());
  }

  private WrapRow bar(Node back) {
    Label title = new Label(TEXT.get("mocks.title"));
    title.getStyleClass().add("mock-title");
    Label about = new Label(TEXT.get("mocks.about"));
    about.getStyleClass().add("secondary");
    about.setMaxWidth(Double.MAX_VALUE);
    about.setWrapText(true);
    HBox.setHgrow(about, Priority.ALWAYS);
    Button more = Describe.button(add);
    more.getStyleClass().addAll("small", "flat");
    more.setId("mock-add");
    HBox icons = new HBox();
    ofChosen.forEach(action -> icons.getChildren().add(Describe.iconButton(action)));
    Button trying =
        Describe.button(
            Action.of(TEXT.get("mocks.try"), Feather.PLAY, this::tryIt)
                .when(answers(), TEXT.get("mocks.try.not")));
    trying.getStyleClass().add("small");
    trying.setId("mock-try");
    for (Region one : List.of(more, icons, trying)) {
      one.setMinWidth(USE_PREF_SIZE);
    }
    WrapRow bar = new WrapRow(back, title, about, more, icons, trying);
    bar.getStyleClass().addAll("pane-bar", "mock-bar");
    return bar;
  }

  /** Whether the chosen one answers: it was right once, and is not switched off. */
  private BooleanBinding answers() {
    return place(
        () -> {
          MockLine line = model.chosenProperty().get();
          return line != null && line.route().filter(route -> !route.off()).isPresent();
        });
  }

  private void prepareList() {
    list.setItems(model.lines());
    list.setCellFactory(_ -> new MockCell());
    list.getStyleClass().addAll("dense", "mock-list");
    list.setId("mock-list");
    list.setAccessibleText(TEXT.get("mocks.list"));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null) {
                model.chosenProperty().set(now);
              }
            });
    model.chosenProperty().subscribe(this::select);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  private void select(@Nullable MockLine line) {
    if (line != null && line != list.getSelectionModel().getSelectedItem()) {
      list.getSelectionModel().select(line);
      list.scrollTo(line);
    }
  }

  private void press(KeyEvent event) {
    MockLine line = model.chosenProperty().get();
    if (event.getCode() == KeyCode.SPACE && line != null) {
      line.switchOff(!line.isOff());
      event.consume();
      return;
    }
    for (Action action : ofChosen) {
      KeyCombination keys = action.shortcut();
      if (keys != null && keys.match(event)) {
        event.consume();
        action.fire();
        return;
      }
    }
  }

  private void showAll() {
    Node now = model.lines().isEmpty() ? empty : split;
    if (getCenter() != now) {
      setCenter(now);
    }
  }

  private void add() {
    model.add();
    typePath();
  }

  private void addExample() {
    model.addExample();
    typePath();
  }

  private void typePath() {
    // What was not shown before is in the window only once it has its looks.
    applyCss();
    form.typePath();
  }

  private void delete() {
    model.remove();
    focus();
  }

  private void putBack() {
    model.putBack();
    focus();
  }

  private void tryIt() {
    MockLine line = model.chosenProperty().get();
    if (line != null) {
      line.route().map(MockCall::of).ifPresent(tries);
    }
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void focus() {
    applyCss();
    if (model.lines().isEmpty()) {
      empty.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    } else {
      list.requestFocus();
    }
  }

  @Override
  public BooleanSupplier demonstrate() {
    if (model.lines().isEmpty()) {
      model.addExample();
    }
    return () -> getScene() != null;
  }

  @Override
  public void close() {
    model.close();
  }
}
