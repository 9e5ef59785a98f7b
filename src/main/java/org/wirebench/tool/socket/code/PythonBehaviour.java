package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.PythonCode.bytes;
import static org.wirebench.core.code.PythonCode.string;

import java.util.List;
import java.util.stream.Collectors;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Transport;

/** Writes what a server in Python does on its own. */
final class PythonBehaviour {
  private static final Snippets PIECES = PythonServer.PIECES;

  private final ServerRequest request;
  private final Program program;

  PythonBehaviour(ServerRequest request, Program program) {
    this.request = request;
    this.program = program;
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

  /** What has to stand before the server itself. */
  void prepare() {
    switch (request.behaviour()) {
      case Behaviour.Chargen() -> program.block(PIECES.get("chargen"));
      case Behaviour.Daytime() -> program.needs("time");
      case Behaviour.Greet(Payload greeting) ->
          program.block(
              Texts.isFile(greeting)
                  ? PIECES.get("greeting.file", "file", string(greeting.text()))
                  : PIECES.get("greeting", "bytes", literal(greeting)));
      case Behaviour.Script(List<Payload> replies, var _) ->
          program.block(
              PIECES.get(
                  "replies",
                  "replies",
                  replies.stream().map(this::reply).collect(Collectors.joining())));
      case Behaviour.Rules(List<Behaviour.Rule> rules) ->
          new PythonRules(request, program).write(rules);
      case Behaviour.Nothing(), Behaviour.Echo(), Behaviour.Discard() -> {
        // Nothing to prepare.
      }
    }
  }

  private String literal(Payload payload) {
    return bytes(Texts.bytes(payload, request.talk().charset()));
  }

  private String reply(Payload payload) {
    return Texts.isFile(payload)
        ? PIECES.get("reply.file", "file", string(payload.text()))
        : PIECES.get("reply.bytes", "bytes", literal(payload));
  }

  /** The functions that talk with one client of a stream. */
  void serve() {
    boolean tls = request.transport() == Transport.TLS;
    if (closes()) {
      function(PIECES.get(tls ? "goodbye.tls" : "goodbye"));
    }
    if (resets()) {
      boolean unix = request.transport() == Transport.UNIX;
      if (unix) {
        program.note(PIECES.get("note.reset.unix"));
      } else {
        program.needs("struct");
      }
      function(PIECES.get(unix ? "reset.unix" : "reset"));
    }
    String show = PIECES.get("show");
    function(
        switch (request.behaviour()) {
          case Behaviour.Nothing() -> talk("", show, "");
          case Behaviour.Echo() -> talk("", show, PIECES.get("answer.echo"));
          case Behaviour.Discard() ->
              talk(PIECES.get("before.count"), PIECES.get("show.count"), "");
          case Behaviour.Chargen() -> PIECES.get("serve.chargen");
          case Behaviour.Daytime() -> PIECES.get("serve.daytime");
          case Behaviour.Greet(var _) -> PIECES.get("serve.greet");
          case Behaviour.Script(var _, boolean first) -> {
            String answer = PIECES.get("answer.script");
            yield talk(PIECES.get("before.script") + (first ? answer : ""), show, answer);
          }
          case Behaviour.Rules(var _) ->
              talk(
                  PIECES.get("before.rules"),
                  show,
                  PIECES.get("answer.rules", "then", thenOfStream()));
        });
  }

  /** Two empty lines stand around a function in Python. */
  private void function(String lines) {
    program.lines("\n").block(lines);
  }

  private String talk(String before, String show, String answer) {
    String goodbye = request.transport() == Transport.TLS ? PIECES.get("goodbye.answer") : "";
    return PIECES.get(
        "serve", "before", before, "show", show, "answer", answer, "goodbye", goodbye);
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
  String packets() {
    String show = PIECES.get("show.packet");
    return switch (request.behaviour()) {
      case Behaviour.Nothing() -> packets("", show, "");
      case Behaviour.Echo() -> packets("", show, PIECES.get("answer.echo.packet"));
      case Behaviour.Discard() ->
          packets(PIECES.get("before.count.packet"), PIECES.get("show.count.packet"), "");
      case Behaviour.Chargen() ->
          packets(PIECES.get("before.chargen.packet"), show, PIECES.get("answer.chargen.packet"));
      case Behaviour.Daytime() -> packets("", show, PIECES.get("answer.daytime.packet"));
      case Behaviour.Greet(var _) -> packets("", show, PIECES.get("answer.greet.packet"));
      case Behaviour.Script(var _, var _) ->
          packets(PIECES.get("before.script.packet"), show, PIECES.get("answer.script.packet"));
      case Behaviour.Rules(var _) -> packets("", show, rulesOfPackets());
    };
  }

  private static String packets(String before, String show, String answer) {
    return PIECES.get("packets", "before", before, "show", show, "answer", answer);
  }

  private String rulesOfPackets() {
    boolean ends = closes() || resets();
    if (ends) {
      program.note(PIECES.get("note.then.datagram"));
    }
    boolean later = Texts.repliesLater(request);
    if (later) {
      program.needs("threading");
    }
    return PIECES.get(
        later ? "answer.rules.packet.later" : "answer.rules.packet",
        "then",
        ends ? PIECES.get("then.packet") : "");
  }
}
