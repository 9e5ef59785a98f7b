package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.document.Document;
import org.wirebench.fx.document.DocumentPane;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpRun;

/** The right side: all of what came of a run, while it comes and afterwards. */
final class ResponsePane extends VBox {
  private static final Messages TEXT = Messages.of(ResponsePane.class);

  private final HttpViewModel model;
  private final StatusRow status;
  private final HopsPane hops = new HopsPane(this::choose);
  private final DocumentPane document;
  private final Tab body;
  private final Tab certificates;
  private final HeadersPane headers = new HeadersPane();
  private final CookiePane cookies;
  private final TlsPane tls;
  private final HistoryPane history;
  private final TabPane tabs = new TabPane();
  private @Nullable HttpRun run;
  private @Nullable Exchange shown;
  private @Nullable Exchange opened;
  private boolean complete;

  /** The exchange of which is said that no answer came. */
  private @Nullable Exchange unanswered;

  /** What the user wants the shown run compared with; null for the one before it. */
  private @Nullable HttpRun against;

  /** Whether the user chose an exchange; else the last one is shown. */
  private boolean chosen;

  ResponsePane(ToolContext context, HttpViewModel model) {
    this.model = model;
    this.status = new StatusRow(context.jobs());
    this.document = new DocumentPane(context.jobs(), context.stores(), context.notices());
    this.body = new Tab(TEXT.get("answer.body"), document);
    this.cookies = new CookiePane(context.jobs(), model.service().cookies());
    this.tls = new TlsPane(context.jobs().clock());
    this.certificates = new Tab(TEXT.get("answer.tls"), tls);
    this.history = new HistoryPane(context, model, this::compare);
    getStyleClass().add("http-response");
    tabs.getTabs()
        .setAll(
            body,
            new Tab(TEXT.get("answer.headers"), headers),
            new Tab(TEXT.get("answer.cookies"), cookies),
            certificates,
            new Tab(TEXT.get("answer.history"), history));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("dense");
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(status, hops, tabs);
    setMinWidth(0);
    setMinHeight(0);
  }

  /** Shows how the run stands now. */
  void refresh() {
    HttpRun now = model.runProperty().get();
    if (now == null || (now.exchanges().isEmpty() && model.runningProperty().get())) {
      return;
    }
    if (now != run) {
      run = now;
      chosen = false;
      against = null;
    }
    if (now.exchanges().isEmpty()) {
      showNothing();
      history.refresh(now);
      return;
    }
    List<Exchange> all = now.exchanges();
    Exchange exchange = chosen && shown != null ? shown : all.getLast();
    show(exchange, all);
    history.refresh(now);
  }

  private void show(Exchange exchange, List<Exchange> all) {
    shown = exchange;
    status.show(exchange);
    hops.show(all, exchange);
    headers.show(exchange);
    cookies.show(exchange.cookies());
    tls.show(exchange);
    showBody(exchange);
  }

  /** It ended before anything was sent: what came of another run is none of this one. */
  private void showNothing() {
    shown = null;
    opened = null;
    status.showNothing(model.failureProperty().get() == null);
    hops.showNothing();
    headers.showNothing();
    cookies.show(List.of());
    tls.showNothing();
    document.clear();
    unanswered = null;
    body.setContent(document);
  }

  private void choose(Exchange exchange) {
    chosen = true;
    shown = exchange;
    refresh();
  }

  private void showBody(Exchange exchange) {
    if (exchange.head().isEmpty()) {
      showNoBody(exchange);
      return;
    }
    unanswered = null;
    body.setContent(document);
    if (exchange != opened) {
      opened = exchange;
      complete = false;
      document.show(Bodies.document(exchange));
      document.compareWith(before());
    } else {
      document.grown();
    }
    if (exchange.isOver() && !complete) {
      complete = true;
      document.complete();
    }
  }

  private void showNoBody(Exchange exchange) {
    opened = null;
    document.clear();
    Optional<NetFailure> why = exchange.isStopped() ? Optional.empty() : exchange.failure();
    if (exchange == unanswered) {
      return;
    }
    unanswered = why.isPresent() ? exchange : null;
    body.setContent(why.<Node>map(this::noAnswer).orElse(document));
  }

  private EmptyState noAnswer(NetFailure why) {
    Action certificate =
        Action.of(
            TEXT.get("answer.certificates"),
            Feather.LOCK,
            () -> tabs.getSelectionModel().select(certificates));
    Action[] actions = why.certificates().isEmpty() ? new Action[0] : new Action[] {certificate};
    // Also said in the banner, which may be dismissed, or be of another run.
    String words = TEXT.get("answer.nothing", why.cause()).strip();
    return new EmptyState(Feather.CLOUD_OFF, words, actions);
  }

  /** Shows one of the tabs: the first whose title this is. */
  void show(String title) {
    FormParts.select(tabs, title);
  }

  /** Compares the last run with the one before. */
  void compareLast() {
    compare(model.runs().get(0), model.runs().get(1));
  }

  private void compare(HttpRun newer, HttpRun older) {
    model.show(newer);
    against = older;
    document.compareWith(body(older));
    document.showChanges();
    tabs.getSelectionModel().selectFirst();
  }

  /** The body of the run before, of which the answer is a new version. */
  private Optional<Document> before() {
    int at = model.runs().indexOf(run);
    if (against != null) {
      return body(against);
    }
    return at < 0 || at + 1 >= model.runs().size()
        ? Optional.empty()
        : body(model.runs().get(at + 1));
  }

  private static Optional<Document> body(HttpRun run) {
    return run.exchanges().stream()
        .reduce((_, last) -> last)
        .filter(Exchange::isOver)
        .map(Bodies::document);
  }

  List<Action> actions() {
    List<Action> all = new ArrayList<>(document.actions());
    all.addAll(cookies.actions());
    all.addAll(history.actions());
    return all;
  }

  void close() {
    status.close();
    document.close();
    cookies.close();
  }
}
