package org.wirebench.core.check;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Regex;
import org.wirebench.core.workspace.Mark;

/**
 * What is taken from a result into a variable. {@link Checks} makes them.
 *
 * @param <R> the result
 */
public final class Capture<R> {
  /** How long what is captured may be, in characters. */
  public static final int LONGEST = 64 * 1024;

  private static final Messages TEXT = Messages.of(Capture.class);

  private final String name;
  private final Question<R> question;
  private final Optional<Regex> regex;
  private final Mark mark;

  Capture(String name, Question<R> question, Optional<Regex> regex, Mark mark) {
    this.name = name;
    this.question = question;
    this.regex = regex;
    this.mark = mark;
  }

  /** The name of the variable. */
  public String name() {
    return name;
  }

  /**
   * What came of a capture.
   *
   * @param value what the variable stands for now; empty when there was nothing to take
   * @param verdict says so
   */
  public record Taken(Optional<String> value, Verdict verdict) {}

  /** Takes the first group of the first match, the whole match, or all there is. */
  public Taken take(R result) {
    String what = question.shown();
    try {
      Value value = question.of(result);
      Optional<String> taken = regex.isPresent() ? matched(value, regex.get()) : whole(value);
      if (taken.filter(text -> text.length() <= LONGEST).isEmpty()) {
        return new Taken(
            Optional.empty(),
            new Verdict(
                false,
                taken.isPresent()
                    ? TEXT.get("capture.long", name, what, LONGEST)
                    : TEXT.get("capture.nothing", name, what, Shown.value(value)),
                mark));
      }
      String text = taken.get();
      return new Taken(
          taken, new Verdict(true, TEXT.get("capture.done", name, Shown.text(text)), mark));
    } catch (IOException | Regex.TooHardException unable) {
      String why = TEXT.get("verdict.unable", what, Shown.reason(unable));
      return new Taken(Optional.empty(), new Verdict(false, why, mark));
    }
  }

  private static Optional<String> matched(Value value, Regex regex)
      throws IOException, Regex.TooHardException {
    for (String text : Clause.texts(value)) {
      Optional<MatchResult> match = regex.find(text);
      if (match.isPresent()) {
        return Optional.ofNullable(match.get().group(regex.groups() > 0 ? 1 : 0));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> whole(Value value) throws IOException {
    if (value instanceof Value.Bytes bytes) {
      // One more than may be, so that what is too long is seen to be.
      return Optional.of(new ByteProbe(bytes).beginning(4 * LONGEST + 4));
    }
    return Clause.texts(value).stream().findFirst();
  }
}
