package org.wirebench.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class ShapeTest {
  private enum Mode {
    PLAIN,
    HALF_OPEN
  }

  private sealed interface Stop {
    record AtText(String text) implements Stop {}

    record AfterBytes(long bytes) implements Stop {}
  }

  private record Trust(String file, boolean strict) {}

  private static final Field<String> TRUST_FILE = Field.text("file").required();
  private static final Field<Boolean> STRICT = Field.flag("strict").or(true);
  private static final Shape TRUST_SHAPE = Shape.of(TRUST_FILE, STRICT);

  private static final Field<String> HOST = Field.text("host").required().about("Whom to call.");
  private static final Field<Integer> PORT = Field.port("port").required();
  private static final Field<Mode> MODE = Field.choice("mode", Mode.class).or(Mode.PLAIN);
  private static final Field<Duration> TIMEOUT =
      Field.duration("timeout").or(Duration.ofSeconds(5));
  private static final Field<Long> LIMIT = Field.size("limit");
  private static final Field<List<String>> SEND =
      Field.of("send", Kinds.oneOrMore(Kinds.text())).or(List.of());
  private static final Field<Trust> TRUST =
      Field.of(
          "trust",
          Kinds.shortOrLong(
              Kinds.parsed("a file", text -> new Trust(text, true), Trust::file),
              Kinds.object(
                  TRUST_SHAPE,
                  reader -> new Trust(reader.get(TRUST_FILE), reader.get(STRICT)),
                  trust ->
                      TRUST_SHAPE
                          .writer()
                          .put(TRUST_FILE, trust.file())
                          .put(STRICT, trust.strict())
                          .fields()),
              Trust::strict));
  private static final Field<Stop> UNTIL =
      Field.of(
          "until",
          Kinds.oneOf(
              new Kinds.Option<>(
                  "text",
                  "Until this text came.",
                  Kinds.text(),
                  Stop.AtText::new,
                  stop ->
                      stop instanceof Stop.AtText(String text)
                          ? Optional.of(text)
                          : Optional.empty()),
              new Kinds.Option<>(
                  "bytes",
                  "Until so much came.",
                  Kinds.size(),
                  Stop.AfterBytes::new,
                  stop ->
                      stop instanceof Stop.AfterBytes(long bytes)
                          ? Optional.of(bytes)
                          : Optional.empty())));
  private static final Shape SHAPE = Shape.of(HOST, PORT, MODE, TIMEOUT, LIMIT, SEND, TRUST, UNTIL);

  private record Call(
      String host,
      int port,
      Mode mode,
      Duration timeout,
      Optional<Long> limit,
      List<String> send,
      Optional<Trust> trust,
      Optional<Stop> until) {}

  private static Call call(Reader reader) {
    if (reader.get(PORT) == 666) {
      reader.problem(PORT, "is not a good port");
    }
    if (reader.get(HOST).equals("nowhere")) {
      throw new IllegalArgumentException("there is no way to nowhere");
    }
    return new Call(
        reader.get(HOST),
        reader.get(PORT),
        reader.get(MODE),
        reader.get(TIMEOUT),
        reader.find(LIMIT),
        reader.get(SEND),
        reader.find(TRUST),
        reader.find(UNTIL));
  }

  private static Tree.Fields write(Call call) {
    return SHAPE
        .writer()
        .put(HOST, call.host())
        .put(PORT, call.port())
        .put(MODE, call.mode())
        .put(TIMEOUT, call.timeout())
        .put(LIMIT, call.limit())
        .put(SEND, call.send())
        .put(TRUST, call.trust())
        .put(UNTIL, call.until())
        .fields();
  }

  private static Tree.Fields tree(String yaml) throws DamagedFileException {
    return (Tree.Fields)
        YamlReader.read(Path.of("t.yaml"), yaml.getBytes(StandardCharsets.UTF_8)).getFirst();
  }

  private static Bound<Call> bind(String yaml) throws DamagedFileException {
    return SHAPE.bind(tree(yaml), "request", ShapeTest::call);
  }

  private static List<String> problems(String yaml) throws DamagedFileException {
    return bind(yaml).found().stream()
        .map(
            found ->
                "%d:%d %s %s"
                    .formatted(
                        found.mark().line(), found.mark().column(), found.path(), found.message()))
        .toList();
  }

  @Test
  void defaultsFillWhatIsNotGiven() throws DamagedFileException {
    assertThat(bind("{host: a, port: 80, timeout: '', limit: }"))
        .isEqualTo(
            new Bound.Ok<>(
                new Call(
                    "a",
                    80,
                    Mode.PLAIN,
                    Duration.ofSeconds(5),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty())));
  }

  @Test
  void everyKindIsReadAndWrittenAgain() throws DamagedFileException {
    Call call =
        new Call(
            "a",
            1,
            Mode.HALF_OPEN,
            Duration.ofMillis(250),
            Optional.of(65536L),
            List.of("one", ""),
            Optional.of(new Trust("ca.pem", false)),
            Optional.of(new Stop.AfterBytes(10)));

    assertThat(YamlWriter.write(write(call)))
        .isEqualTo(
            """
            host: a
            port: 1
            mode: half-open
            timeout: 250ms
            limit: 64KiB
            send:
              - one
              - ""
            trust:
              file: ca.pem
              strict: false
            until:
              bytes: 10
            """);
    assertThat(bind(YamlWriter.write(write(call)))).isEqualTo(new Bound.Ok<>(call));
  }

  @Test
  void shortFormsAreReadAndWritten() throws DamagedFileException {
    String yaml =
        """
        host: a
        port: 1
        send: hello
        trust: ca.pem
        until:
          text: bye
        """;

    Call call =
        switch (bind(yaml)) {
          case Bound.Ok<Call> ok -> ok.value();
          case Bound.Bad<Call> bad -> throw new AssertionError(bad.problems());
        };

    assertThat(call.send()).containsExactly("hello");
    assertThat(call.trust()).contains(new Trust("ca.pem", true));
    assertThat(YamlWriter.write(write(call))).isEqualTo(yaml);
  }

  @Test
  void everyProblemIsFoundAtOnceWithItsPlace() throws DamagedFileException {
    assertThat(
            problems(
                """
                host: ''
                prot: 80
                mode: half-opne
                timeout: 5
                limit: much
                send: [a, {b: c}]
                trust: {strict: maybe}
                until: {text: a, bytes: 3}
                """))
        .containsExactly(
            "2:1 request.prot \"prot\" is not known; did you mean \"port\"?",
            "1:7 request.host is missing",
            "1:1 request.port is missing",
            "3:7 request.mode \"half-opne\" is not known; did you mean \"half-open\"?",
            "4:10 request.timeout must be a length of time with its unit: 500ms, 2s, 1m",
            "5:8 request.limit must be an amount of data: 512, 64KiB, 1MB",
            "6:11 request.send[1] a text is expected here",
            "7:8 request.trust.file is missing",
            "7:17 request.trust.strict must be true or false",
            "8:8 request.until exactly one of these is expected here: text, bytes");
  }

  @Test
  void numbersAreBoundedAndOfPlainDigits() throws DamagedFileException {
    String range = "request.port must be a whole number from 1 to 65535";
    for (String port : List.of("0", "65536", "99999999999999", "8o", "0x50", "٨٠", "1.0", "[80]")) {
      assertThat(problems("host: a\nport: " + port)).containsExactly("2:7 " + range);
    }
  }

  @Test
  void unknownOptionsAreNamed() throws DamagedFileException {
    assertThat(problems("{host: a, port: 1, until: {txt: a}}"))
        .containsExactly("1:28 request.until.txt \"txt\" is not known; did you mean \"text\"?");
  }

  @Test
  void whatContradictsItselfIsAProblemOfItsField() throws DamagedFileException {
    assertThat(problems("{host: a, port: 666}"))
        .containsExactly("1:17 request.port is not a good port");
    assertThat(problems("{host: nowhere, port: 1}"))
        .containsExactly("1:1 request there is no way to nowhere");
  }

  @Test
  void beforeVariablesAreKnownOnlyTheRestIsChecked() throws DamagedFileException {
    Tree.Fields open = tree("{host: '{{h}}', port: '{{p}}', mode: 'x{{m}}', timeout: never}");

    assertThat(SHAPE.check(open, "request"))
        .extracting(Problem::path)
        .containsExactly("request.timeout");
  }

  @Test
  void aParserOfAnotherPackageSaysWhatIsWrong() throws DamagedFileException {
    Field<Pattern> pattern =
        Field.of("pattern", Kinds.parsed("a pattern", Pattern::compile, Pattern::pattern));
    Shape shape = Shape.of(pattern);

    List<Problem> found = shape.bind(tree("pattern: a(b"), "", r -> r.get(pattern)).found();

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().path()).isEqualTo("pattern");
    assertThat(found.getFirst().message())
        .startsWith(new PatternSyntaxException("Unclosed group", "a(b", 3).getDescription());
  }

  @Test
  void askingForAnOptionalValueThatIsNotThereIsAMistake() throws DamagedFileException {
    Bound<Boolean> bound =
        SHAPE.bind(
            tree("{host: a, port: 1}"),
            "request",
            reader -> {
              assertThatExceptionOfType(NoSuchElementException.class)
                  .isThrownBy(() -> reader.get(LIMIT));
              return reader.has(LIMIT);
            });

    assertThat(bound).isEqualTo(new Bound.Ok<>(false));
  }

  @Test
  void theDocumentationHasARowForEachField() {
    assertThat(SHAPE.markdown())
        .contains(
            "| `host` | text | required | Whom to call. |",
            "| `timeout` | time: `500ms`, `2s`, `1m` | `5s` |  |",
            "| `mode` | one of `plain`, `half-open` | `plain` |  |")
        .hasSize(10);
  }
}
