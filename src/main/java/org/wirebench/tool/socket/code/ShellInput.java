package org.wirebench.tool.socket.code;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.ShellCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;

/** Writes what is piped into the command of a client: all that it sends. */
final class ShellInput {
  private static final Snippets PIECES = ShellClient.PIECES;
  private static final String MOMENT = "sleep 0.1";

  /** How many bytes a shell writes at once. */
  private static final int AT_ONCE = 4000;

  private static final int LINE = 100;

  private final ClientRequest request;
  private final Program program;

  ShellInput(ClientRequest request, Program program) {
    this.request = request;
    this.program = program;
  }

  static long sends(ClientRequest request) {
    return request.steps().stream().filter(Step.Send.class::isInstance).count();
  }

  /** {@code command} with everything piped into it, and possibly into what looks at the answer. */
  String piped(String started, boolean isAwaited) {
    List<String> parts = parts();
    String command = isAwaited ? started + " | await" : started;
    if (parts.isEmpty()) {
      return isAwaited ? ": | " + command + "\n" : command + " </dev/null\n";
    }
    if (parts.size() > 1) {
      return "{\n  " + String.join("\n  ", parts) + "\n} | " + command + "\n";
    }
    String line = parts.getFirst() + " | " + command;
    return line.length() <= LINE ? line + "\n" : parts.getFirst() + " |\n  " + command + "\n";
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    List<Step> steps = request.steps();
    int lastSend = lastSend(steps);
    for (int i = 0; i < steps.size(); i++) {
      switch (steps.get(i)) {
        case Step.Send(Payload payload) -> {
          separate(parts);
          parts.add(send(payload));
        }
        case Step.Pause(Duration time) -> parts.add("sleep " + Texts.seconds(time));
        case Step.HalfClose() -> {
          if (i < lastSend) {
            program.note(PIECES.get("note.halfclose.later"));
          }
        }
        case Step.Await _ -> {
          if (i < lastSend) {
            program.note(PIECES.get("note.dialogue"));
            parts.add("sleep 1");
          }
        }
        case Step.Reset() -> {
          if (i + 1 < steps.size()) {
            program.note(PIECES.get("note.reset.last"));
          }
          return parts;
        }
      }
    }
    return parts;
  }

  private static int lastSend(List<Step> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Step.Send) {
        return i;
      }
    }
    return -1;
  }

  /** Between two datagrams that would follow each other at once. */
  private void separate(List<String> parts) {
    if (request.transport().isDatagram()
        && !parts.isEmpty()
        && !parts.getLast().startsWith("sleep ")) {
      program.note(PIECES.get("note.datagrams"));
      parts.add(MOMENT);
    }
  }

  private String send(Payload payload) {
    if (Texts.isFile(payload)) {
      if (request.transport().isDatagram()) {
        program.note(PIECES.get("note.datagrams.large"));
      }
      return "cat " + ShellCode.word(payload.text());
    }
    byte[] bytes = Texts.bytes(payload, request.talk().charset());
    if (request.transport().isDatagram() && bytes.length > AT_ONCE) {
      program.note(PIECES.get("note.datagrams.large"));
    }
    return ShellCode.printf(bytes);
  }
}
