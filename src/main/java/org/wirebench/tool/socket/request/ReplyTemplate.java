package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;

/**
 * What a rule answers: text with escapes and with places. <code>$&#123;1}</code> is a captured
 * group, <code>$&#123;0}</code> the whole match, <code>$&#123;counter}</code> how many replies
 * there were with this one, <code>$&#123;time}</code> the time of day (ISO 8601, UTC), <code>
 * $&#123;random}</code> a number from 0 to 2147483646. <code>$$&#123;</code> stands for <code>
 * $&#123;</code>.
 */
public final class ReplyTemplate {
  private static final Messages TEXT = Messages.of(ReplyTemplate.class);
  private static final Pattern PLACE = Pattern.compile("\\$(\\$\\{)|\\$\\{([^}]*)}");
  private static final List<String> NAMES = List.of("counter", "time", "random");

  private final List<Part> parts;

  private ReplyTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** What a template is filled with. */
  public record Values(List<String> groups, long counter, Instant time, RandomGenerator random) {}

  @FunctionalInterface
  private interface Part {
    byte[] fill(Values values);
  }

  /**
   * Reads a template.
   *
   * @param charset turns its characters into bytes
   * @throws ParseProblem at an escape or a name that there is not
   */
  public static ReplyTemplate parse(String text, Charset charset) throws ParseProblem {
    List<Part> parts = new ArrayList<>();
    Matcher places = PLACE.matcher(text);
    int from = 0;
    while (places.find()) {
      parts.add(fixed(text, from, places.start(), charset));
      String name = places.group(2);
      byte[] literal = "${".getBytes(charset);
      parts.add(name == null ? values -> literal : place(name, places.start(2)));
      from = places.end();
    }
    parts.add(fixed(text, from, text.length(), charset));
    return new ReplyTemplate(parts);
  }

  private static Part fixed(String text, int from, int to, Charset charset) throws ParseProblem {
    try {
      byte[] bytes = Escapes.decode(text.substring(from, to), charset);
      return values -> bytes;
    } catch (ParseProblem problem) {
      throw new ParseProblem(String.valueOf(problem.getMessage()), from + problem.position());
    }
  }

  private static Part place(String name, int at) throws ParseProblem {
    switch (name) {
      case "counter" -> {
        return values -> Long.toString(values.counter()).getBytes(ISO_8859_1);
      }
      case "time" -> {
        return values -> values.time().toString().getBytes(ISO_8859_1);
      }
      case "random" -> {
        return values ->
            Integer.toString(values.random().nextInt(0, Integer.MAX_VALUE)).getBytes(ISO_8859_1);
      }
      default -> {
        int group = groupNumber(name, at);
        return values ->
            group < values.groups().size()
                ? values.groups().get(group).getBytes(ISO_8859_1)
                : new byte[0];
      }
    }
  }

  private static int groupNumber(String name, int at) throws ParseProblem {
    if (name.matches("\\d{1,2}")) {
      return Integer.parseInt(name);
    }
    String hint = Nearest.to(name, NAMES).map(near -> TEXT.get("template.near", near)).orElse("");
    throw new ParseProblem(TEXT.get("template.unknown", name, hint).strip(), at);
  }

  /** The bytes to send. */
  public byte[] fill(Values values) {
    ByteArrayOutputStream filled = new ByteArrayOutputStream();
    for (Part part : parts) {
      filled.writeBytes(part.fill(values));
    }
    return filled.toByteArray();
  }
}
