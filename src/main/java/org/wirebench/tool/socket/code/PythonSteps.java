package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.PythonCode.bytes;
import static org.wirebench.core.code.PythonCode.string;

import java.time.Duration;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

/** Writes what a client in Python does, step by step. */
final class PythonSteps {
  private final Snippets pieces;
  private final ClientRequest request;
  private final Program program;
  private final boolean datagrams;

  PythonSteps(Snippets pieces, ClientRequest request, Program program) {
    this.pieces = pieces;
    this.request = request;
    this.program = program;
    this.datagrams = request.transport().isDatagram();
  }

  void write() {
    program.block(pieces.get("deadline"));
    boolean waits = Texts.waits(request);
    String late = pieces.get(waits ? "late.failure" : "late.end");
    // Two empty lines stand around a function in Python.
    program.lines("\n");
    program.block(pieces.get(datagrams ? "receive.datagram" : "receive.stream", "late", late));
    program.lines("\n");
    if (waits) {
      program.block(pieces.get("inbox"));
    }
    for (int i = 0; i < request.steps().size(); i++) {
      Step step = request.steps().get(i);
      write(step);
      if (step instanceof Step.Reset) {
        if (i + 1 < request.steps().size()) {
          program.note(pieces.get("note.reset.last"));
        }
        return;
      }
    }
    if (!waits) {
      program.block(pieces.get(datagrams ? "await.rest.datagram" : "await.rest"));
    }
    program.block(pieces.get(request.transport() == Transport.TLS ? "close.tls" : "close"));
  }

  private void write(Step step) {
    switch (step) {
      case Step.Send(Payload payload) -> program.block(send(payload));
      case Step.Pause(Duration time) ->
          program.block(pieces.get("pause", "seconds", Texts.seconds(time)));
      case Step.HalfClose() -> halfClose();
      case Step.Reset() -> reset();
      case Step.Await(Step.Until.End()) ->
          program.block(pieces.get(datagrams ? "await.end.datagram" : "await.end.stream"));
      case Step.Await(Step.Until.Bytes(int count)) ->
          program.block(pieces.get("await.bytes", "count", String.valueOf(count), "more", more()));
      case Step.Await(Step.Until.Match(BytePattern pattern)) -> program.block(await(pattern));
    }
  }

  private String more() {
    return pieces.get(datagrams ? "more.datagram" : "more.stream");
  }

  private String send(Payload payload) {
    boolean unconnected = datagrams && !Texts.isOnePeer(request);
    if (Texts.isFile(payload)) {
      String file = string(payload.text());
      if (!datagrams) {
        program.note(pieces.get("note.file"));
        return pieces.get("send.file.stream", "file", file);
      }
      return pieces.get(unconnected ? "send.file.datagram.to" : "send.file.datagram", "file", file);
    }
    String literal = bytes(Texts.bytes(payload, request.talk().charset()));
    if (!datagrams) {
      return pieces.get("send.stream", "bytes", literal);
    }
    return pieces.get(unconnected ? "send.datagram.to" : "send.datagram", "bytes", literal);
  }

  private String await(BytePattern pattern) {
    if (pattern.form() == BytePattern.Form.TEXT) {
      byte[] wanted = Texts.bytes(Payload.text(pattern.text()), request.talk().charset());
      return pieces.get("await.text", "bytes", bytes(wanted), "more", more());
    }
    program.needs("re");
    return pieces.get(
        "await.pattern", "pattern", PythonRegex.literal(pattern, request, program), "more", more());
  }

  private void halfClose() {
    switch (request.transport()) {
      case TCP, UNIX -> program.block(pieces.get("halfclose"));
      case TLS -> program.note(pieces.get("note.halfclose.tls"));
      case UDP -> program.note(pieces.get("note.halfclose.udp"));
    }
  }

  private void reset() {
    if (request.transport() == Transport.TCP || request.transport() == Transport.TLS) {
      program.needs("struct").block(pieces.get("reset.tcp"));
      return;
    }
    program.note(pieces.get("note.reset.unix"));
    program.block(pieces.get("reset.other"));
  }
}
