package org.wirebench.tool.http.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FillOrScroll;
import org.wirebench.tool.http.service.cookie.Cookie;
import org.wirebench.tool.http.service.cookie.CookieJar;

/** The cookies of a jar, each part of each edited in its cell. */
final class CookieTable extends TableView<Cookie> {
  private static final Messages TEXT = Messages.of(CookieTable.class);

  private final CookieJar jar;
  private final ObservableList<Cookie> all = FXCollections.observableArrayList();
  private final FilteredList<Cookie> wanted = new FilteredList<>(all);
  private final BooleanProperty revealing = new SimpleBooleanProperty(this, "revealing");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final TableColumn<Cookie, String> names =
      typed(2.8, TEXT.get("cookies.name"), CookieEdits.Part.NAME);

  CookieTable(CookieJar jar) {
    this.jar = jar;
    getStyleClass().addAll("dense", "striped", "cookie-table");
    setId("cookie-jar");
    setEditable(true);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setColumnResizePolicy(new FillOrScroll());
    setAccessibleText(TEXT.get("cookies.jar"));
    getColumns()
        .setAll(
            List.of(
                typed(3.6, TEXT.get("cookies.domain"), CookieEdits.Part.DOMAIN),
                typed(2.4, TEXT.get("cookies.path"), CookieEdits.Part.PATH),
                names,
                typed(2.8, TEXT.get("cookies.value"), CookieEdits.Part.VALUE),
                typed(7, TEXT.get("cookies.expires"), CookieEdits.Part.EXPIRES),
                flag(
                    3,
                    TEXT.get("cookies.secure"),
                    Cookie::secure,
                    (cookie, on) -> CookieEdits.flagged(cookie, on, cookie.httpOnly())),
                flag(
                    4,
                    TEXT.get("cookies.httpOnly"),
                    Cookie::httpOnly,
                    (cookie, on) -> CookieEdits.flagged(cookie, cookie.secure(), on))));
    Subscription _ = fixedCellSizeProperty().subscribe(this::fitColumns);
    SortedList<Cookie> sorted = new SortedList<>(wanted);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    revealing.subscribe(this::refresh);
  }

  /** Whether values are shown, which may be secrets. */
  BooleanProperty revealingProperty() {
    return revealing;
  }

  /** Why what was typed last in a cell cannot be used; empty for nothing. */
  ReadOnlyStringWrapper problemProperty() {
    return problem;
  }

  ObservableList<Cookie> all() {
    return all;
  }

  boolean isBeingEdited() {
    return getEditingCell() != null;
  }

  /** Shows those whose domain, path, name or shown value has these letters. */
  void filter(String text) {
    String letters = text.strip().toLowerCase(Locale.ROOT);
    wanted.setPredicate(
        cookie ->
            List.of(CookieEdits.Part.values()).stream()
                .filter(part -> part != CookieEdits.Part.VALUE || revealing.get())
                .map(part -> CookieEdits.text(cookie, part))
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(letters)));
  }

  /** Shows these; what is chosen stays chosen. */
  void show(List<Cookie> now) {
    if (all.equals(now)) {
      return;
    }
    List<Cookie> chosen = chosen();
    TablePosition<?, ?> focused = getFocusModel().getFocusedCell();
    all.setAll(now);
    getSelectionModel().clearSelection();
    for (Cookie cookie : now) {
      if (chosen.stream().anyMatch(one -> CookieEdits.isSame(one, cookie))) {
        getSelectionModel().select(cookie);
      }
    }
    if (focused.getRow() >= 0 && focused.getRow() < getItems().size()) {
      getFocusModel().focus(focused.getRow());
    }
  }

  List<Cookie> chosen() {
    return List.copyOf(getSelectionModel().getSelectedItems());
  }

  /** Chooses a cookie, and begins to type its name. */
  void editName(Cookie cookie) {
    getSelectionModel().clearSelection();
    Optional<Cookie> shown =
        getItems().stream().filter(one -> CookieEdits.isSame(one, cookie)).findFirst();
    shown.ifPresent(
        one -> {
          int row = getItems().indexOf(one);
          getSelectionModel().select(row);
          scrollTo(row);
          layout();
          requestFocus();
          edit(row, names);
        });
  }

  /** Columns are as wide as the text is large. */
  private void fitColumns(Number rowHeight) {
    for (TableColumn<Cookie, ?> column : getColumns()) {
      double least = Math.max(0, rowHeight.doubleValue()) * (double) column.getUserData();
      column.setMinWidth(least);
      column.setPrefWidth(least);
    }
    boolean _ = getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
  }

  private static <T> TableColumn<Cookie, T> column(double rows, String title) {
    TableColumn<Cookie, T> column = new TableColumn<>(title);
    column.setUserData(rows);
    column.setReorderable(false);
    return column;
  }

  private TableColumn<Cookie, String> typed(double rows, String title, CookieEdits.Part part) {
    TableColumn<Cookie, String> column = column(rows, title);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(CookieEdits.text(row.getValue(), part)));
    column.setCellFactory(
        _ ->
            new CookieCell(
                part,
                revealing,
                (cookie, typed) -> {
                  try {
                    Cookie changed = CookieEdits.with(cookie, part, typed);
                    problem.set("");
                    jar.replace(cookie, changed);
                    return true;
                  } catch (IllegalArgumentException wrong) {
                    problem.set(String.valueOf(wrong.getMessage()));
                    return false;
                  }
                },
                () -> problem.set("")));
    return column;
  }

  private TableColumn<Cookie, Boolean> flag(
      double rows, String title, Predicate<Cookie> is, BiFunction<Cookie, Boolean, Cookie> with) {
    TableColumn<Cookie, Boolean> column = column(rows, title);
    column.setEditable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(is.test(row.getValue())));
    column.setCellFactory(_ -> new FlagCell(title, with));
    return column;
  }

  private final class FlagCell extends TableCell<Cookie, Boolean> {
    private final CheckBox box = new CheckBox();

    FlagCell(String title, BiFunction<Cookie, Boolean, Cookie> with) {
      Describe.control(box, title);
      box.setOnAction(
          _ -> {
            Cookie cookie = getTableRow().getItem();
            jar.replace(cookie, with.apply(cookie, box.isSelected()));
          });
    }

    @Override
    protected void updateItem(@Nullable Boolean on, boolean empty) {
      super.updateItem(on, empty);
      setGraphic(on == null || empty ? null : box);
      box.setSelected(on != null && on);
    }
  }
}
