package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.JavaCode.string;

import java.util.List;
import java.util.stream.Collectors;
import org.wirebench.core.code.JavaCode;
import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Transport;

/** Writes what a server in Java does on its own. */
final class JavaBehaviour {
  private static final Snippets PIECES = JavaServer.PIECES;

  private final ServerRequest request;
  private final JavaProgram program;
  private final String type;
  private final String in;
  private final String out;

  JavaBehaviour(ServerRequest request, JavaProgram program) {
    this.request = request;
    this.program = program;
    boolean unix = request.transport() == Transport.UNIX;
    this.type = unix ? "SocketChannel" : "Socket";
    this.in = PIECES.get(unix ? "in.channel" : "in.socket");
    this.out = PIECES.get(unix ? "out.channel" : "out.socket");
  }

  static String title(ServerRequest request) {
    return switch (request.behaviour()) {
      case Behaviour.Nothing() -> PIECES.get("does.nothing");
      case Behaviour.Echo() -> PIECES.get("does.echo");
      case Behaviour.Discard() -> PIECES.get("does.discard");
      case Behaviour.Chargen() ->
          PIECES.get(request.transport().isDatagram() ? "does.chargen.datagram" : "does.chargen");
      case Behaviour.Daytime() -> PIECES.get("does.daytime");
      case Behaviour.Greet(var _) -> PIECES.get("does.greet");
      case Behaviour.Script(var _, boolean first) ->
          PIECES.get(
              first && !request.transport().isDatagram() ? "does.script.first" : "does.script");
      case Behaviour.Rules(var _) -> PIECES.get("does.rules");
    };
  }

  /** Fields and methods that have nothing to do with sockets. */
  void prepare() {
    switch (request.behaviour()) {
      case Behaviour.Chargen() -> program.method(PIECES.get("method.line"));
      case Behaviour.Daytime() -> program.method(PIECES.get("method.daytime"));
      case Behaviour.Greet(Payload greeting) ->
          program.field(PIECES.get("field.greeting", "bytes", bytes(greeting)));
      case Behaviour.Script(List<Payload> replies, var _) -> {
        String all = replies.stream().map(this::bytes).collect(Collectors.joining(", "));
        program.field(PIECES.get("field.replies", "replies", all));
      }
      case Behaviour.Rules(List<Behaviour.Rule> rules) ->
          new JavaRules(request, program).write(rules);
      case Behaviour.Nothing(), Behaviour.Echo(), Behaviour.Discard() -> {
        // Nothing to prepare.
      }
    }
  }

  private String bytes(Payload payload) {
    if (Texts.isFile(payload)) {
      program.method(PIECES.get("method.read"));
      return PIECES.get("file", "file", string(payload.text())).strip();
    }
    return JavaCode.bytes(Texts.bytes(payload, request.talk().charset()));
  }

  /** The methods that talk with one client of a stream. */
  void serve() {
    switch (request.behaviour()) {
      case Behaviour.Nothing() -> listen("", show());
      case Behaviour.Echo() -> talk("", PIECES.get("answer.echo"));
      case Behaviour.Discard() -> listen(PIECES.get("before.count"), PIECES.get("show.count"));
      case Behaviour.Chargen() ->
          program.method(PIECES.get("method.serve.chargen", "type", type, "out", out));
      case Behaviour.Daytime() ->
          program.method(PIECES.get("method.serve.daytime", "type", type, "out", out));
      case Behaviour.Greet(var _) ->
          program.method(PIECES.get("method.serve.greet", "type", type, "out", out));
      case Behaviour.Script(var _, boolean first) -> {
        String answer = PIECES.get("answer.script");
        talk(PIECES.get("before.script") + (first ? answer : ""), answer);
      }
      case Behaviour.Rules(var _) ->
          talk(PIECES.get("before.rules"), PIECES.get("answer.rules", "then", thenOfStream()));
    }
    if (closes()) {
      String timeout = request.transport() == Transport.UNIX ? "" : PIECES.get("goodbye.timeout");
      program.method(PIECES.get("method.goodbye", "type", type, "in", in, "timeout", timeout));
    }
    if (resets()) {
      boolean unix = request.transport() == Transport.UNIX;
      if (unix) {
        program.main().note(PIECES.get("note.reset.unix"));
      }
      program.method(PIECES.get(unix ? "method.reset.unix" : "method.reset"));
    }
  }

  private String show() {
    program.method(PIECES.get("method.show"));
    return PIECES.get("show");
  }

  private void listen(String before, String show) {
    program.method(
        PIECES.get("method.serve.nothing", "type", type, "in", in, "before", before, "show", show));
  }

  private void talk(String before, String answer) {
    program.method(
        PIECES.get(
            "method.serve",
            "type",
            type,
            "in",
            in,
            "out",
            out,
            "before",
            before,
            "show",
            show(),
            "answer",
            answer));
  }

  private boolean closes() {
    return request.behaviour() instanceof Behaviour.Daytime
        || request.behaviour() instanceof Behaviour.Greet
        || Texts.rulesEnd(request, Behaviour.Then.CLOSE);
  }

  private boolean resets() {
    return Texts.rulesEnd(request, Behaviour.Then.RESET);
  }

  private String thenOfStream() {
    return (closes() ? PIECES.get("then.close") : "") + (resets() ? PIECES.get("then.reset") : "");
  }

  /** The loop that answers datagrams. */
  String packets(String options, String address, String groups) {
    String before =
        switch (request.behaviour()) {
          case Behaviour.Discard() -> PIECES.get("before.count");
          case Behaviour.Chargen() -> PIECES.get("before.chargen.packet");
          case Behaviour.Script(var _, var _) -> PIECES.get("before.script.packet");
          case Behaviour.Rules(var _) ->
              Texts.repliesLater(request) ? PIECES.get("before.rules.packet.later") : "";
          default -> "";
        };
    String show =
        request.behaviour() instanceof Behaviour.Discard
            ? PIECES.get("show.count.packet")
            : PIECES.get("show.packet");
    if (!(request.behaviour() instanceof Behaviour.Discard)) {
      program.method(PIECES.get("method.show"));
    }
    return PIECES.get(
        "packets",
        "options",
        options,
        "address",
        address,
        "groups",
        groups,
        "before",
        before,
        "six",
        takesIpv6Alone() ? PIECES.get("packet.six") : "",
        "show",
        show,
        "answer",
        answerOfPackets());
  }

  /** Groups decide on the family of a socket, whatever else is said. */
  private boolean takesIpv6Alone() {
    return request.family() == Family.IPV6
        && request.join().stream().allMatch(group -> group.contains(":"));
  }

  private String answerOfPackets() {
    return switch (request.behaviour()) {
      case Behaviour.Nothing(), Behaviour.Discard() -> "";
      case Behaviour.Echo() -> PIECES.get("answer.echo.packet");
      case Behaviour.Chargen() -> PIECES.get("answer.chargen.packet");
      case Behaviour.Daytime() -> PIECES.get("answer.packet", "reply", "daytime()");
      case Behaviour.Greet(var _) -> PIECES.get("answer.packet", "reply", "GREETING");
      case Behaviour.Script(var _, var _) -> PIECES.get("answer.script.packet");
      case Behaviour.Rules(var _) -> {
        boolean ends = closes() || resets();
        if (ends) {
          program.main().note(PIECES.get("note.then.datagram"));
        }
        program.method(PIECES.get("method.sendreply"));
        yield PIECES.get(
            Texts.repliesLater(request) ? "answer.rules.packet.later" : "answer.rules.packet",
            "then",
            ends ? PIECES.get("then.packet") : "");
      }
    };
  }
}
