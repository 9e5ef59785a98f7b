package org.wirebench.tool.socket.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FillOrScroll;
import org.wirebench.fx.MenuKeys;
import org.wirebench.fx.Tip;
import org.wirebench.tool.socket.service.ServedClient;

/** The clients of a server, of which some are chosen: those are sent to and shown. */
final class ClientTable extends TableView<ClientTable.Line> {
  private static final Messages TEXT = Messages.of(ClientTable.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final Runnable selected;
  private List<ServedClient> told = List.of();

  /** A client as the table shows it: the same line as long as the client is shown. */
  static final class Line {
    private final ServedClient client;
    private final ReadOnlyObjectWrapper<Moment> now;

    Line(ServedClient client) {
      this.client = client;
      this.now = new ReadOnlyObjectWrapper<>(this, "now", Moment.of(client));
    }

    private void refresh() {
      now.set(Moment.of(client));
    }

    ServedClient client() {
      return client;
    }

    /** How many bytes it was sent. */
    long out() {
      return now.get().out();
    }
  }

  /** What changes of a client, at one moment. */
  private record Moment(String state, long in, long out) {
    static Moment of(ServedClient client) {
      return new Moment(
          stateOf(client),
          client.transcript().total(Direction.IN),
          client.transcript().total(Direction.OUT));
    }

    private static String stateOf(ServedClient client) {
      return client.isConnected()
          ? TEXT.get("server.here")
          : client.broken().map(NetFailure::title).orElse(TEXT.get("server.left"));
    }
  }

  /**
   * @param selected is called when others are chosen
   */
  ClientTable(Runnable selected) {
    getStyleClass().addAll("dense", "striped", "client-table");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setColumnResizePolicy(new FillOrScroll());
    setAccessibleText(TEXT.get("server.clients"));
    getColumns()
        .setAll(
            List.of(
                numbers(
                    column(1.6, TEXT.get("server.number"), ServedClient::number, Object::toString)),
                column(
                    6.3,
                    TEXT.get("server.address"),
                    client -> SocketAddresses.text(client.remote()),
                    address -> address),
                column(2.9, TEXT.get("server.since"), ServedClient::since, TIME::format),
                numbers(changing(3.3, TEXT.get("server.in"), Moment::in, Amounts::bytes)),
                numbers(changing(3, TEXT.get("server.out"), Moment::out, Amounts::bytes)),
                changing(3.4, TEXT.get("server.state"), Moment::state, state -> state)));
    Subscription _ = fixedCellSizeProperty().subscribe(this::fitColumns);
    setRowFactory(_ -> row());
    SortedList<Line> sorted = new SortedList<>(lines);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    this.selected = selected;
    getSelectionModel().getSelectedItems().addListener((ListChangeListener<Line>) _ -> tell());
  }

  /** Columns are as wide as the text is large, and a row is as high as that. */
  private void fitColumns(Number rowHeight) {
    for (TableColumn<Line, ?> column : getColumns()) {
      double least = Math.max(0, rowHeight.doubleValue()) * (double) column.getUserData();
      column.setMinWidth(least);
      column.setPrefWidth(least);
    }
    boolean _ = getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
  }

  /** A menu is about the row that it was opened on, among those that are chosen. */
  private TableRow<Line> row() {
    TableRow<Line> row = new TableRow<>();
    row.setOnContextMenuRequested(
        event -> {
          if (!row.isEmpty() && !event.isKeyboardTrigger()) {
            getFocusModel().focus(row.getIndex());
          }
        });
    return row;
  }

  private void tell() {
    List<ServedClient> now = chosen();
    if (!now.equals(told)) {
      told = now;
      selected.run();
    }
  }

  /** Numbers are read from their ends. */
  private static <T> TableColumn<Line, T> numbers(TableColumn<Line, T> column) {
    column.getStyleClass().add("numbers");
    return column;
  }

  private static <T> TableColumn<Line, T> column(
      double rows, String title, Function<ServedClient, T> value, Function<T, String> text) {
    return shown(rows, title, line -> new ReadOnlyObjectWrapper<>(value.apply(line.client)), text);
  }

  private static <T> TableColumn<Line, T> changing(
      double rows, String title, Function<Moment, T> value, Function<T, String> text) {
    return shown(rows, title, line -> line.now.map(value), text);
  }

  /**
   * A column that is sorted by its values, and not by the words for them.
   *
   * @param rows how wide it is at least, as so many rows are high: that is as large as the text
   */
  private static <T> TableColumn<Line, T> shown(
      double rows,
      String title,
      Function<Line, ObservableValue<T>> value,
      Function<T, String> text) {
    TableColumn<Line, T> column = new TableColumn<>(title);
    column.setUserData(rows);
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              {
                Tip whole = new Tip();
                whole.textProperty().bind(textProperty());
                tooltipProperty()
                    .bind(Bindings.when(textTruncatedProperty()).then(whole).otherwise((Tip) null));
              }

              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null || empty ? null : text.apply(item));
              }
            });
    column.setReorderable(false);
    return column;
  }

  /** Offers a way to have a first client, while there is none. */
  void invite(Action connect) {
    FlowPane nobody =
        new FlowPane(new Label(TEXT.get("server.noClients")), Describe.button(connect));
    nobody.getStyleClass().add("no-clients");
    // In a low table it is scrolled: it would lie over the heads of the columns.
    ScrollPane scroll = new ScrollPane(nobody);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    setPlaceholder(scroll);
  }

  /** Offers this for the clients chosen, with the mouse and with the keyboard. */
  void offer(ContextMenu menu) {
    setContextMenu(menu);
    MenuKeys.install(this, this::focusedRow);
  }

  /** Where the row is that the keyboard is on; the head of the table while it is not seen. */
  private Bounds focusedRow() {
    int focused = getFocusModel().getFocusedIndex();
    for (Node node : lookupAll(".table-row-cell")) {
      if (node instanceof TableRow<?> row && row.isVisible() && row.getIndex() == focused) {
        return sceneToLocal(row.localToScene(row.getLayoutBounds()));
      }
    }
    return new BoundingBox(0, 0, getWidth(), getFixedCellSize());
  }

  /** Those chosen, in the order they came. */
  List<ServedClient> chosen() {
    List<ServedClient> chosen = new ArrayList<>();
    for (Line line : getSelectionModel().getSelectedItems()) {
      if (line != null) {
        chosen.add(line.client());
      }
    }
    chosen.sort(Comparator.comparingInt(ServedClient::number));
    return List.copyOf(chosen);
  }

  /** All of them. */
  List<ServedClient> clients() {
    return lines.stream().map(Line::client).toList();
  }

  /** Chooses the client where the keyboard is, and no other. */
  void chooseOne() {
    int row = getFocusModel().getFocusedIndex();
    if (row >= 0) {
      getSelectionModel().clearAndSelect(row);
    }
  }

  /** Chooses nobody: that is everybody. */
  void chooseAll() {
    getSelectionModel().clearSelection();
  }

  /**
   * Shows these clients, in any order: what is chosen and how it is sorted stays.
   *
   * @return whether there are new ones
   */
  boolean update(List<? extends ServedClient> now) {
    Set<ServedClient> coming = new LinkedHashSet<>(now);
    Set<Line> gone = new HashSet<>();
    for (Line line : lines) {
      if (coming.remove(line.client)) {
        line.refresh();
      } else {
        gone.add(line);
      }
    }
    if (!gone.isEmpty()) {
      // First, since a table chooses the neighbour of a chosen row that goes.
      for (int row = 0; row < getItems().size(); row++) {
        if (gone.contains(getItems().get(row))) {
          getSelectionModel().clearSelection(row);
        }
      }
      lines.removeAll(gone);
    }
    return lines.addAll(coming.stream().map(Line::new).toList());
  }
}
