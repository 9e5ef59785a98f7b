package org.wirebench.core.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Regex;
import org.wirebench.core.workspace.Measures;

/**
 * One relation and what it is to.
 *
 * @param expected as it was typed
 */
record Clause(Relation relation, String expected) {
  private static final Messages TEXT = Messages.of(Clause.class);

  /** The longest text that is looked at as a number. */
  private static final int LONGEST_NUMBER = 100;

  /**
   * Whether {@code value} is as expected.
   *
   * @throws IOException when its bytes cannot be read
   * @throws Regex.TooHardException when a regular expression gave up
   */
  boolean holds(Value value) throws IOException, Regex.TooHardException {
    if (relation == Relation.EXISTS) {
      return isThere(value) == Boolean.parseBoolean(expected);
    }
    if (value instanceof Value.Missing) {
      return relation == Relation.COUNT && expected.equals("0");
    }
    return switch (relation) {
      case IS -> is(value);
      case IS_NOT -> !is(value);
      case CONTAINS -> contains(value);
      case STARTS_WITH -> startsWith(value);
      case MATCHES -> matches(value);
      case ABOVE -> compared(value).filter(order -> order > 0).isPresent();
      case BELOW -> compared(value).filter(order -> order < 0).isPresent();
      case COUNT -> count(value) == Long.parseLong(expected);
      case EXISTS -> throw new AssertionError("handled above");
    };
  }

  /** A server that said nothing has no reply. */
  private static boolean isThere(Value value) throws IOException {
    return switch (value) {
      case Value.Missing _ -> false;
      case Value.Bytes bytes -> bytes.source().whole() > 0;
      case Value.Many(List<String> texts) -> !texts.isEmpty();
      case Value.Text _, Value.Numeric _, Value.Time _, Value.Size _ -> true;
    };
  }

  private boolean is(Value value) throws IOException {
    return switch (value) {
      case Value.Missing _ -> false;
      case Value.Text(String text) -> text.equals(expected);
      case Value.Many(List<String> texts) -> texts.size() == 1 && texts.getFirst().equals(expected);
      case Value.Bytes bytes -> new ByteProbe(bytes).is(expected);
      case Value.Numeric _, Value.Time _, Value.Size _ ->
          compared(value).filter(order -> order == 0).isPresent();
    };
  }

  private boolean contains(Value value) throws IOException {
    return switch (value) {
      case Value.Bytes bytes -> new ByteProbe(bytes).contains(expected);
      default -> texts(value).stream().anyMatch(text -> text.contains(expected));
    };
  }

  private boolean startsWith(Value value) throws IOException {
    return switch (value) {
      case Value.Bytes bytes -> new ByteProbe(bytes).startsWith(expected);
      default -> texts(value).stream().anyMatch(text -> text.startsWith(expected));
    };
  }

  private boolean matches(Value value) throws IOException, Regex.TooHardException {
    Regex regex = Regex.of(expected);
    for (String text : texts(value)) {
      if (regex.find(text).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** How often this clause, which is {@code contains} or {@code matches}, holds in a value. */
  long occurrences(Value value) throws IOException, Regex.TooHardException {
    if (relation == Relation.CONTAINS && value instanceof Value.Bytes bytes) {
      return new ByteProbe(bytes).count(expected, Long.MAX_VALUE);
    }
    Regex regex =
        Regex.of(relation == Relation.MATCHES ? expected : java.util.regex.Pattern.quote(expected));
    long count = 0;
    for (String text : texts(value)) {
      count += regex.count(text);
    }
    return count;
  }

  static long count(Value value) throws IOException {
    return switch (value) {
      case Value.Many(List<String> texts) -> texts.size();
      case Value.Bytes bytes -> bytes.source().whole();
      case Value.Size(long bytes) -> bytes;
      default -> texts(value).getFirst().length();
    };
  }

  /** The texts in {@code value}; of bytes, their beginning. */
  static List<String> texts(Value value) throws IOException {
    return switch (value) {
      case Value.Missing _ -> List.of();
      case Value.Text(String text) -> List.of(text);
      case Value.Numeric(BigDecimal number) -> List.of(number.toPlainString());
      case Value.Time(Duration time) -> List.of(Measures.text(time));
      case Value.Size(long bytes) -> List.of(Long.toString(bytes));
      case Value.Many(List<String> texts) -> texts;
      case Value.Bytes bytes -> List.of(new ByteProbe(bytes).beginning());
    };
  }

  /** Why {@code value} could never be as expected, whatever it is; empty where it could. */
  Optional<String> misfit(Value value) {
    boolean ordered = relation == Relation.ABOVE || relation == Relation.BELOW;
    boolean compares = ordered || relation == Relation.IS;
    return switch (value) {
      case Value.Time _ when compares && Measures.duration(expected).isEmpty() ->
          Optional.of(TEXT.get("misfit.time"));
      case Value.Size _ when compares && Measures.size(expected).isEmpty() ->
          Optional.of(TEXT.get("misfit.size"));
      case Value.Numeric _ when ordered && decimal(expected).isEmpty() ->
          Optional.of(TEXT.get("misfit.number"));
      default -> Optional.empty();
    };
  }

  /** Below 0, 0 or above 0 as the value is below, at or above what is expected. */
  private Optional<Integer> compared(Value value) throws IOException {
    return switch (value) {
      case Value.Time(Duration time) -> Measures.duration(expected).map(time::compareTo);
      case Value.Size(long bytes) -> Measures.size(expected).map(to -> Long.compare(bytes, to));
      case Value.Numeric(BigDecimal number) -> decimal(expected).map(number::compareTo);
      default -> {
        Optional<BigDecimal> number = number(value);
        yield number.flatMap(actual -> decimal(expected).map(actual::compareTo));
      }
    };
  }

  private static Optional<BigDecimal> number(Value value) throws IOException {
    if (value instanceof Value.Bytes bytes) {
      return bytes.source().whole() > LONGEST_NUMBER
          ? Optional.empty()
          : decimal(new ByteProbe(bytes).beginning(LONGEST_NUMBER));
    }
    List<String> texts = texts(value);
    return texts.size() == 1 ? decimal(texts.getFirst()) : Optional.empty();
  }

  /** The number that {@code text} says; exponents are refused, since 1e999999999 is a trap. */
  static Optional<BigDecimal> decimal(String text) {
    String bare = text.strip();
    return bare.length() <= LONGEST_NUMBER && bare.matches("[+-]?[0-9]+(\\.[0-9]+)?")
        ? Optional.of(new BigDecimal(bare))
        : Optional.empty();
  }
}
