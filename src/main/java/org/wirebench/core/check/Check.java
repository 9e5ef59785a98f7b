package org.wirebench.core.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Regex;
import org.wirebench.core.workspace.Mark;

/**
 * What a result must show of one subject. {@link Checks} makes them.
 *
 * @param <R> the result
 */
public final class Check<R> {
  private static final Messages TEXT = Messages.of(Check.class);

  private final Question<R> question;
  private final List<Clause> clauses;
  private final Mark mark;

  Check(Question<R> question, List<Clause> clauses, Mark mark) {
    this.question = question;
    this.clauses = List.copyOf(clauses);
    this.mark = mark;
  }

  /** Holds the check against {@code result}. All of its relations must hold. */
  public Verdict judge(R result) {
    String what = question.shown();
    try {
      Value value = question.of(result);
      for (Clause clause : clauses) {
        Optional<String> was = disagreement(clause, value);
        if (was.isPresent()) {
          return new Verdict(
              false, TEXT.get("verdict.failed", what, expected(clause), was.get()), mark);
        }
      }
    } catch (IOException | Regex.TooHardException unable) {
      return new Verdict(false, TEXT.get("verdict.unable", what, Shown.reason(unable)), mark);
    }
    List<String> all = clauses.stream().map(this::expected).toList();
    String join = " " + TEXT.get("verdict.and") + " ";
    return new Verdict(true, TEXT.get("verdict.held", what, String.join(join, all)), mark);
  }

  /** What is there instead of what the clause expects; empty when that is there. */
  private Optional<String> disagreement(Clause clause, Value value)
      throws IOException, Regex.TooHardException {
    Optional<Clause> counted = counted();
    if (counted.isPresent() && clause.relation() == Relation.COUNT) {
      long count = counted.get().occurrences(value);
      return count == Long.parseLong(clause.expected())
          ? Optional.empty()
          : Optional.of(cut(value, Long.toString(count)));
    }
    if (counted.filter(clause::equals).isPresent() || clause.holds(value)) {
      return Optional.empty();
    }
    boolean partly =
        clause.relation() == Relation.MATCHES
            && value instanceof Value.Bytes bytes
            && !new ByteProbe(bytes).isWhole();
    String shown = shown(clause, value);
    Optional<String> misfit = clause.misfit(value);
    if (misfit.isPresent()) {
      return Optional.of(TEXT.get("verdict.misfit", shown, misfit.get()));
    }
    return Optional.of(partly ? TEXT.get("verdict.partly", shown) : cut(value, shown));
  }

  /** A text or bytes do not show how many they are. */
  private static String shown(Clause clause, Value value) throws IOException {
    String shown = Shown.value(value);
    boolean counts = clause.relation() == Relation.COUNT && !(value instanceof Value.Missing);
    return counts ? TEXT.get("verdict.counted", Clause.count(value), shown) : shown;
  }

  /** What was not kept may hold what was looked for. */
  private static String cut(Value value, String shown) {
    return value instanceof Value.Bytes(Value.Source source, var _)
            && source.whole() > source.size()
        ? TEXT.get("verdict.cut", shown, Amounts.bytes(source.size()))
        : shown;
  }

  /** The clause whose occurrences {@code count} counts, where one stands beside it. */
  private Optional<Clause> counted() {
    boolean counts = clauses.stream().anyMatch(clause -> clause.relation() == Relation.COUNT);
    return counts
        ? clauses.stream()
            .filter(
                clause ->
                    clause.relation() == Relation.CONTAINS || clause.relation() == Relation.MATCHES)
            .findFirst()
        : Optional.empty();
  }

  private String expected(Clause clause) {
    String shown = Shown.text(clause.expected());
    return switch (clause.relation()) {
      case IS -> TEXT.get("expected.is", shown);
      case IS_NOT -> TEXT.get("expected.isNot", shown);
      case CONTAINS -> TEXT.get("expected.contains", shown);
      case MATCHES -> TEXT.get("expected.matches", shown);
      case STARTS_WITH -> TEXT.get("expected.startsWith", shown);
      case ABOVE -> TEXT.get("expected.above", clause.expected());
      case BELOW -> TEXT.get("expected.below", clause.expected());
      case EXISTS ->
          TEXT.get(Boolean.parseBoolean(clause.expected()) ? "expected.exists" : "expected.absent");
      case COUNT -> TEXT.get("expected.count", clause.expected());
    };
  }
}
