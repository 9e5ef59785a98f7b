package org.wirebench.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.check.Answers.judge;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.check.Answers.Answer;
import org.wirebench.core.workspace.DamagedFileException;

/** What is expected, and the sentence that says what was there instead. */
class VerdictsTest {
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
        "what: reply, count: 3 | reply: expected that it counts 3, but it was 18: \"hello world,"
            + " hello\"",
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
  void anAnswerWithoutAByteIsNoneAndIsStillEmpty() throws DamagedFileException {
    Answer empty = new Answer("", Map.of());

    assertThat(judge("what: raw, exists: false", empty).held()).isTrue();
    assertThat(judge("what: raw, exists: true", empty).held()).isFalse();
    assertThat(judge("what: raw, is: ''", empty).held()).isTrue();
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
  void aHostileArgumentIsShownCleanAndShort() throws DamagedFileException {
    String sentence =
        judge("what: \"header \\e]0;evil" + "x".repeat(9999) + "\", is: x").sentence();

    assertThat(sentence).hasSizeLessThan(300).doesNotContain("\u001b");
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
}
