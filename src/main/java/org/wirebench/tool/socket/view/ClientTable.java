package org.wirebench.tool.socket.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.MenuKeys;
import org.wirebench.tool.socket.service.ServedClient;

/** The clients of a server, of which some are chosen: those are sent to and shown. */
final class ClientTable extends TableView<ClientTable.Line> {
  private static final Messages TEXT = Messages.of(ClientTable.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Runnable selected;
  private List<ServedClient> told = List.of();

  /** While the lines are replaced, those selected come and go. */
  private boolean updating;

  /** A client as the table shows it, at one moment. */
  record Line(ServedClient client, boolean here, long in, long out) {
    static Line of(ServedClient client) {
      return new Line(
          client,
          client.isConnected(),
          client.transcript().total(Direction.IN),
          client.transcript().total(Direction.OUT));
    }
  }

  /**
   * @param selected is called when others are chosen
   */
  ClientTable(Runnable selected) {
    getStyleClass().addAll("dense", "striped", "client-table");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    setAccessibleText(TEXT.get("server.clients"));
    getColumns()
        .setAll(
            List.of(
                column(
                    40,
                    TEXT.get("server.number"),
                    line -> Integer.toString(line.client().number())),
                column(
                    190,
                    TEXT.get("server.address"),
                    line -> SocketAddresses.text(line.client().remote())),
                column(95, TEXT.get("server.since"), line -> TIME.format(line.client().since())),
                column(110, TEXT.get("server.in"), line -> Amounts.bytes(line.in())),
                column(90, TEXT.get("server.out"), line -> Amounts.bytes(line.out())),
                column(140, TEXT.get("server.state"), ClientTable::stateOf)));
    setRowFactory(_ -> row());
    this.selected = selected;
    getSelectionModel().getSelectedItems().addListener((ListChangeListener<Line>) _ -> tell());
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
    if (!updating && !now.equals(told)) {
      told = now;
      selected.run();
    }
  }

  private static String stateOf(Line line) {
    if (line.here()) {
      return TEXT.get("server.here");
    }
    return line.client().broken().map(failure -> failure.title()).orElse(TEXT.get("server.left"));
  }

  private static TableColumn<Line, String> column(
      double width, String title, Function<Line, String> text) {
    TableColumn<Line, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setReorderable(false);
    return column;
  }

  /** Offers a way to have a first client, while there is none. */
  void invite(Action connect) {
    VBox nobody = new VBox(new Label(TEXT.get("server.noClients")), Describe.button(connect));
    nobody.getStyleClass().add("no-clients");
    setPlaceholder(nobody);
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
    return getItems().stream().map(Line::client).toList();
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

  /** Puts the new lines in the place of the old, so that the selection stays. */
  void update(List<Line> now) {
    updating = true;
    replace(now);
    updating = false;
    tell();
  }

  private void replace(List<Line> now) {
    List<Line> lines = getItems();
    boolean same = now.size() >= lines.size();
    for (int i = 0; same && i < lines.size(); i++) {
      same = now.get(i).client() == lines.get(i).client();
    }
    if (!same) {
      getItems().setAll(now);
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (i == lines.size()) {
        lines.add(now.get(i));
      } else if (!now.get(i).equals(lines.get(i))) {
        replace(i, now.get(i));
      }
    }
  }

  private void replace(int index, Line line) {
    boolean chosen = getSelectionModel().isSelected(index);
    getItems().set(index, line);
    if (chosen && !getSelectionModel().isSelected(index)) {
      getSelectionModel().select(index);
    }
  }
}
