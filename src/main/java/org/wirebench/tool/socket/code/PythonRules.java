package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.PythonCode.bytes;
import static org.wirebench.core.code.PythonCode.string;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.MessageTemplate.Part;
import org.wirebench.tool.socket.request.ServerRequest;

/** Writes the rules of a server in Python. */
final class PythonRules {
  private static final Snippets PIECES = PythonServer.PIECES;

  /** What is longer is written in several lines. */
  private static final int LINE = 80;

  private final ServerRequest request;
  private final Program program;

  PythonRules(ServerRequest request, Program program) {
    this.request = request;
    this.program = program;
  }

  void write(List<Behaviour.Rule> rules) {
    boolean datagrams = request.transport().isDatagram();
    program.needs("itertools", "re");
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      Behaviour.Rule rule = rules.get(i);
      String number = String.valueOf(i + 1);
      program.lines("\n").block(PIECES.get("rule.reply", "number", number, "parts", parts(rule)));
      list.append(
          PIECES.get(
              "rule.entry",
              "pattern",
              PythonRegex.literal(rule.when(), request, program),
              "number",
              number,
              "delay",
              Texts.seconds(rule.delay()),
              "then",
              string(Texts.then(rule))));
    }
    program.lines("\n").block(PIECES.get("rule.list", "rules", list.toString()));
    program.lines("\n").block(PIECES.get("rule.find"));
    if (datagrams) {
      program.lines("\n").block(PIECES.get("rule.send"));
    } else {
      program.needs("time");
    }
  }

  private String parts(Behaviour.Rule rule) {
    List<String> parts = new ArrayList<>();
    for (Part part : Texts.template(rule, request.talk().charset()).parts()) {
      switch (part) {
        case Part.Fixed(byte[] fixed) -> {
          if (fixed.length > 0) {
            parts.add(bytes(fixed));
          }
        }
        case Part.Group(int group) -> {
          if (group == 0) {
            parts.add("match.group()");
          } else if (group <= Texts.groups(rule.when(), request.talk().charset())) {
            parts.add("(match.group(" + group + ") or b\"\")");
          }
        }
        case Part.Fresh.COUNTER -> parts.add("str(count).encode(\"ascii\")");
        case Part.Fresh.TIME -> {
          program.needs("from datetime import datetime, timezone");
          parts.add(PIECES.get("rule.time").strip());
        }
        case Part.Fresh.RANDOM -> {
          program.needs("random");
          parts.add("str(random.randrange(2147483647)).encode(\"ascii\")");
        }
      }
    }
    if (parts.isEmpty()) {
      return "b\"\"";
    }
    String line = String.join(" + ", parts);
    return line.length() <= LINE
        ? line
        : "(\n        " + String.join("\n        + ", parts) + "\n    )";
  }
}
