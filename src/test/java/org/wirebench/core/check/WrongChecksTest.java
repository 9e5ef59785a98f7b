package org.wirebench.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wirebench.core.check.Answers.ANSWER;
import static org.wirebench.core.check.Answers.CHECKS;
import static org.wirebench.core.check.Answers.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.check.Answers.Answer;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/** What is checked of the checks themselves. */
class WrongChecksTest {
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
        "{what: took, below: 5} | 3:30 expect[0].below | a time, such as 500ms",
        "{what: took, is: soon} | 3:27 expect[0].is | a time, such as 500ms",
        "{what: sent, isNot: much} | 3:30 expect[0].isNot | an amount of data, such as 64KiB",
        "{what: count, above: 5s} | 3:31 expect[0].above | a number is compared with a number",
        "{what: end, is: finn} | 3:26 expect[0].is | never \"finn\"; did you mean \"fin\"?",
        "{what: end, isNot: gone} | 3:29 expect[0].isNot | never \"gone\", but one of: fin, reset",
        "{what: end, above: 3} | 3:29 expect[0].above | a word",
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
  @ValueSource(
      strings = {
        "{what: took, below: 500ms}",
        "{what: took, contains: 5}",
        "{what: sent, is: 64KiB}",
        "{what: sent, above: 5}",
        "{what: count, isNot: 3}",
        "{what: end, is: fin}",
        "{what: end, startsWith: f}",
        "{what: reply, is: 5}"
      })
  void whatCanBeComparedIsNoProblem(String check) throws DamagedFileException {
    assertThat(CHECKS.bind(entry(check, "").expect()).found()).isEmpty();
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
}
