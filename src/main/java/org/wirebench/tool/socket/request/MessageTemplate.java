package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.bytes.WithoutMark;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;

/**
 * What a rule answers and a generator sends: text with escapes and with places. <code>
 * $&#123;1}</code> is a captured group, <code>$&#123;0}</code> the whole match, <code>
 * $&#123;counter}</code> how many messages there were with this one, <code>$&#123;time}</code> the
 * time of day (ISO 8601, UTC, to the millisecond), <code>$&#123;random}</code> a number from 0 to
 * 2147483646. <code>$$&#123;</code> stands for <code>$&#123;</code>.
 */
public final class MessageTemplate {
  private static final Messages TEXT = Messages.of(MessageTemplate.class);
  private static final Pattern PLACE = Pattern.compile("\\$(\\$\\{)|\\$\\{([^}]*)}");
  private static final List<String> NAMES = List.of("counter", "time", "random");

  private final List<Part> parts;

  private MessageTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** What a template is filled with. */
  public record Values(List<String> groups, long counter, Instant time, RandomGenerator random) {}

  /** A part of a template. */
  public sealed interface Part {
    /** Bytes that are always the same. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fixed(byte[] bytes) implements Part {}

    /**
     * A captured group; nothing where there is no such group.
     *
     * @param number 0 for the whole match
     */
    record Group(int number) implements Part {}

    /** What is new with each reply. */
    enum Fresh implements Part {
      /** How many messages there were with this one. */
      COUNTER,
      /** The time of day, ISO 8601, UTC, to the millisecond. */
      TIME,
      /** A number from 0 to 2147483646. */
      RANDOM
    }
  }

  /**
   * Reads a template.
   *
   * @param charset turns its characters into bytes
   * @throws ParseProblem at an escape or a name that there is not
   */
  public static MessageTemplate parse(String text, Charset charset) throws ParseProblem {
    List<Part> parts = new ArrayList<>();
    Matcher places = PLACE.matcher(text);
    int from = 0;
    while (places.find()) {
      parts.add(fixed(text, from, places.start(), charset));
      String name = places.group(2);
      parts.add(
          name == null
              ? new Part.Fixed("${".getBytes(WithoutMark.of(charset)))
              : place(name, places.start(2)));
      from = places.end();
    }
    parts.add(fixed(text, from, text.length(), charset));
    return new MessageTemplate(parts);
  }

  /** One without places: always these bytes. */
  public static MessageTemplate of(byte[] bytes) {
    return new MessageTemplate(List.of(new Part.Fixed(bytes.clone())));
  }

  private static Part fixed(String text, int from, int to, Charset charset) throws ParseProblem {
    try {
      return new Part.Fixed(Escapes.decode(text.substring(from, to), charset));
    } catch (ParseProblem problem) {
      throw new ParseProblem(String.valueOf(problem.getMessage()), from + problem.position());
    }
  }

  private static Part place(String name, int at) throws ParseProblem {
    return switch (name) {
      case "counter" -> Part.Fresh.COUNTER;
      case "time" -> Part.Fresh.TIME;
      case "random" -> Part.Fresh.RANDOM;
      default -> new Part.Group(groupNumber(name, at));
    };
  }

  private static int groupNumber(String name, int at) throws ParseProblem {
    if (name.matches("\\d{1,2}")) {
      return Integer.parseInt(name);
    }
    String hint =
        Nearest.to(name, NAMES).map(near -> " " + TEXT.get("template.near", near)).orElse("");
    throw new ParseProblem(TEXT.get("template.unknown", name, hint), at);
  }

  /** The highest group that it uses; 0 for none. */
  int highestGroup() {
    return parts.stream()
        .mapToInt(part -> part instanceof Part.Group(int number) ? number : 0)
        .max()
        .orElse(0);
  }

  /** Whether it has places for what was captured. */
  boolean hasGroups() {
    return parts.stream().anyMatch(Part.Group.class::isInstance);
  }

  /** Whether it is the same each time. */
  public boolean isFixed() {
    return parts.stream().allMatch(Part.Fixed.class::isInstance);
  }

  /** How many bytes it has without what its places are filled with. */
  public int fixedLength() {
    return parts.stream()
        .mapToInt(part -> part instanceof Part.Fixed(byte[] bytes) ? bytes.length : 0)
        .sum();
  }

  /** Its parts, in order. */
  public List<Part> parts() {
    return parts;
  }

  /** The bytes to send. */
  public byte[] fill(Values values) {
    ByteArrayOutputStream filled = new ByteArrayOutputStream();
    for (Part part : parts) {
      filled.writeBytes(fill(part, values));
    }
    return filled.toByteArray();
  }

  private static byte[] fill(Part part, Values values) {
    return switch (part) {
      case Part.Fixed(byte[] bytes) -> bytes;
      case Part.Group(int number) ->
          number < values.groups().size()
              ? values.groups().get(number).getBytes(ISO_8859_1)
              : new byte[0];
      case Part.Fresh.COUNTER -> Long.toString(values.counter()).getBytes(ISO_8859_1);
      case Part.Fresh.TIME ->
          values.time().truncatedTo(ChronoUnit.MILLIS).toString().getBytes(ISO_8859_1);
      case Part.Fresh.RANDOM ->
          Integer.toString(values.random().nextInt(0, Integer.MAX_VALUE)).getBytes(ISO_8859_1);
    };
  }
}
