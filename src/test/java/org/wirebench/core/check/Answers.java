package org.wirebench.core.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;

/** A tool that answers, and what can be expected of its answer. */
final class Answers {
  record Answer(String reply, Map<String, String> headers) {}

  static final Answer ANSWER =
      new Answer("hello world, hello", Map.of("type", "text", "a b", "blank"));

  static final Checks<Answer> CHECKS =
      new Checks<>(
          List.of(
              Subject.of("reply", "What came.", answer -> Value.text(answer.reply())),
              Subject.of(
                  "raw",
                  "Its bytes.",
                  answer -> Value.bytes(answer.reply().getBytes(UTF_8), UTF_8)),
              Subject.of("time", "How long.", answer -> Value.time(Duration.ofMillis(250))),
              Subject.time("took", "A time, known to be one.", _ -> Duration.ofMillis(1)),
              Subject.size("sent", "A size, known to be one.", _ -> 1),
              Subject.number("count", "A number, known to be one.", _ -> 1),
              Subject.word("end", "One of two.", List.of("fin", "reset"), _ -> "fin"),
              Subject.of("size", "How much.", answer -> Value.size(65_536)),
              Subject.of("status", "A number.", answer -> Value.number(200)),
              Subject.of("digits", "A number as text.", answer -> Value.text("42.50")),
              Subject.of("words", "A list.", answer -> Value.many(List.of("hello", "world"))),
              Subject.of(
                  "cut",
                  "Of more than was kept.",
                  answer -> Value.bytes("abcabc".getBytes(UTF_8), 300_000_000, UTF_8)),
              Subject.of("nothing", "Nothing.", answer -> Value.missing()),
              Subject.of(
                  "broken", "Bytes that are gone.", answer -> Value.bytes(new Gone(), UTF_8)),
              Subject.with(
                  "header",
                  "A header.",
                  "its name",
                  (answer, name) -> Value.text(Optional.ofNullable(answer.headers().get(name)))),
              Subject.of("tls", "The version of it all.", answer -> Value.text("on")),
              Subject.of("tls version", "A name of two words.", answer -> Value.text("1.3")),
              Subject.with(
                  "tls line",
                  "Two words and an argument.",
                  "any text",
                  (answer, text) -> Value.text(text)),
              Subject.among(
                  "phase",
                  "One of a few.",
                  List.of("connect", "tls"),
                  (answer, name) -> Value.time(Duration.ofMillis(name.length())))));

  private static final class Gone implements Value.Source {
    @Override
    public long size() {
      return 5;
    }

    @Override
    public byte[] read(long position, int length) throws IOException {
      throw new IOException("the disk is gone");
    }
  }

  private Answers() {}

  static Entry entry(String expect, String capture) throws DamagedFileException {
    String yaml = "wirebench: 1\ntool: t\nexpect: [" + expect + "]\ncapture: {" + capture + "}\n";
    return EntryFiles.parse(Path.of("t.yaml"), yaml.getBytes(UTF_8)).getFirst();
  }

  static Verdict judge(String check, Answer answer) throws DamagedFileException {
    return switch (CHECKS.bind(entry("{" + check + "}", "").expect())) {
      case Bound.Ok<List<Check<Answer>>> ok -> ok.value().getFirst().judge(answer);
      case Bound.Bad<List<Check<Answer>>> bad -> throw new AssertionError(bad.problems());
    };
  }

  static Verdict judge(String check) throws DamagedFileException {
    return judge(check, ANSWER);
  }
}
