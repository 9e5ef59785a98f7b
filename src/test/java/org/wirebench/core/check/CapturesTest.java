package org.wirebench.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.check.Answers.ANSWER;
import static org.wirebench.core.check.Answers.CHECKS;
import static org.wirebench.core.check.Answers.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.check.Answers.Answer;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Problem;

/** What is taken from an answer for later. */
class CapturesTest {
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
