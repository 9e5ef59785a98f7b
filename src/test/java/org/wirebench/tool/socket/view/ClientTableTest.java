package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServedClient;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;

/** The table of clients keeps what its user has chosen while clients come, talk and go. */
@Timeout(30)
class ClientTableTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final List<String> told = new ArrayList<>();
  private final ClientTable table = Fx.call(() -> new ClientTable(this::tell));
  private final List<ClientSession> talking = new ArrayList<>();
  private List<? extends ServedClient> clients = List.of();

  @BeforeEach
  void show() throws Exception {
    ServerSession server = harness.serve(Transport.TCP, new Behaviour.Nothing()).session();
    for (int number = 1; number <= 12; number++) {
      talking.add(harness.talk(client(Transport.TCP, server)).session());
      // One after the other, so that each has the number of its session.
      int here = number;
      await().until(() -> server.connected() == here);
    }
    clients = server.clients();
    window.show(table, 700, 400);
    update(0, 10);
  }

  private void tell() {
    told.add(chosen().toString());
  }

  private List<Integer> chosen() {
    return table.chosen().stream().map(ServedClient::number).toList();
  }

  /** What the table is told of now: the clients from {@code first} up to {@code end}. */
  private void update(int first, int end) {
    Fx.run(
        () -> {
          boolean _ = table.update(clients.subList(first, end));
        });
  }

  private void sort(int column) {
    Fx.run(
        () -> {
          TableColumn<ClientTable.Line, ?> sorted = table.getColumns().get(column);
          sorted.setSortType(TableColumn.SortType.DESCENDING);
          table.getSortOrder().add(sorted);
        });
  }

  private List<Integer> rows() {
    return Fx.call(() -> table.getItems().stream().map(line -> line.client().number()).toList());
  }

  /** A client says so many bytes, which come. */
  private void hear(int number, int bytes) {
    assertThat(talking.get(number - 1).offer(new byte[bytes])).isTrue();
    Transcript transcript = clients.get(number - 1).transcript();
    await().until(() -> transcript.total(Direction.IN) == bytes);
  }

  @Test
  void theChosenStayChosenWhenOthersComeAndGo() {
    Fx.run(() -> table.getSelectionModel().select(4));
    update(2, 12);
    assertThat(rows()).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(Fx.call(this::chosen)).containsExactly(5);
    assertThat(told).containsExactly("[5]");
  }

  @Test
  void whereTheChosenIsForgottenNobodyIsChosenInItsPlace() {
    Fx.run(() -> table.getSelectionModel().select(1));
    update(2, 12);
    assertThat(Fx.call(this::chosen)).isEmpty();
    assertThat(told).containsExactly("[2]", "[]");
  }

  @Test
  void theOrderStaysAndIsThatOfTheValues() {
    hear(3, 900);
    hear(7, 20_000);
    hear(9, 1_000_000);
    update(0, 10);
    sort(3);
    assertThat(rows()).startsWith(9, 7, 3);
    Fx.run(() -> table.getSelectionModel().select(1));
    update(1, 12);
    assertThat(rows()).startsWith(9, 7, 3).hasSize(11);
    assertThat(Fx.call(this::chosen)).containsExactly(7);
    sort(0);
    assertThat(Fx.call(this::chosen)).containsExactly(7);
  }

  @Test
  void numbersAreSortedAsNumbers() {
    sort(0);
    assertThat(rows()).isEqualTo(IntStream.rangeClosed(1, 10).map(i -> 11 - i).boxed().toList());
  }

  @Test
  void whatIsShownIsAsItIsNow() {
    hear(1, 5);
    assertThat(cell(3)).isEqualTo("0 B");
    update(0, 10);
    assertThat(cell(3)).isEqualTo("5 B");
    assertThat(cell(0)).isEqualTo("1");
  }

  @Test
  void whatIsCutOffIsInTheTooltip() {
    TableCell<?, ?> address = cellOf(1);
    Fx.run(() -> address.getTableColumn().setMaxWidth(60));
    Fx.run(
        () -> {
          address.getTableColumn().setMinWidth(60);
          table.layout();
        });
    Fx.until(() -> address.getTooltip() != null);
    assertThat(Fx.call(() -> address.getTooltip().getText())).startsWith("127.0.0.1:");
  }

  private double columns() {
    Fx.run(table::layout);
    return table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
  }

  private void textOf(int pixels) {
    Fx.run(
        () -> {
          table.setStyle("-fx-font-size: " + pixels + "px; -fx-fixed-cell-size: 2.15em;");
          table.applyCss();
        });
  }

  @Test
  void theColumnsFillTheTableWhileTheirWordsFindRoom() {
    textOf(13);
    assertThat(columns()).isBetween(670.0, 700.0);
  }

  @Test
  void withLargeTextTheColumnsAreWiderThanTheTableAndSmallTextFillsItAgain() {
    textOf(26);
    assertThat(columns()).isGreaterThan(1000);
    assertThat(CutText.shownIn(table)).isEmpty();
    textOf(13);
    assertThat(columns()).isBetween(670.0, 700.0);
  }

  /** What stands in a column of the first row. */
  private String cell(int column) {
    return Fx.call(cellOf(column)::getText);
  }

  private TableCell<?, ?> cellOf(int column) {
    return Fx.call(
        () -> {
          table.layout();
          return table.lookupAll(".table-row-cell").stream()
              .map(row -> (TableRow<?>) row)
              .filter(row -> row.getIndex() == 0)
              .flatMap(row -> row.getChildrenUnmodifiable().stream())
              .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
              .filter(cell -> cell.getTableColumn() == table.getColumns().get(column))
              .findFirst()
              .orElseThrow();
        });
  }
}
