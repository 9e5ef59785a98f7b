package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Pulse;
import org.wirebench.tool.http.service.cookie.Cookie;
import org.wirebench.tool.http.service.cookie.CookieDecision;
import org.wirebench.tool.http.service.cookie.CookieJar;

/** Above, what the answer set; below, all cookies that are kept, to be searched and edited. */
final class CookiePane extends VBox implements AutoCloseable {
  private static final Messages TEXT = Messages.of(CookiePane.class);
  private static final double FILTER_WIDTH = 200;

  private final FxJobs jobs;
  private final CookieJar jar;
  private final SetCookies answer = new SetCookies();
  private final CookieTable table;
  private final TextField filter = new TextField();
  private final Label done = new Label();
  private final Hyperlink undo = new Hyperlink(TEXT.get("cookies.undo"));
  private final HBox news = new HBox(8, done, undo);
  private final Pulse pulse;
  private final Runnable changed;
  private List<Cookie> taken = List.of();
  private String domain = "localhost";

  CookiePane(FxJobs jobs, CookieJar jar) {
    this.jobs = jobs;
    this.jar = jar;
    this.table = new CookieTable(jar);
    this.pulse = jobs.pulse(this::refresh);
    this.changed = pulse::changed;
    getStyleClass().add("cookie-pane");
    setSpacing(8);
    ScrollPane above = new ScrollPane(answer);
    above.setFitToWidth(true);
    above.getStyleClass().add("answer-cookies");
    VBox.setVgrow(table, Priority.ALWAYS);
    ProblemLabel problem = new ProblemLabel();
    table.problemProperty().subscribe(problem::show);
    prepareNews();
    getChildren()
        .setAll(
            heading(TEXT.get("cookies.answer")),
            above,
            heading(TEXT.get("cookies.jar")),
            tools(),
            problem,
            news);
    getChildren().add(table);
    prepareTable();
    jar.addListener(changed);
    refresh();
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("cookie-heading");
    return label;
  }

  /** Shows what an answer set. FX thread only. */
  void show(List<CookieDecision> ofAnswer) {
    answer.show(ofAnswer);
    ofAnswer.stream()
        .map(CookieDecision::cookie)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(cookie -> domain = cookie.domain());
  }

  private FlowPane tools() {
    filter.setId("cookie-filter");
    filter.setPromptText(TEXT.get("cookies.filter"));
    filter.setPrefWidth(FILTER_WIDTH);
    Describe.control(filter, TEXT.get("cookies.filter.help"));
    filter.textProperty().subscribe(table::filter);
    ToggleButton values = Describe.iconToggle(Feather.EYE, TEXT.get("cookies.reveal"), "");
    values.setId("cookie-values");
    values.selectedProperty().bindBidirectional(table.revealingProperty());
    table
        .revealingProperty()
        .subscribe(
            on -> {
              answer.reveal(on);
              table.filter(filter.getText());
            });
    FlowPane tools = new FlowPane(8, 4, filter, values);
    tools.setAlignment(Pos.CENTER_LEFT);
    for (Action action : actions()) {
      Button button = Describe.iconButton(action);
      tools.getChildren().add(button);
    }
    return tools;
  }

  /** What can be done with the cookies, for the palette too. */
  List<Action> actions() {
    BooleanExpression some = Bindings.isNotEmpty(table.getSelectionModel().getSelectedItems());
    BooleanExpression any = Bindings.isNotEmpty(table.all());
    return List.of(
        Action.of(TEXT.get("cookies.add"), Feather.PLUS, this::add),
        Action.of(TEXT.get("cookies.copy"), Feather.COPY, this::copy)
            .when(some, TEXT.get("cookies.choose")),
        Action.of(TEXT.get("cookies.delete"), Feather.TRASH_2, this::delete)
            .when(some, TEXT.get("cookies.choose")),
        Action.of(TEXT.get("cookies.clear"), Feather.X_SQUARE, this::clear)
            .when(any, TEXT.get("cookies.empty")));
  }

  private void prepareTable() {
    Label empty = new Label();
    empty.setWrapText(true);
    empty.getStyleClass().add("muted");
    empty
        .textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(table.all()))
                .then(TEXT.get("cookies.empty"))
                .otherwise(TEXT.get("cookies.notFound")));
    table.setPlaceholder(empty);
    table.editingCellProperty().subscribe(pulse::changed);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DELETE && !table.isBeingEdited()) {
            event.consume();
            delete();
          } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            event.consume();
            copy();
          }
        });
    List<MenuItem> items = new ArrayList<>();
    for (Action action : actions()) {
      MenuItem item = new MenuItem(action.title(), Describe.icon(action.icon()));
      item.setOnAction(_ -> action.fire());
      item.disableProperty().bind(action.enabled().not());
      items.add(item);
    }
    table.setContextMenu(new ContextMenu(items.toArray(MenuItem[]::new)));
  }

  private void prepareNews() {
    news.setAlignment(Pos.CENTER_LEFT);
    done.setWrapText(true);
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setOnAction(_ -> putBack());
    news.visibleProperty().bind(done.textProperty().isNotEmpty());
    news.managedProperty().bind(news.visibleProperty());
  }

  private void refresh() {
    // What is being typed is not to be swept away.
    if (!table.isBeingEdited()) {
      table.show(jar.list());
    }
  }

  private void add() {
    filter.clear();
    Cookie cookie = CookieEdits.fresh(jar, domain, jobs.clock().now());
    jar.put(cookie);
    refresh();
    table.editName(cookie);
  }

  private void delete() {
    take(table.chosen());
  }

  private void clear() {
    take(jar.list());
  }

  private void take(List<Cookie> gone) {
    if (!gone.isEmpty()) {
      gone.forEach(jar::remove);
      taken = gone;
      done.setText(TEXT.get("cookies.deleted", gone.size()));
      refresh();
    }
  }

  private void putBack() {
    taken.forEach(jar::put);
    taken = List.of();
    done.setText("");
    table.requestFocus();
    refresh();
  }

  /** As they stand in the header of a request. */
  private void copy() {
    String pairs =
        table.chosen().stream()
            .map(one -> one.name().isEmpty() ? one.value() : one.name() + "=" + one.value())
            .collect(Collectors.joining("; "));
    if (!pairs.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(pairs);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  @Override
  public void close() {
    jar.removeListener(changed);
    pulse.close();
  }
}
