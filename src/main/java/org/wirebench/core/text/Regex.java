package org.wirebench.core.text;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is safe to use on the text of strangers: a search gives up after a
 * number of steps, where a backtracking search could otherwise take years. Immutable.
 */
public final class Regex {
  /** How many characters a search looks at, over and over, before it gives up: some 0.2 s. */
  static final long STEPS = 50_000_000;

  private static final Messages TEXT = Messages.of(Regex.class);

  private final Pattern pattern;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
  }

  /** A search took too many steps; the message is for the user. */
  public static final class TooHardException extends Exception {
    private static final long serialVersionUID = 1;

    TooHardException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The regular expression {@code pattern} in Java's syntax, of which {@code .} matches line ends
   * only after {@code (?s)}.
   *
   * @throws IllegalArgumentException when it is none; the message tells the user why and where
   */
  public static Regex of(String pattern) {
    try {
      return new Regex(Pattern.compile(pattern));
    } catch (PatternSyntaxException wrong) {
      String reason =
          wrong.getIndex() < 0
              ? TEXT.get("regex.wrong", wrong.getDescription())
              : TEXT.get("regex.wrong.at", wrong.getDescription(), wrong.getIndex() + 1);
      throw new IllegalArgumentException(reason, wrong);
    } catch (StackOverflowError deep) {
      throw new IllegalArgumentException(TEXT.get("regex.wrong", TEXT.get("regex.deep")), deep);
    }
  }

  /** The expression as it was typed. */
  public String pattern() {
    return pattern.pattern();
  }

  /** How many groups the expression captures. */
  public int groups() {
    return pattern.matcher("").groupCount();
  }

  /**
   * The first place in {@code text} that matches.
   *
   * @throws TooHardException when the search gave up
   */
  public Optional<MatchResult> find(CharSequence text) throws TooHardException {
    return search(text, (found, _) -> found.find() ? found.toMatchResult() : null);
  }

  /**
   * The first place in {@code text} where something matches that is not empty; of several ways to
   * match there, the first that is not empty. An empty match before it hides nothing.
   *
   * @throws TooHardException when the search gave up
   */
  public Optional<MatchResult> findSome(CharSequence text) throws TooHardException {
    return search(text, this::findSome);
  }

  private @Nullable MatchResult findSome(Matcher found, CharSequence text) {
    @Nullable Matcher some = null;
    while (found.find()) {
      if (found.end() > found.start()) {
        return found.toMatchResult();
      }
      if (some == null) {
        some = some(text);
      }
      some.region(found.start(), text.length());
      if (some.lookingAt() && some.end() > some.start()) {
        return some.toMatchResult();
      }
    }
    return null;
  }

  /** The same search, of which no match ends where it began: there it must not be at "\\G". */
  private Matcher some(CharSequence text) {
    Pattern longer;
    try {
      longer = Pattern.compile("(?:" + pattern.pattern() + ")(?!\\G)", pattern.flags());
    } catch (PatternSyntaxException openEnd) {
      // A quotation or a comment that lasts to the end of the pattern has taken what was added.
      longer = pattern;
    }
    return longer.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /**
   * How many places in {@code text} match, none overlapping another.
   *
   * @throws TooHardException when the search gave up
   */
  public long count(CharSequence text) throws TooHardException {
    return search(
            text,
            (found, _) -> {
              long count = 0;
              while (found.find()) {
                count++;
              }
              return count;
            })
        .orElse(0L);
  }

  private interface Search<T> {
    @Nullable T in(Matcher matcher, CharSequence text);
  }

  private <T> Optional<T> search(CharSequence text, Search<T> search) throws TooHardException {
    try {
      CountedText counted = new CountedText(text, STEPS);
      return Optional.ofNullable(search.in(pattern.matcher(counted), counted));
    } catch (CountedText.SpentException | StackOverflowError hard) {
      throw new TooHardException(TEXT.get("regex.hard"), hard);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Regex regex
        && regex.pattern().equals(pattern())
        && regex.pattern.flags() == pattern.flags();
  }

  @Override
  public int hashCode() {
    return pattern().hashCode();
  }

  @Override
  public String toString() {
    return pattern();
  }
}
