package org.wirebench.core.check;

import java.util.List;
import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;
import org.wirebench.core.workspace.Measures;

/** What a subject gives, where that is known before there is a result; it may also give nothing. */
public sealed interface ValueKind {
  /** Anything. */
  record Open() implements ValueKind {}

  /** A {@link Value.Time}. */
  record Time() implements ValueKind {}

  /** A {@link Value.Size}. */
  record Size() implements ValueKind {}

  /** A {@link Value.Numeric}. */
  record Numeric() implements ValueKind {}

  /**
   * A {@link Value.Text} that is one of a few.
   *
   * @param words all there are
   */
  record OneOf(List<String> words) implements ValueKind {
    public OneOf {
      words = List.copyOf(words);
    }
  }

  /** Why no such value can be compared with {@code expected}; empty where one can. */
  default Optional<String> misfit(String expected, boolean ordered) {
    Messages text = Messages.of(ValueKind.class);
    return switch (this) {
      case Open _ -> Optional.empty();
      case Time _ ->
          Measures.duration(expected).isPresent()
              ? Optional.empty()
              : Optional.of(text.get("misfit.time"));
      case Size _ ->
          Measures.size(expected).isPresent()
              ? Optional.empty()
              : Optional.of(text.get("misfit.size"));
      case Numeric _ ->
          Clause.decimal(expected).isPresent()
              ? Optional.empty()
              : Optional.of(text.get("misfit.number"));
      case OneOf(List<String> words) -> misfit(expected, ordered, words, text);
    };
  }

  private static Optional<String> misfit(
      String expected, boolean ordered, List<String> words, Messages text) {
    String all = String.join(", ", words);
    if (ordered) {
      return Optional.of(text.get("misfit.word", all));
    }
    if (words.contains(expected)) {
      return Optional.empty();
    }
    String shown = Shown.plain(expected);
    return Optional.of(
        Nearest.to(expected, words)
            .map(near -> text.get("misfit.near", shown, near))
            .orElseGet(() -> text.get("misfit.unknown", shown, all)));
  }
}
