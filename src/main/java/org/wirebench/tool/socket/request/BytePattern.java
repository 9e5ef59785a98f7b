package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.HexMask;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.bytes.WithoutMark;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Regex;

/**
 * What bytes are looked for: text, a regular expression, or hex digits with wildcards.
 *
 * @param form how {@code text} is to be read
 * @param text characters with escapes; a {@link Pattern}, which sees each byte as one Latin-1
 *     character; or hex digits of which each may be a {@code ?}
 */
public record BytePattern(Form form, String text) {
  private static final Messages TEXT = Messages.of(BytePattern.class);

  /** How the text of a pattern is to be read. */
  public enum Form {
    TEXT,
    REGEX,
    HEX
  }

  /**
   * Where a pattern was found.
   *
   * @param start the first byte
   * @param end behind the last byte
   * @param groups the whole match and the groups of a regular expression, each as Latin-1
   */
  public record Found(int start, int end, List<String> groups) {}

  /** A pattern made ready to search with. */
  @FunctionalInterface
  public interface Finder {
    /**
     * The first match in {@code bytes[0, length)}.
     *
     * @throws IOException when the search takes too long
     */
    Optional<Found> find(byte[] bytes, int length) throws IOException;
  }

  /**
   * Makes the pattern ready.
   *
   * @param charset turns its characters into bytes
   * @throws ParseProblem when the text is not of its form or could match only the empty text
   */
  public Finder finder(Charset charset) throws ParseProblem {
    if (text.isEmpty()) {
      throw new ParseProblem(TEXT.get("pattern.empty"), 0);
    }
    return switch (form) {
      case TEXT, HEX -> finder(mask(charset));
      case REGEX -> regexFinder(charset);
    };
  }

  /**
   * The pattern as a regular expression of {@link Pattern}, over bytes as Latin-1 characters and
   * with {@link Pattern#DOTALL}. For {@link Form#TEXT} and {@link Form#HEX} it is one that other
   * languages read in the same way.
   *
   * @param charset turns its characters into bytes
   * @throws ParseProblem when the text is not of its form
   */
  public String regex(Charset charset) throws ParseProblem {
    return switch (form) {
      case TEXT -> RegexText.of(Escapes.decode(text, charset));
      case HEX -> RegexText.of(hex());
      case REGEX -> new String(text.getBytes(WithoutMark.of(charset)), ISO_8859_1);
    };
  }

  /** How many groups a reply can use, besides the whole match; 0 where the pattern is no regex. */
  int groups() {
    return form == Form.REGEX ? Regex.of(text).groups() : 0;
  }

  /**
   * Whether this, standing before {@code other} among the rules of a server, always wins over it:
   * wherever the other is found, this is found at the same place.
   *
   * @param charset turns the characters of both into bytes
   * @throws ParseProblem when the text of one is not of its form
   */
  boolean shadows(BytePattern other, Charset charset) throws ParseProblem {
    if (form == Form.REGEX || other.form == Form.REGEX) {
      return equals(other);
    }
    HexMask mine = mask(charset);
    HexMask others = other.mask(charset);
    for (int i = 0; i < mine.length(); i++) {
      int bits = mine.mask(i);
      if (i >= others.length()
          || (others.mask(i) & bits) != bits
          || (others.value(i) & bits) != (mine.value(i) & bits)) {
        return false;
      }
    }
    return true;
  }

  private HexMask mask(Charset charset) throws ParseProblem {
    return form == Form.HEX ? hex() : HexMask.of(Escapes.decode(text, charset));
  }

  private HexMask hex() throws ParseProblem {
    HexMask mask = HexMask.parse(text);
    if (mask.length() == 0) {
      throw new ParseProblem(TEXT.get("pattern.empty"), 0);
    }
    return mask;
  }

  private static Finder finder(HexMask wanted) {
    return (bytes, length) -> {
      int start = wanted.find(bytes, 0, length);
      if (start < 0) {
        return Optional.empty();
      }
      String whole = new String(bytes, start, wanted.length(), ISO_8859_1);
      return Optional.of(new Found(start, start + wanted.length(), List.of(whole)));
    };
  }

  private Finder regexFinder(Charset charset) throws ParseProblem {
    Regex regex = compiled(regex(charset));
    return (bytes, length) -> {
      try {
        return regex.findSome(new String(bytes, 0, length, ISO_8859_1)).map(BytePattern::found);
      } catch (Regex.TooHardException tooHard) {
        throw new NetException(tooSlow(tooHard), tooHard);
      }
    };
  }

  private NetFailure tooSlow(Regex.TooHardException tooHard) {
    return new NetFailure(
        NetFailure.Kind.LIMIT,
        TEXT.get("pattern.slow.title"),
        TEXT.get("pattern.slow.cause", Escapes.display(text)),
        TEXT.get("pattern.slow.remedy"),
        Escapes.display(tooHard.toString()));
  }

  /** What matches the empty text would match for ever at the same place. */
  private static Regex compiled(String typed) throws ParseProblem {
    try {
      Regex _ = Regex.of(typed);
      Regex regex = Regex.of("(?s)" + typed);
      if (regex.find("").isPresent()) {
        throw new ParseProblem(TEXT.get("pattern.matchesEmpty"), 0);
      }
      return regex;
    } catch (IllegalArgumentException | Regex.TooHardException bad) {
      throw new ParseProblem(String.valueOf(bad.getMessage()), 0);
    }
  }

  private static Found found(MatchResult match) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i <= match.groupCount(); i++) {
      String group = match.group(i);
      groups.add(group == null ? "" : group);
    }
    return new Found(match.start(), match.end(), List.copyOf(groups));
  }
}
