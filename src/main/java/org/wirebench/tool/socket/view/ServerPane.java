package org.wirebench.tool.socket.view;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Pulse;
import org.wirebench.fx.Recent;
import org.wirebench.fx.StatusPill;
import org.wirebench.fx.Waterfall;
import org.wirebench.fx.WrapRow;
import org.wirebench.fx.transcript.TranscriptPane;
import org.wirebench.tool.socket.service.ServedClient;
import org.wirebench.tool.socket.service.ServerSession;

/** The clients of a server, and what is said with one or with all of them. */
final class ServerPane extends VBox {
  private static final Messages TEXT = Messages.of(ServerPane.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final Duration REFRESH = Duration.ofMillis(250);
  private static final double TABLE_SHARE = 0.3;

  private final FxJobs jobs;
  private final SocketViewModel model;
  private final TranscriptPane transcript;
  private final Earlier earlier;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final TableView<Line> table = new TableView<>(lines);
  private final StatusPill pill = new StatusPill();
  private final Label facts = new Label();
  private final Label target = new Label();
  private final Waterfall steps = new Waterfall();
  private final SendBar bar;
  private final Pulse changes;
  private final Map<Integer, String> names = new HashMap<>();
  private final Runnable changed;
  private @Nullable Transcript watched;
  private @Nullable Transcript shown;
  private boolean waiting;

  /** A client as the table shows it, at one moment. */
  private record Line(ServedClient client, boolean here, long in, long out) {
    static Line of(ServedClient client) {
      return new Line(
          client,
          client.isConnected(),
          client.transcript().total(Direction.IN),
          client.transcript().total(Direction.OUT));
    }
  }

  ServerPane(
      FxJobs jobs,
      SocketViewModel model,
      MacroKeys keys,
      Recent recent,
      TranscriptPane transcript,
      Earlier earlier) {
    this.earlier = earlier;
    this.jobs = jobs;
    this.model = model;
    this.transcript = transcript;
    this.changes = jobs.pulse(this::refreshSoon);
    this.changed = changes::changed;
    this.bar = new SendBar(model, keys, recent, this::targets, target);
    getStyleClass().add("socket-content");
    makeTable();
    facts.getStyleClass().add("secondary");
    facts.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(facts, Priority.ALWAYS);
    WrapRow status =
        new WrapRow(pill, facts, earlier.menu(true), disconnectButton(), resetButton());
    status.getStyleClass().add("socket-status");
    target.getStyleClass().add("secondary");
    target.setMinWidth(USE_PREF_SIZE);
    SplitPane split = new SplitPane(table, transcript);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(TABLE_SHARE);
    SplitPane.setResizableWithParent(table, false);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(status, steps, split, bar);
    model.serverProperty().addListener((_, _, now) -> watch(now));
    model.stateProperty().addListener((_, _, _) -> refresh());
    watch(model.serverProperty().get());
  }

  SendBar bar() {
    return bar;
  }

  private void makeTable() {
    table.getStyleClass().addAll("dense", "striped");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setFixedCellSize(28);
    table.setPlaceholder(new Label(TEXT.get("server.noClients")));
    table
        .getColumns()
        .setAll(
            List.of(
                column(
                    50,
                    TEXT.get("server.number"),
                    line -> Integer.toString(line.client().number())),
                column(
                    200,
                    TEXT.get("server.address"),
                    line -> SocketAddresses.text(line.client().remote())),
                column(90, TEXT.get("server.since"), line -> TIME.format(line.client().since())),
                column(100, TEXT.get("server.in"), line -> Amounts.bytes(line.in())),
                column(100, TEXT.get("server.out"), line -> Amounts.bytes(line.out())),
                column(200, TEXT.get("server.state"), ServerPane::stateOf)));
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<Line>) _ -> selected());
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

  private Node disconnectButton() {
    return Describe.iconButton(
        Action.of(
                TEXT.get("server.disconnect"),
                Feather.USER_X,
                () -> selectedClients().forEach(ServedClient::disconnect))
            .when(
                Bindings.isNotEmpty(table.getSelectionModel().getSelectedItems()),
                TEXT.get("server.nobodyChosen")));
  }

  private Node resetButton() {
    return Describe.iconButton(
        Action.of(
                TEXT.get("server.reset"),
                Feather.ZAP_OFF,
                () -> selectedClients().forEach(ServedClient::reset))
            .when(
                Bindings.isNotEmpty(table.getSelectionModel().getSelectedItems()),
                TEXT.get("server.nobodyChosen")));
  }

