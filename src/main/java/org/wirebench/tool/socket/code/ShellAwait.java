package org.wirebench.tool.socket.code;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.ShellCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;

/**
 * Writes what a command waits for, and stops at: a number of bytes, or, where nothing was waited
 * for before, a text, bytes without NUL, or a regular expression that a shell reads in the same
 * way.
 */
final class ShellAwait {
  private static final Snippets PIECES = ShellClient.PIECES;

  /**
   * What means the same in Java and in POSIX extended regular expressions (where only whether there
   * is a match counts): plain characters, escaped signs, sets without escapes or classes, groups,
   * and greedy quantifiers.
   */
  private static final Pattern PORTABLE =
      Pattern.compile(
          "(?:[A-Za-z0-9 _,:;=<>@#%&!\"'/~`-]"
              + "|\\\\[.*+?(){}|\\[\\]^$\\\\]"
              + "|\\.|\\||\\((?!\\?)|\\)"
              + "|\\[\\^?[A-Za-z0-9 _,:;=.@/-]+\\]"
              + "|(?<=[^*+?{(|])(?:[*+?]|\\{\\d{1,2}(?:,\\d{0,2})?\\})(?![*+?{]))+");

  private final ClientRequest request;
  private final Program program;

  ShellAwait(ClientRequest request, Program program) {
    this.request = request;
    this.program = program;
  }

  /** Writes the function that waits, and the notes; whether there is one. */
  boolean write() {
    List<Step.Until> all =
        request.steps().stream()
            .filter(Step.Await.class::isInstance)
            .map(step -> ((Step.Await) step).until())
            .filter(until -> !(until instanceof Step.Until.End))
            .toList();
    if (all.isEmpty()) {
      return false;
    }
    Optional<String> look = endsWaiting() ? look(all) : Optional.empty();
    if (look.isEmpty()) {
      program.note(PIECES.get("note.wait"));
      return false;
    }
    program.note(PIECES.get("note.await"));
    program.title(PIECES.get("await.tools"));
    program.block(PIECES.get("await", "look", look.get()));
    return true;
  }

  /** Whether nothing is sent or waited for after the last of them. */
  private boolean endsWaiting() {
    return request.steps().getLast() instanceof Step.Await(Step.Until until)
        && !(until instanceof Step.Until.End);
  }

  private Optional<String> look(List<Step.Until> all) {
    if (all.stream().allMatch(Step.Until.Bytes.class::isInstance)) {
      long count = all.stream().mapToLong(until -> ((Step.Until.Bytes) until).count()).sum();
      return Optional.of(PIECES.get("await.bytes", "count", Long.toString(count)));
    }
    return all.size() == 1 && all.getFirst() instanceof Step.Until.Match(BytePattern pattern)
        ? look(pattern)
        : Optional.empty();
  }

  private Optional<String> look(BytePattern pattern) {
    Charset charset = request.talk().charset();
    return switch (pattern.form()) {
      case TEXT -> text(Texts.bytes(Payload.text(pattern.text()), charset));
      case HEX ->
          pattern.text().contains("?")
              ? Optional.empty()
              : text(Texts.bytes(new Payload(Payload.Form.HEX, pattern.text()), charset));
      case REGEX -> regex(pattern.text());
    };
  }

  private Optional<String> text(byte[] wanted) {
    for (byte one : wanted) {
      if (one == 0) {
        return Optional.empty();
      }
    }
    program.note(PIECES.get("note.await.text"));
    return Optional.of(
        PIECES.get(
            "await.text",
            "length",
            Integer.toString(wanted.length),
            "wanted",
            ShellCode.bytes(wanted)));
  }

  private Optional<String> regex(String regex) {
    if (!PORTABLE.matcher(regex).matches()) {
      return Optional.empty();
    }
    program.note(PIECES.get("note.await.regex"));
    program.block(PIECES.get("await.wanted", "wanted", ShellCode.word(regex)));
    return Optional.of(PIECES.get("await.regex"));
  }
}
