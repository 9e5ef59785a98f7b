package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DisabledReasons;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Pulse;
import org.wirebench.fx.Recent;
import org.wirebench.fx.StatusPill;
import org.wirebench.fx.Tip;
import org.wirebench.fx.Waterfall;
import org.wirebench.fx.WrapRow;
import org.wirebench.fx.transcript.TranscriptPane;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.Link;
import org.wirebench.tool.socket.service.SocketResult;

/** What a client says and hears. */
final class ClientPane extends VBox {
  private static final Messages TEXT = Messages.of(ClientPane.class);

  /** The height of the transcript with its tools; with less there is too little to read. */
  private static final int LEAST_LINES = 7;

  private final SocketViewModel model;
  private final StatusPill pill = new StatusPill();
  private final Label facts = new Label();
  private final Tip cut = new Tip();
  private final BooleanProperty stream = new SimpleBooleanProperty(this, "stream", true);
  private final Waterfall steps = new Waterfall();
  private final SendBar bar;
  private final List<Action> actions;
  private final Pulse heard;
  private final Runnable hearing;
  private @Nullable Transcript unheard;

  ClientPane(
      FxJobs jobs,
      SocketViewModel model,
      MacroKeys keys,
      Recent recent,
      TranscriptPane transcript,
      Earlier earlier) {
    this.model = model;
    this.heard = jobs.pulse(this::showSteps);
    this.hearing = heard::changed;
    this.bar = new SendBar(model, keys, recent, List::of);
    getStyleClass().add("socket-content");
    facts.getStyleClass().add("secondary");
    facts.setWrapText(true);
    facts.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(facts, Priority.ALWAYS);
    var open = model.stateProperty().isEqualTo(SocketViewModel.State.OPEN);
    var ended = model.sending().endedProperty();
    facts.setTooltip(cut);
    cut.textProperty().bind(facts.textProperty());
    Action ending =
        Action.of(TEXT.get("client.halfClose"), Feather.LOG_OUT, this::halfClose)
            .when(open.and(ended.not()).and(stream), TEXT.get("closed"));
    Action breaking =
        Action.of(TEXT.get("client.reset"), Feather.ZAP_OFF, model.sending()::reset)
            .when(open.and(stream), TEXT.get("closed"));
    this.actions = List.of(ending, breaking);
    Node halfClose = Describe.iconButton(ending);
    ended.addListener(
        (_, _, now) ->
            DisabledReasons.say(halfClose, now ? TEXT.get("send.ended") : TEXT.get("closed")));
    Node reset = Describe.iconButton(breaking);
    onlyOfStreams(halfClose);
    onlyOfStreams(reset);
    HBox tools = new HBox(earlier.menu(false), halfClose, reset);
    tools.getStyleClass().add("socket-tools");
    WrapRow status = new WrapRow(pill, facts, tools);
    status.getStyleClass().add("socket-status");
    VBox.setVgrow(transcript, Priority.ALWAYS);
    // In a low window the transcript gives way, and the line to send stays in sight.
    transcript.setMinHeight(0);
    setMinHeight(0);
    heightProperty().addListener((_, _, _) -> hearing.run());
    getChildren().addAll(status, steps, transcript, bar);
    model.stateProperty().addListener((_, _, _) -> showStatus());
    model.clientProperty().addListener((_, _, now) -> opened(now));
    model.playedProperty().addListener((_, _, _) -> opened(model.clientProperty().get()));
    opened(model.clientProperty().get());
  }

  /** Datagrams have no end and no reset. */
  private void onlyOfStreams(Node button) {
    button.visibleProperty().bind(stream);
    button.managedProperty().bind(stream);
  }

  SendBar bar() {
    return bar;
  }

  /** What can be done with the connection. */
  List<Action> actions() {
    return actions;
  }

  private void halfClose() {
    String why = model.sending().halfClose();
    if (!why.isEmpty()) {
      facts.setText(why);
    }
  }

  private void opened(@Nullable ClientSession session) {
    leave();
    stream.set(session == null || session.link().isStream());
    if (session != null) {
      unheard = session.transcript();
      session.transcript().addListener(hearing);
    }
    showStatus();
    showSteps();
  }

  /** The last step ends with the first byte that comes: nothing is waited for after that. */
  private void showSteps() {
    @Nullable ClientSession session = model.clientProperty().get();
    @Nullable SocketResult played = model.playedProperty().get();
    // Asked first: when the first byte comes just now, its time is shown with the next news.
    boolean allTimed = session != null && session.transcript().total(Direction.IN) > 0;
    Optional<Phases> phases =
        played != null
            ? played.phases()
            : Optional.ofNullable(session).map(open -> open.link().phases());
    steps.show(phases.map(Phases::timed).orElse(List.of()));
    if (isTooLow()) {
      steps.show(List.of());
    }
    if (allTimed) {
      leave();
    }
  }

  /** In a low window the steps go first: what comes and what is typed stay in sight. */
  private boolean isTooLow() {
    applyCss();
    double needed =
        getManagedChildren().stream().mapToDouble(child -> child.minHeight(getWidth())).sum();
    return getHeight() > 0 && needed + LEAST_LINES * facts.prefHeight(-1) > getHeight();
  }

  private void leave() {
    if (unheard != null) {
      unheard.removeListener(hearing);
      unheard = null;
    }
  }

  void close() {
    leave();
    heard.close();
  }

  private void showStatus() {
    @Nullable ClientSession session = model.clientProperty().get();
    @Nullable SocketResult played = model.playedProperty().get();
    switch (model.stateProperty().get()) {
      case IDLE -> showIdle(session, played);
      case OPENING -> pill.show(StatusPill.Kind.ACTIVE, TEXT.get("client.opening"));
      case OPEN ->
          pill.show(
              StatusPill.Kind.GOOD,
              stream.get() ? TEXT.get("client.open") : TEXT.get("client.ready"));
    }
    facts.setText(
        played != null
            ? TEXT.get("client.playedIn", Amounts.duration(played.time()))
            : session == null ? "" : factsOf(session.link()));
  }

  private void showIdle(@Nullable ClientSession session, @Nullable SocketResult played) {
    if (played != null) {
      pill.show(StatusPill.Kind.GOOD, TEXT.get("client.played"));
    } else {
      pill.show(
          StatusPill.Kind.NEUTRAL,
          session == null ? TEXT.get("client.idle") : endOf(session.link()));
    }
  }

  private static String endOf(Link link) {
    PeerEnd end = link.peerEnd();
    return switch (end) {
      case FIN -> link.isTcp() ? TEXT.get(end) : TEXT.get("client.ended");
      case RESET -> link.isTcp() ? TEXT.get(end) : TEXT.get("client.wasReset");
      case NONE, CLOSE_NOTIFY, TRUNCATED, TIMED_OUT -> TEXT.get(end);
    };
  }

  private static String factsOf(Link link) {
    String addresses =
        TEXT.get(
            "client.addresses",
            SocketAddresses.text(link.local()),
            SocketAddresses.text(link.remote()));
    String tls = link.tls().map(ClientPane::tls).orElse("");
    return Stream.of(addresses, tls)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  ·  "));
  }

  private static String tls(TlsInfo tls) {
    return tls.warning().isEmpty()
        ? tls.version() + " " + tls.cipher()
        : tls.version() + " " + tls.cipher() + "  ·  " + tls.warning();
  }
}