  private List<ServedClient> selectedClients() {
    List<ServedClient> chosen = new ArrayList<>();
    for (Line line : table.getSelectionModel().getSelectedItems()) {
      if (line != null) {
        chosen.add(line.client());
      }
    }
    return chosen;
  }

  /** The number of the first client that is selected; 0 when none is. */
  int chosenClient() {
    List<ServedClient> chosen = selectedClients();
    return chosen.isEmpty() ? 0 : chosen.getFirst().number();
  }

  /** Those selected, or else all that are there. */
  private List<ServedClient> targets() {
    List<ServedClient> chosen = new ArrayList<>(selectedClients());
    if (chosen.isEmpty()) {
      lines.forEach(line -> chosen.add(line.client()));
    }
    chosen.removeIf(client -> !client.isConnected());
    return chosen;
  }

  private void selected() {
    ServerSession session = model.serverProperty().get();
    List<ServedClient> chosen = selectedClients();
    target.setText(
        chosen.isEmpty()
            ? TEXT.get("server.toAll")
            : chosen.size() == 1
                ? TEXT.get("server.toOne", chosen.getFirst().number())
                : TEXT.get("server.toSome", chosen.size()));
    steps.show(chosen.size() == 1 ? chosen.getFirst().steps() : List.of());
    if (session != null) {
      show(chosen.size() == 1 ? chosen.getFirst().transcript() : session.transcript());
    }
  }

  private void show(Transcript now) {
    if (now != shown) {
      shown = now;
      earlier.leave();
      transcript.show(now, model.charset(), this::nameOf);
    }
  }

  /** Shows what was said over an earlier connection. */
  void look(Transcript past) {
    shown = null;
    transcript.show(past, model.charset(), this::nameOf);
  }

  /** Shows again what is, or was, said last. */
  void lookBack() {
    selected();
  }

  private String nameOf(int party) {
    return party == 0 ? "" : names.computeIfAbsent(party, number -> "#" + number);
  }

  private void watch(@Nullable ServerSession session) {
    if (watched != null) {
      watched.removeListener(changed);
      watched = null;
    }
    lines.clear();
    shown = null;
    if (session != null) {
      watched = session.transcript();
      watched.addListener(changed);
      show(session.transcript());
    }
    selected();
    refresh();
  }

  /** The table is for eyes: four times a second will do, whatever the flood. */
  private void refreshSoon() {
    if (!waiting) {
      waiting = true;
      JobClock.Timer _ =
          jobs.after(
              REFRESH,
              () -> {
                waiting = false;
                refresh();
              });
    }
  }

  private void refresh() {
    ServerSession session = model.serverProperty().get();
    switch (model.stateProperty().get()) {
      case IDLE -> pill.show(StatusPill.Kind.NEUTRAL, TEXT.get("server.idle"));
      case OPENING -> pill.show(StatusPill.Kind.ACTIVE, TEXT.get("server.opening"));
      case OPEN -> pill.show(StatusPill.Kind.GOOD, TEXT.get("server.open"));
    }
    if (session == null) {
      facts.setText("");
      return;
    }
    List<Line> now = new ArrayList<>();
    session.clients().forEach(client -> now.add(Line.of(client)));
    update(now);
    facts.setText(factsOf(session));
  }

  /** Puts the new lines in the place of the old, so that the selection stays. */
  private void update(List<Line> now) {
    if (now.size() > lines.size()) {
      // Who could not be sent to for want of clients can be now.
      bar.check();
    }
    boolean same = now.size() >= lines.size();
    for (int i = 0; same && i < lines.size(); i++) {
      same = now.get(i).client() == lines.get(i).client();
    }
    if (!same) {
      lines.setAll(now);
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
    boolean chosen = table.getSelectionModel().isSelected(index);
    lines.set(index, line);
    if (chosen && !table.getSelectionModel().isSelected(index)) {
      table.getSelectionModel().select(index);
    }
  }

  private static String factsOf(ServerSession session) {
    StringBuilder facts =
        new StringBuilder(
            TEXT.get(
                "server.listening", SocketAddresses.text(session.address()), session.connected()));
    if (session.refused() > 0) {
      facts.append("  ·  ").append(TEXT.get("server.refused", session.refused()));
    }
    session
        .kernelDrops()
        .ifPresent(
            drops -> {
              if (drops > 0) {
                facts.append("  ·  ").append(TEXT.get("server.drops", drops));
              }
            });
    return facts.toString();
  }

  void close() {
    changes.close();
    watch(null);
  }
}
