package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.JavaCode.string;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.wirebench.core.code.JavaCode;
import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

/** Writes what a client in Java does, step by step. */
final class JavaSteps {
  private final Snippets pieces;
  private final ClientRequest request;
  private final JavaProgram program;
  private final Program main;
  private final Transport transport;

  JavaSteps(Snippets pieces, ClientRequest request, JavaProgram program) {
    this.pieces = pieces;
    this.request = request;
    this.program = program;
    this.main = program.main();
    this.transport = request.transport();
  }

  void write() {
    boolean waits = Texts.waits(request);
    if (transport != Transport.UNIX) {
      program.field(pieces.get("field.deadline"));
      main.block(pieces.get("deadline"));
    }
    if (waits) {
      program.field(pieces.get("field.inbox"));
    }
    boolean reset = steps();
    if (!reset) {
      if (!waits) {
        main.block(pieces.get("await.rest"));
      }
      main.block(pieces.get("close", "socket", socket()));
    }
    receive(waits, reset);
  }

  /** Writes the steps up to a reset; whether there was one. */
  private boolean steps() {
    for (int i = 0; i < request.steps().size(); i++) {
      Step step = request.steps().get(i);
      write(step);
      if (step instanceof Step.Reset) {
        if (i + 1 < request.steps().size()) {
          main.note(pieces.get("note.reset.last"));
        }
        return true;
      }
    }
    return false;
  }

  private void receive(boolean waits, boolean reset) {
    if (reset && !waits) {
      return;
    }
    String late = pieces.get(waits ? "late.failure" : "late.end");
    program.method(
        switch (transport) {
          case TCP, TLS -> pieces.get("method.receive.stream", "late", late);
          case UDP -> pieces.get("method.receive.datagram", "late", late);
          case UNIX -> pieces.get("method.receive.channel", "late", late);
        });
    program.method(pieces.get("method.show"));
    if (waits) {
      program.method(pieces.get("method.fail"));
    }
  }

  private String socket() {
    return transport == Transport.UNIX ? "channel" : "socket";
  }

  private void write(Step step) {
    switch (step) {
      case Step.Send(Payload payload) -> send(payload);
      case Step.Pause(Duration time) ->
          main.block(pieces.get("pause", "millis", String.valueOf(time.toMillis())));
      case Step.HalfClose() -> halfClose();
      case Step.Reset() -> reset();
      case Step.Await(Step.Until.End()) ->
          main.block(pieces.get(transport.isDatagram() ? "await.end.datagram" : "await.end"));
      case Step.Await(Step.Until.Bytes(int count)) -> {
        main.block(pieces.get("await.bytes", "count", String.valueOf(count)));
        program.method(pieces.get("method.awaitbytes")).method(pieces.get("method.awaitmore"));
      }
      case Step.Await(Step.Until.Match(BytePattern pattern)) -> {
        main.block(await(pattern));
        program.method(pieces.get("method.awaitmatch")).method(pieces.get("method.awaitmore"));
      }
    }
  }

  private String await(BytePattern pattern) {
    if (pattern.form() == BytePattern.Form.TEXT) {
      byte[] wanted = Texts.bytes(Payload.text(pattern.text()), request.talk().charset());
      String text = new String(wanted, StandardCharsets.ISO_8859_1);
      return pieces.get("await.text", "text", string(text));
    }
    return pieces.get(
        "await.match", "pattern", string(Texts.regex(pattern, request.talk().charset())));
  }

  private void send(Payload payload) {
    if (Texts.isFile(payload) && !transport.isDatagram()) {
      main.note(pieces.get("note.file"));
      String out =
          transport == Transport.UNIX
              ? "Channels.newOutputStream(channel)"
              : "socket.getOutputStream()";
      main.block(pieces.get("send.file.stream", "file", string(payload.text()), "out", out));
      return;
    }
    main.block(
        Texts.isFile(payload)
            ? pieces.get("send.file.datagram", "file", string(payload.text()))
            : pieces.get(
                "send", "bytes", JavaCode.bytes(Texts.bytes(payload, request.talk().charset()))));
    program.method(
        switch (transport) {
          case TCP, TLS -> pieces.get("method.send.stream");
          case UDP -> pieces.get("method.send.datagram");
          case UNIX -> pieces.get("method.send.channel");
        });
  }

  private void halfClose() {
    if (transport.isDatagram()) {
      main.note(pieces.get("note.halfclose.udp"));
      return;
    }
    main.block(pieces.get("halfclose", "socket", socket()));
  }

  private void reset() {
    switch (transport) {
      case TCP, TLS ->
          main.block(
              pieces.get("reset.tcp", "plain", transport == Transport.TLS ? "plain" : "socket"));
      case UDP, UNIX -> {
        main.note(pieces.get("note.reset.other"));
        main.block(pieces.get("close", "socket", socket()));
      }
    }
  }
}
