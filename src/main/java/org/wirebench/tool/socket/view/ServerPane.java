package org.wirebench.tool.socket.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
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
  private static final Duration REFRESH = Duration.ofMillis(250);
  private static final double TABLE_SHARE = 0.3;
  private static final int MOST_NAMED = 5;

  private final FxJobs jobs;
  private final SocketViewModel model;
  private final TranscriptPane transcript;
  private final Earlier earlier;
  private final ClientTable table = new ClientTable(this::selected);
  private final StatusPill pill = new StatusPill();
  private final Label facts = new Label();
  private final Label target = new Label();
  private final Waterfall steps = new Waterfall();
  private final SendBar bar;
  private final List<Action> actions;
  private final Pulse changes;
  private final Map<Integer, String> names = new HashMap<>();
  private final Runnable changed;
  private @Nullable Transcript watched;
  private @Nullable Shown shown;
  private boolean waiting;
  private boolean stale;

  /**
   * What is shown.
   *
   * @param parties whose part of it; none for that of all
   */
  private record Shown(Transcript transcript, Set<Integer> parties) {}

  /**
   * @param connect connects a client
   */
  ServerPane(
      FxJobs jobs,
      SocketViewModel model,
      MacroKeys keys,
      Recent recent,
      Action connect,
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
    facts.getStyleClass().add("secondary");
    facts.setWrapText(true);
    facts.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(facts, Priority.ALWAYS);
    ClientActions ofClients = new ClientActions(table, bar);
    this.actions = Stream.concat(Stream.of(connect), ofClients.all().stream()).toList();
    table.offer(ofClients.menu());
    table.invite(connect);
    HBox tools =
        new HBox(
            earlier.menu(true),
            Describe.iconButton(connect),
            Describe.iconButton(ofClients.disconnect()),
            Describe.iconButton(ofClients.reset()));
    tools.getStyleClass().add("socket-tools");
    WrapRow status = new WrapRow(pill, facts, tools);
    status.getStyleClass().add("socket-status");
    target.getStyleClass().add("secondary");
    target.setMinWidth(USE_PREF_SIZE);
    SplitPane split = new SplitPane(table, transcript);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(TABLE_SHARE);
    SplitPane.setResizableWithParent(table, false);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(status, steps, split, bar);
    // In a low window the line to send stays in sight.
    setMinHeight(0);
    split.setMinHeight(0);
    transcript.setMinHeight(0);
    model.serverProperty().addListener((_, _, now) -> watch(now));
    model.stateProperty().addListener((_, _, _) -> refresh());
    watch(model.serverProperty().get());
  }

  SendBar bar() {
    return bar;
  }

  /** What can be done with the clients. */
  List<Action> actions() {
    return actions;
  }

  /** How many clients the table shows that something was sent to; for the tour. */
  long answered() {
    return table.getItems().stream().filter(line -> line.out() > 0).count();
  }

  /** The number of the first client that is selected; 0 when none is. */
  int chosenClient() {
    List<ServedClient> chosen = table.chosen();
    return chosen.isEmpty() ? 0 : chosen.getFirst().number();
  }

  /** Those selected, or else all that are there. */
  private List<ServedClient> targets() {
    List<ServedClient> chosen = new ArrayList<>(table.chosen());
    if (chosen.isEmpty()) {
      chosen.addAll(table.clients());
    }
    chosen.removeIf(client -> !client.isConnected());
    return chosen;
  }

  private void selected() {
    ServerSession session = model.serverProperty().get();
    List<ServedClient> chosen = table.chosen();
    target.setText(
        chosen.isEmpty()
            ? TEXT.get("server.toAll")
            : chosen.size() == 1
                ? TEXT.get("server.toOne", chosen.getFirst().number())
                : TEXT.get("server.toSome", chosen.size()));
    steps.show(chosen.size() == 1 ? chosen.getFirst().steps() : List.of());
    if (session != null) {
      show(session, chosen);
      showFacts();
    }
  }

  private void showFacts() {
    ServerSession session = model.serverProperty().get();
    facts.setText(session == null ? "" : factsOf(session));
  }

  /** One client has a transcript of its own; several are picked from that of all. */
  private void show(ServerSession session, List<ServedClient> chosen) {
    boolean one = chosen.size() == 1;
    Set<Integer> parties =
        one ? Set.of() : chosen.stream().map(ServedClient::number).collect(Collectors.toSet());
    Shown now = new Shown(one ? chosen.getFirst().transcript() : session.transcript(), parties);
    if (!now.equals(shown)) {
      shown = now;
      earlier.leave();
      transcript.show(now.transcript(), model.charset(), this::nameOf, parties);
    }
  }

  /** Whose transcript is shown, in words; empty while an earlier one is. */
  private String whose() {
    List<ServedClient> chosen = table.chosen();
    if (shown == null) {
      return "";
    }
    if (chosen.isEmpty()) {
      return TEXT.get("server.showsAll");
    }
    String names =
        chosen.stream()
            .limit(MOST_NAMED)
            .map(client -> nameOf(client.number()))
            .collect(Collectors.joining(", "));
    int more = chosen.size() - MOST_NAMED;
    return more > 0 ? TEXT.get("server.showsMore", names, more) : TEXT.get("server.shows", names);
  }

  /** Shows what was said over an earlier connection. */
  void look(Transcript past) {
    shown = null;
    transcript.show(past, model.charset(), this::nameOf);
    showFacts();
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
    boolean _ = table.update(List.of());
    shown = null;
    if (session != null) {
      watched = session.transcript();
      watched.addListener(changed);
    }
    selected();
    refresh();
  }

  /** The table is for eyes: at once, and then four times a second will do, whatever the flood. */
  private void refreshSoon() {
    stale = true;
    if (!waiting) {
      refreshAndWait();
    }
  }

  private void refreshAndWait() {
    waiting = stale;
    if (stale) {
      stale = false;
      refresh();
      JobClock.Timer _ = jobs.after(REFRESH, this::refreshAndWait);
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
      showFacts();
      return;
    }
    if (table.update(session.clients())) {
      // Who could not be sent to for want of clients can be now.
      bar.check();
    }
    showFacts();
  }

  private String factsOf(ServerSession session) {
    StringBuilder words =
        new StringBuilder(
            TEXT.get(
                "server.listening", SocketAddresses.text(session.address()), session.connected()));
    if (session.refused() > 0) {
      words.append("  ·  ").append(TEXT.get("server.refused", session.refused()));
    }
    session
        .kernelDrops()
        .ifPresent(
            drops -> {
              if (drops > 0) {
                words.append("  ·  ").append(TEXT.get("server.drops", drops));
              }
            });
    String whose = whose();
    return whose.isEmpty() ? words.toString() : words.append("  ·  ").append(whose).toString();
  }

  void close() {
    changes.close();
    watch(null);
  }
}
