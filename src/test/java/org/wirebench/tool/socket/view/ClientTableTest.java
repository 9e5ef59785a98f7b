package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestTranscripts;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.socket.service.ServedClient;

/** The table of clients keeps what its user has chosen while clients come, talk and go. */
@Timeout(30)
class ClientTableTest {
  @RegisterExtension private final TestTranscripts transcripts = new TestTranscripts();
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final List<String> told = new ArrayList<>();
  private final ClientTable table = Fx.call(() -> new ClientTable(this::tell));
  private final List<ServedClient> clients = new ArrayList<>();

  @BeforeEach
  void show() {
    for (int number = 1; number <= 12; number++) {
      clients.add(new Client(number, transcripts.transcript(true)));
    }
    window.show(table, 700, 400);
    update(0, 10);
  }

  private void tell() {
    told.add(chosen().toString());
  }

  private List<Integer> chosen() {
    return table.chosen().stream().map(ServedClient::number).toList();
  }

  /** The clients of a server are now those from {@code first} up to {@code end}. */
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

  private void hear(int number, int bytes) {
    Transcript transcript = clients.get(number - 1).transcript();
    TestTranscripts.add(transcript, Direction.IN, new byte[bytes]);
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
    assertThat(Fx.call(() -> CutText.in(table))).isEmpty();
    textOf(13);
    assertThat(columns()).isBetween(670.0, 700.0);
  }

  /** What stands in a column of the first row. */
  private String cell(int column) {
    return Fx.call(
        () -> {
          table.layout();
          return table.lookupAll(".table-row-cell").stream()
              .map(row -> (TableRow<?>) row)
              .filter(row -> row.getIndex() == 0)
              .flatMap(row -> row.getChildrenUnmodifiable().stream())
              .map(node -> (TableCell<?, ?>) node)
              .filter(cell -> cell.getTableColumn() == table.getColumns().get(column))
              .findFirst()
              .orElseThrow()
              .getText();
        });
  }

  /** Nobody, at an address. */
  private record Client(int number, Transcript transcript) implements ServedClient {
    @Override
    public SocketAddress remote() {
      return InetSocketAddress.createUnresolved("client", number);
    }

    @Override
    public Instant since() {
      return Instant.EPOCH;
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public Optional<NetFailure> broken() {
      return Optional.empty();
    }

    @Override
    public List<Phases.Timed> steps() {
      return List.of();
    }

    @Override
    public Optional<TlsInfo> tls() {
      return Optional.empty();
    }

    @Override
    public boolean offer(byte[] bytes) {
      return false;
    }

    @Override
    public void sendFile(Path file, JobContext context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void disconnect() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException();
    }
  }
}
