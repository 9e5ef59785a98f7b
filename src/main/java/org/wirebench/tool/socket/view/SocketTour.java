package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Example;
import org.wirebench.fx.TourStop;
import org.wirebench.fx.frame.FormTabs;
import org.wirebench.tool.socket.request.Payload;

/** What the tour shows of the socket console: each screen as it is when somebody uses it. */
final class SocketTour {
  private static final Messages TEXT = Messages.of(SocketTour.class);

  private SocketTour() {}

  static List<TourStop> stops(String tool, Example echo, Example tls, Example server) {
    return List.of(
        stop("socket-client", echo, SocketTour::talk),
        stop("socket-hex", echo, SocketTour::hex),
        stop("socket-tls", tls, SocketTour::talk),
        stop("socket-untrusted", tls, SocketTour::untrusted),
        stop("socket-refused", refused(tool), view -> () -> hasFailed(view)),
        stop("socket-rules", ruled(tool), view -> page(view, TEXT.get("tab.behaviour"))),
        stop("socket-macros", full(tool), view -> page(view, TEXT.get("tab.macros"))),
        stop("socket-steps", full(tool), view -> page(view, TEXT.get("tab.steps"))),
        stop("socket-generator", full(tool), view -> page(view, TEXT.get("tab.generator"))),
        stop("socket-code", full(tool), view -> page(view, FormTabs.CODE)),
        stop("socket-wrong", wrong(tool), view -> page(view, TEXT.get("tab.options"))),
        stop("socket-server", server, SocketView::demonstrateServer));
  }

  private static TourStop stop(
      String name, Example example, Function<SocketView, BooleanSupplier> prepare) {
    return TourStop.of(name, example, SocketView.class, prepare);
  }

  /** Says something; true when the answer is here. */
  private static BooleanSupplier talk(SocketView view) {
    List<Payload> said =
        List.of(
            Payload.text("GET /status\\r\\n"),
            Payload.text("Hello, w\u00f6rld!\\n"),
            new Payload(Payload.Form.HEX, "02 00 ff 7f 03"));
    AtomicInteger next = new AtomicInteger();
    return () -> {
      var session = view.model().clientProperty().get();
      if (session == null) {
        return false;
      }
      Transcript transcript = session.transcript();
      boolean answered = transcript.total(Direction.IN) == transcript.total(Direction.OUT);
      if (answered && next.get() < said.size()) {
        String _ = view.model().sending().send(said.get(next.getAndIncrement()), List.of());
        return false;
      }
      return answered && next.get() == said.size() && session.waitingSends() == 0;
    };
  }

  private static BooleanSupplier hex(SocketView view) {
    BooleanSupplier talked = talk(view);
    return () -> {
      if (!talked.getAsBoolean()) {
        return false;
      }
      if (view.node().lookup("#transcript-mode-both") instanceof ToggleButton both) {
        both.fire();
      }
      return true;
    };
  }

  /** Connects again without the fingerprint that the lab's example comes with. */
  private static BooleanSupplier untrusted(SocketView view) {
    AtomicBoolean again = new AtomicBoolean();
    return () -> {
      boolean connected = view.model().clientProperty().get() != null;
      boolean idle = view.model().stateProperty().get() == SocketViewModel.State.IDLE;
      if (!again.get() && connected && !idle) {
        view.model().stop();
      } else if (!again.get() && connected) {
        again.set(true);
        view.model().form().text("tls.trust").set("system");
        view.primary();
      }
      return again.get() && hasFailed(view);
    };
  }

  private static boolean hasFailed(SocketView view) {
    return view.model().failureProperty().get() != null;
  }

  private static BooleanSupplier page(SocketView view, String title) {
    view.setup().show(title);
    return () -> true;
  }

  private static Tree.Fields fields(String name, String value, String other, String otherValue) {
    return Tree.Fields.NONE.with(name, value).with(other, otherValue);
  }

  private static Example example(String tool, Tree.Fields request, boolean run) {
    Entry entry = Entry.of("", tool, request);
    return new Example(TEXT.get("tour"), TEXT.get("tour"), "", List.of(entry), run);
  }

  /** Port 1 is that of a service nobody runs any more (tcpmux, RFC 1078). */
  private static Example refused(String tool) {
    return example(tool, fields("host", "127.0.0.1", "port", "1"), true);
  }

  private static Example ruled(String tool) {
    Tree hello = fields("when", "HELO", "reply", "250 at your service\\r\\n");
    Tree who =
        Tree.Fields.NONE
            .with("when", Tree.Fields.NONE.with("regex", "name is (\\w+)"))
            .with("reply", "Hello ${1}, you are number ${counter}\\n")
            .with("delay", "200ms");
    Tree bye = fields("when", "QUIT", "reply", "221 bye\\r\\n").with("then", "close");
    Tree.Fields rules = Tree.Fields.NONE.with("rules", Tree.items(List.of(hello, who, bye)));
    return example(
        tool,
        Tree.Fields.NONE
            .with("mode", "server")
            .with("host", "127.0.0.1")
            .with("port", "7025")
            .with("behaviour", rules),
        false);
  }

  private static Example full(String tool) {
    Tree ping =
        fields("name", TEXT.get("tour.ping"), "send", "PING\\r\\n").with("key", "Ctrl+Alt+P");
    Tree status = fields("name", TEXT.get("tour.status"), "send", "STATUS\\r\\n");
    Tree send = Tree.Fields.NONE.with("send", "HELO wirebench\\r\\n");
    Tree until = Tree.Fields.NONE.with("until", Tree.Fields.NONE.with("regex", "250 .*\\n"));
    Tree pause = Tree.Fields.NONE.with("pause", "500ms");
    Tree quit = Tree.Fields.NONE.with("send", "QUIT\\r\\n");
    Tree end = Tree.Fields.NONE.with("until", Tree.Fields.NONE.with("end", "true"));
    return example(
        tool,
        fields("host", "127.0.0.1", "port", "7025")
            .with("macros", Tree.items(List.of(ping, status)))
            .with("generate", fields("send", "PING\\r\\n", "every", "100ms").with("count", "600"))
            .with("steps", Tree.items(List.of(send, until, pause, quit, end))),
        false);
  }

  private static Example wrong(String tool) {
    return example(
        tool,
        fields("host", "127.0.0.1", "port", "70000")
            .with("timeout", "soon")
            .with("charset", "utf-9")
            .with("local", fields("address", "300.1.1.1", "port", "-1")),
        false);
  }
}
