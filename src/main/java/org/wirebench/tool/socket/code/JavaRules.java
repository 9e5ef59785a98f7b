package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.JavaCode.string;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.Snippets;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.MessageTemplate.Part;
import org.wirebench.tool.socket.request.ServerRequest;

/** Writes the rules of a server in Java. */
final class JavaRules {
  private static final Snippets PIECES = JavaServer.PIECES;

  private final ServerRequest request;
  private final JavaProgram program;

  JavaRules(ServerRequest request, JavaProgram program) {
    this.request = request;
    this.program = program;
  }

  void write(List<Behaviour.Rule> rules) {
    List<String> entries = new ArrayList<>();
    for (Behaviour.Rule rule : rules) {
      entries.add(
          PIECES
              .get(
                  "rule",
                  "pattern",
                  string(Texts.regex(rule.when(), request.talk().charset())),
                  "delay",
                  String.valueOf(rule.delay().toMillis()),
                  "then",
                  string(Texts.then(rule)),
                  "reply",
                  reply(rule))
              .strip());
    }
    program.field("\n").field(PIECES.get("field.rules", "rules", String.join(",\n    ", entries)));
    program
        .method(PIECES.get("type.rule"))
        .method(PIECES.get("type.rule.class"))
        .method(PIECES.get("method.firstmatch"));
  }

  private String reply(Behaviour.Rule rule) {
    List<String> parts = new ArrayList<>();
    for (Part part : Texts.template(rule, request.talk().charset()).parts()) {
      switch (part) {
        case Part.Fixed(byte[] fixed) -> {
          if (fixed.length > 0) {
            parts.add(string(new String(fixed, StandardCharsets.ISO_8859_1)));
          }
        }
        case Part.Group(int group) -> {
          program.method(PIECES.get("method.group"));
          parts.add(PIECES.get("rule.group", "number", String.valueOf(group)).strip());
        }
        case Part.Fresh.COUNTER -> parts.add("String.valueOf(count)");
        case Part.Fresh.TIME -> parts.add(PIECES.get("rule.time").strip());
        case Part.Fresh.RANDOM -> parts.add(PIECES.get("rule.random").strip());
      }
    }
    return parts.isEmpty() ? "\"\"" : String.join(" + ", parts);
  }
}
