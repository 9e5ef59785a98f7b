package org.wirebench.tool.http.view;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.scene.control.ButtonBase;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Example;
import org.wirebench.fx.TourStop;
import org.wirebench.fx.frame.FormTabs;
import org.wirebench.tool.http.request.HttpRequest;

/** What the tour shows of the HTTP tool: each screen as it is when somebody uses it. */
final class HttpTour {
  private static final Messages TEXT = Messages.of(HttpTour.class);
  private static final String CLEAR = "http.http";
  private static final String SECURE = "http.https";

  private HttpTour() {}

  static List<TourStop> stops(Example json, Example post, Example redirects) {
    return List.of(
        stop("http-json", json, HttpView::answered),
        stop("http-post", post, HttpView::answered),
        stop("http-redirects", redirects, HttpView::answered),
        stop("http-code", post, view -> asked(view, FormTabs.CODE)),
        stop("http-options", redirects, view -> asked(view, TEXT.get("tab.options"))),
        stop("http-auth", login(), view -> asked(view, TEXT.get("tab.auth"))),
        stop("http-headers", get(SECURE, "/gzip"), view -> came(view, TEXT.get("answer.headers"))),
        stop("http-cookies", cookies(), view -> came(view, TEXT.get("answer.cookies"))),
        stop("http-tls", get(SECURE, "/json"), view -> came(view, TEXT.get("answer.tls"))),
        stop("http-table", get(CLEAR, "/posts"), view -> as(view, "table")),
        stop("http-events", get(CLEAR, "/sse?count=12&interval=0.05"), HttpView::answered),
        stop("http-hex", get(CLEAR, "/image/png"), view -> as(view, "hex")),
        stop("http-image", get(CLEAR, "/image/png"), view -> as(view, "image")),
        stop("http-page", get(CLEAR, "/html"), view -> as(view, "page")),
        stop("http-history", get(CLEAR, "/uuid"), HttpTour::again),
        stop("http-changes", get(CLEAR, "/uuid"), HttpTour::compared),
        stop("http-load", load(), HttpTour::loaded),
        stop("http-truncated", get(CLEAR, "/truncated"), HttpTour::failed),
        stop("http-untrusted", get(SECURE, "/json"), HttpTour::untrusted),
        stop("http-refused", refused(), HttpTour::failed),
        stop("http-wrong", wrong(), view -> asked(view, TEXT.get("tab.body"))));
  }

  private static TourStop stop(
      String name, Example example, Function<HttpView, BooleanSupplier> prepare) {
    return TourStop.of(name, example, HttpView.class, prepare);
  }

  private static Example example(String server, Tree.Fields request, boolean run) {
    Entry entry = Entry.of("", HttpRequest.TOOL, request);
    return new Example(TEXT.get("tour"), TEXT.get("tour"), server, List.of(entry), run);
  }

  private static Example get(String server, String path) {
    return example(server, Tree.Fields.NONE.with("url", path), true);
  }

  private static Example cookies() {
    return get(CLEAR, "/cookies/set-detail?name=colour&value=blue&max-age=3600&samesite=Lax");
  }

  private static Example login() {
    Tree.Fields oauth =
        Tree.Fields.NONE
            .with("grant", "authorization-code")
            .with("authorizationUrl", "https://login.example.org/authorize")
            .with("tokenUrl", "https://login.example.org/token")
            .with("clientId", "wirebench")
            .with("scope", "read write");
    return example(
        "",
        Tree.Fields.NONE
            .with("url", "https://api.example.org/orders?state=open")
            .with("auth", Tree.Fields.NONE.with("oauth2", oauth)),
        false);
  }

  private static Example load() {
    Tree.Fields plan = Tree.Fields.NONE.with("duration", "3s").with("concurrency", "8");
    return example(
        CLEAR, Tree.Fields.NONE.with("url", "/get").with("load", plan.with("rate", "400")), false);
  }

  /** Port 1 is that of a service nobody runs any more (tcpmux, RFC 1078). */
  private static Example refused() {
    return get("", "http://127.0.0.1:1/");
  }

  private static Example wrong() {
    return example(
        "",
        Tree.Fields.NONE
            .with("method", "PUT")
            .with("url", "https://api.example.org/orders/7")
            .with("headers", Tree.items(List.of(Tree.text("Accept application/json"))))
            .with("body", Tree.Fields.NONE.with("json", TEXT.get("tour.wrong"))),
        false);
  }

  private static BooleanSupplier asked(HttpView view, String title) {
    view.request().show(title);
    return () -> true;
  }

  private static BooleanSupplier came(HttpView view, String title) {
    view.response().show(title);
    return view.answered();
  }

  /** Shows the body in one of its views, once it has come. */
  private static BooleanSupplier as(HttpView view, String name) {
    BooleanSupplier answered = view.answered();
    return () ->
        answered.getAsBoolean()
            && view.node().lookup("#document-view-" + name) instanceof ButtonBase choice
            && fired(choice);
  }

  private static boolean fired(ButtonBase choice) {
    choice.fire();
    return true;
  }

  /** Sends it until it was sent three times, and shows the runs. */
  private static BooleanSupplier again(HttpView view) {
    AtomicInteger sent = new AtomicInteger(1);
    BooleanSupplier answered = view.answered();
    view.response().show(TEXT.get("answer.history"));
    return () -> {
      if (answered.getAsBoolean() && sent.get() < 3) {
        sent.incrementAndGet();
        view.primary();
      }
      return answered.getAsBoolean() && sent.get() == 3;
    };
  }

  private static BooleanSupplier compared(HttpView view) {
    BooleanSupplier again = again(view);
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (again.getAsBoolean() && !done.getAndSet(true)) {
        view.response().compareLast();
      }
      return done.get();
    };
  }

  private static BooleanSupplier loaded(HttpView view) {
    view.request().show(TEXT.get("tab.load"));
    view.load().start();
    return () -> !view.load().runningProperty().get() && view.load().shownProperty().get() != null;
  }

  private static BooleanSupplier failed(HttpView view) {
    return () -> view.model().failureProperty().get() != null;
  }

  /** Asks again without the trust that the lab's example comes with. */
  private static BooleanSupplier untrusted(HttpView view) {
    AtomicBoolean again = new AtomicBoolean();
    BooleanSupplier answered = view.answered();
    return () -> {
      if (answered.getAsBoolean() && !again.getAndSet(true)) {
        view.model().form().text("tls.trust").set("system");
        view.primary();
      }
      return again.get() && view.model().failureProperty().get() != null;
    };
  }
}
