package org.wirebench.core.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

class ChecksTest {
  private record Answer(String reply, Map<String, String> headers) {}

  private static final Answer ANSWER =
      new Answer("hello world, hello", Map.of("type", "text", "a b", "blank"));

  private static final Checks<Answer> CHECKS =
      new Checks<>(
          List.of(
              Subject.of("reply", "What came.", answer -> Value.text(answer.reply())),
              Subject.of(
                  "raw",
                  "Its bytes.",
                  answer -> Value.bytes(answer.reply().getBytes(UTF_8), UTF_8)),
              Subject.of("time", "How long.", answer -> Value.time(Duration.ofMillis(250))),
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

  private static Entry entry(String expect, String capture) throws DamagedFileException {
    String yaml = "wirebench: 1\ntool: t\nexpect: [" + expect + "]\ncapture: {" + capture + "}\n";
    return EntryFiles.parse(Path.of("t.yaml"), yaml.getBytes(UTF_8)).getFirst();
  }

  private static Verdict judge(String check, Answer answer) throws DamagedFileException {
    return switch (CHECKS.bind(entry("{" + check + "}", "").expect())) {
      case Bound.Ok<List<Check<Answer>>> ok -> ok.value().getFirst().judge(answer);
      case Bound.Bad<List<Check<Answer>>> bad -> throw new AssertionError(bad.problems());
    };
  }

  private static Verdict judge(String check) throws DamagedFileException {
    return judge(check, ANSWER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what: reply, is: 'hello world, hello'",
        "what: reply, isNot: hello",
        "what: reply, contains: world",
        "what: reply, startsWith: hello",
        "what: reply, matches: 'w\\w+d'",
        "what: reply, contains: hello, count: 2",
        "what: reply, matches: 'o', count: 3",
        "what: reply, contains: xyz, count: 0",
        "what: reply, count: 18",
        "what: reply, exists: true",
        "what: raw, is: 'hello world, hello'",
        "what: raw, isNot: 'hello world, hell'",
        "what: raw, contains: 'world,'",
        "what: raw, startsWith: 'hello '",
        "what: raw, matches: '^hello'",
        "what: raw, contains: hello, count: 2",
        "what: raw, count: 18",
        "what: time, below: 500ms",
        "what: time, above: 0.2s",
        "what: time, is: 250ms",
        "what: size, is: 64KiB",
        "what: size, above: 65535",
        "what: status, is: 200",
        "what: status, is: '200.0'",
        "what: status, above: 199, below: 201",
        "what: digits, above: 42, below: 43",
        "what: words, contains: wor",
        "what: words, count: 2",
        "what: words, matches: '^world$'",
        "what: nothing, exists: false",
        "what: nothing, count: 0",
        "what: header type, is: text",
        "what: header other, exists: false",
        "what: header a b, is: blank",
        "what: ' header   type ', is: text",
        "what: HEADER type, is: text",
        "what: tls, is: on",
        "what: tls version, is: '1.3'",
        "what: tls line version, is: version",
        "what: phase connect, is: 7ms",
        "what: phase TLS, is: 3ms"
      })
  void whatIsAsExpectedHolds(String check) throws DamagedFileException {
    assertThat(judge(check)).extracting(Verdict::held, Verdict::sentence).first().isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what: reply, is: bye | reply: expected that it is \"bye\", but it was \"hello world,"
            + " hello\"",
        "what: reply, contains: bye | reply: expected that it contains \"bye\", but it was \"hello"
            + " world, hello\"",
        "what: raw, startsWith: bye | raw: expected that it starts with \"bye\", but it was \"hello"
            + " world, hello\"",
        "what: time, below: 100ms | time: expected that it is below 100ms, but it was 250 ms",
        "what: time, below: '100' | time: expected that it is below 100, but it was 250 ms, and"
            + " these cannot be compared: a time is compared with a time, such as 500ms",
        "what: time, is: fast | time: expected that it is \"fast\", but it was 250 ms, and these"
            + " cannot be compared: a time is compared with a time, such as 500ms",
        "what: size, above: 5s | size: expected that it is above 5s, but it was 65,536 bytes"
            + " (66 kB), and these cannot be compared: an amount of data is compared with an"
            + " amount of data, such as 64KiB",
        "what: status, below: 5s | status: expected that it is below 5s, but it was 200, and these"
            + " cannot be compared: a number is compared with a number",
        "what: size, below: 1KiB | size: expected that it is below 1KiB, but it was 65,536 bytes"
            + " (66 kB)",
        "what: status, is: OK | status: expected that it is \"OK\", but it was 200",
        "what: reply, above: 3 | reply: expected that it is above 3, but it was \"hello world,"
            + " hello\"",
        "what: nothing, isNot: x | nothing: expected that it is not \"x\", but it was not there",
        "what: nothing, exists: true | nothing: expected that it exists, but it was not there",
        "what: reply, exists: false | reply: expected that it does not exist, but it was \"hello"
            + " world, hello\"",
        "what: reply, contains: hello, count: 3 | reply: expected that it counts 3, but it was 2",
        "what: words, is: hello | words: expected that it is \"hello\", but it was 2 items:"
            + " \"hello\", \"world\"",
        "what: header other, is: x | header other: expected that it is \"x\", but it was not there",
        "what: phase TLS, above: 1s | phase tls: expected that it is above 1s, but it was 3 ms",
        "what: broken, contains: x | broken could not be checked: the disk is gone"
      })
  void whatIsNotAsExpectedSaysWhatWasThere(String check, String sentence)
      throws DamagedFileException {
    assertThat(judge(check))
        .extracting(Verdict::held, Verdict::sentence)
        .containsExactly(false, sentence);
  }

  @Test
  void aVerdictKnowsItsPlace() throws DamagedFileException {
    assertThat(judge("what: reply, is: x").mark().line()).isEqualTo(3);
  }

  @Test
  void aHostileReplyIsShownCleanAndShort() throws DamagedFileException {
    Answer hostile = new Answer("\u001b]0;evil\u0007\u202e" + "x".repeat(1_000_000), Map.of());

    for (String what : List.of("reply", "raw")) {
      assertThat(judge("what: " + what + ", is: y", hostile).sentence())
          .hasSizeLessThan(300)
          .doesNotContain("\u001b", "\u0007", "\u202e");
    }
  }

  @Test
  void aReplyThatMakesTheExpressionExplodeFailsTheCheck() throws DamagedFileException {
    Verdict verdict =
        judge("what: reply, matches: '(.*,){30}P'", new Answer("1,".repeat(3000), Map.of()));

    assertThat(verdict.held()).isFalse();
    assertThat(verdict.sentence()).contains("could not be checked").contains("takes too long");
  }

  @Test
  void longBytesAreSearchedToTheirEnd() throws DamagedFileException {
    Answer answer = new Answer("ab".repeat(100_000) + "needle" + "ab".repeat(40_000), Map.of());

    assertThat(judge("what: raw, contains: needle", answer).held()).isTrue();
    assertThat(judge("what: raw, contains: needles", answer).held()).isFalse();
    assertThat(judge("what: raw, contains: 'ab', count: 140000", answer).held()).isTrue();
  }

  @Test
  void aTextThatStraddlesTwoWindowsIsFoundOnce() throws DamagedFileException {
    for (int before = 65_530; before <= 65_540; before++) {
      Answer answer = new Answer("x".repeat(before) + "needle" + "y".repeat(100), Map.of());
      assertThat(judge("what: raw, contains: needle, count: 1", answer).held()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{wat: reply, is: x} | 3:11 expect[0].wat | did you mean \"what\"",
        "{what: repyl, is: x} | 3:17 expect[0].what | did you mean \"reply\"",
        "{what: reply, contain: x} | 3:24 expect[0].contain | did you mean \"contains\"",
        "{what: reply} | 3:17 expect[0].what | compared with something",
        "{what: reply x, is: x} | 3:17 expect[0].what | \"reply\" stands alone",
        "{what: header, is: x} | 3:17 expect[0].what | argument are missing: its name",
        "{what: heder type, is: x} | 3:17 expect[0].what | \"heder\" is not known; did you mean"
            + " \"header\"?",
        "{what: tsl version, is: x} | 3:17 expect[0].what | \"tsl version\" is not known; did you"
            + " mean \"tls version\"?",
        "{what: tls versoin, is: x} | 3:17 expect[0].what | \"tls versoin\" is not known; did you"
            + " mean \"tls version\"?",
        "{what: headertype, is: x} | 3:17 expect[0].what | there are: reply, raw",
        "{what: other, is: x} | 3:17 expect[0].what | header …",
        "{what: phase, is: 1s} | 3:17 expect[0].what | one of: connect, tls",
        "{what: phase conect, is: 1s} | 3:17 expect[0].what | no phase \"conect\"; did you mean"
            + " \"connect\"?",
        "{what: phase login, is: 1s} | 3:17 expect[0].what | no phase \"login\"; there are:"
            + " connect, tls",
        "{what: header, of: type, is: x} | 3:25 expect[0].of | \"of\" is not known",
        "{what: [reply], is: x} | 3:17 expect[0].what | text",
        "{what: reply, matches: '(a'} | 3:33 expect[0].matches | regular expression",
        "{what: time, below: soon} | 3:30 expect[0].below | 500ms",
        "{what: reply, count: -1} | 3:31 expect[0].count | whole number",
        "reply | 3:10 expect[0] | fields are expected"
      })
  void wrongChecksAreReportedWithTheirPlace(String check, String place, String reason)
      throws DamagedFileException {
    List<Problem> found = CHECKS.bind(entry(check, "").expect()).found();

    assertThat(found.getFirst())
        .extracting(p -> p.mark().line() + ":" + p.mark().column() + " " + p.path())
        .isEqualTo(place);
    assertThat(found.getFirst().message()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contains: x | contains \"x\", but it was",
        "matches: x | matches \"x\", but it was",
        "is: abcabc | is \"abcabc\", but it was",
      })
  void whatWasNotLookedAtIsSaid(String check, String start) throws DamagedFileException {
    assertThat(judge("what: cut, " + check).sentence())
        .contains(start)
        .endsWith("\"abcabc…\" (300 MB), of which only the first 6 B were looked at");
    assertThat(judge("what: cut, contains: a, count: 3").sentence())
        .endsWith("but it was 2, of which only the first 6 B were looked at");
    assertThat(judge("what: cut, count: 300000000").held()).isTrue();
  }

  @Test
  void beforeVariablesAreKnownOnlyTheRestIsChecked() throws DamagedFileException {
    Entry open = entry("{what: time, below: '{{x}}'}, {what: time, below: y}", "a: {what: b}");

    assertThat(CHECKS.check(open.expect(), open.capture()))
        .extracting(Problem::path)
        .containsExactly("expect[1].below", "capture.a.what");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "header {{x}} | ''",
        "'{{x}}' | ''",
        "head{{x}} | ''",
        "tls {{x}} | ''",
        "tls vers{{x}} | ''",
        "phase {{x}} | ''",
        "heder {{x}} | \"heder\" is not known; did you mean \"header\"?",
        "hex{{x}} | is not known",
        "reply {{x}} | \"reply\" stands alone",
        "phase conect | did you mean \"connect\"?"
      })
  void aSubjectIsCheckedBeforeTheVariablesInItsArgumentAreKnown(String what, String reason)
      throws DamagedFileException {
    Entry open = entry("{what: \"" + what + "\", is: '{{y}}'}", "a: \"" + what + "\"");

    List<Problem> problems = CHECKS.check(open.expect(), open.capture());

    assertThat(problems).hasSize(reason.isEmpty() ? 0 : 2);
    assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).contains(reason));
  }

  @Test
  void aVariableCanBeTheArgument() throws DamagedFileException {
    Entry entry = entry("{what: 'header {{name}}', is: text}", "a: 'header {{name}}'");
    Variables variables = Variables.NONE.with("name", "type");

    Check<Answer> check =
        ((Bound.Ok<List<Check<Answer>>>)
                CHECKS.bind(
                    ((Bound.Ok<Tree.Items>) variables.resolve(entry.expect(), "expect")).value()))
            .value()
            .getFirst();

    assertThat(check.judge(ANSWER).held()).isTrue();
  }

  @Test
  void aHostileArgumentIsShownCleanAndShort() throws DamagedFileException {
    String sentence =
        judge("what: \"header \\e]0;evil" + "x".repeat(9999) + "\", is: x").sentence();

    assertThat(sentence).hasSizeLessThan(300).doesNotContain("\u001b");
  }

  @Test
  void theSchemaSaysWhatCanBeAsked() {
    String schema = CHECKS.checkShape().schema().toString();

    assertThat(schema)
        .contains("tls version, phase connect, phase tls")
        .contains("pattern=^header\\s+\\S")
        .contains("pattern=^tls line\\s+\\S");
  }

  @Test
  void namesThatCannotBeToldApartAreRefused() {
    Subject<String> one = Subject.of("one", "", _ -> Value.missing());
    assertThatIllegalArgumentException().isThrownBy(() -> new Checks<>(List.of(one, one)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subject.of("a  b", "", _ -> Value.missing()));
    assertThatIllegalArgumentException().isThrownBy(() -> Subject.of("", "", _ -> Value.missing()));
  }

  private static Capture.Taken take(String capture, Answer answer) throws DamagedFileException {
    return switch (CHECKS.bindCaptures(entry("", capture).capture())) {
      case Bound.Ok<List<Capture<Answer>>> ok -> ok.value().getFirst().take(answer);
      case Bound.Bad<List<Capture<Answer>>> bad -> throw new AssertionError(bad.problems());
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {what: reply, matches: 'w(or)ld'} | or",
        "a: {what: reply, matches: 'w\\w+'} | world",
        "a: {what: reply} | hello world, hello",
        "a: reply | hello world, hello",
        "a: raw | hello world, hello",
        "a: {what: header type} | text",
        "a: header type | text",
        "a: phase tls | 3ms",
        "a: time | 250ms",
        "a: {what: words, matches: '^w.*'} | world"
      })
  void capturesTakeTheFirstGroupOrTheMatchOrAll(String capture, String value)
      throws DamagedFileException {
    assertThat(take(capture, ANSWER).value()).contains(value);
  }

  @Test
  void whatCannotBeCapturedSaysWhy() throws DamagedFileException {
    assertThat(take("a: {what: reply, matches: 'x+'}", ANSWER).verdict().sentence())
        .isEqualTo("a was not captured: not found in reply, which was \"hello world, hello\"");
    assertThat(take("a: nothing", ANSWER).value()).isEmpty();
    for (String what : List.of("reply", "raw")) {
      Answer long1 = new Answer("x".repeat(Capture.LONGEST + 1), Map.of());
      assertThat(take("a: " + what, long1).verdict().sentence()).contains("longer than 65536");
    }
  }

  @Test
  void aCaptureNeedsAGoodName() throws DamagedFileException {
    assertThat(CHECKS.bindCaptures(entry("", "'a b': reply").capture()).found())
        .extracting(Problem::path)
        .containsExactly("capture.a b");
  }
}
