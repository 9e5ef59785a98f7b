package org.wirebench.tool.http.request;

import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/**
 * A header field (RFC 9110 section 5).
 *
 * @param name a token
 * @param value without control characters but the tab; sent as UTF-8
 * @param off whether it is kept, but not sent
 */
public record HeaderLine(String name, String value, boolean off) {
  private static final Messages TEXT = Messages.of(HeaderLine.class);
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Field<String> NAME =
      Field.text("name").required().about(TEXT.get("header.name"));
  private static final Field<String> VALUE =
      Field.text("value").or("").about(TEXT.get("header.value"));
  private static final Field<Boolean> OFF = Field.flag("off").or(false).about(TEXT.get("row.off"));
  private static final Shape SHAPE = Shape.of(NAME, VALUE, OFF);

  /**
   * @throws IllegalArgumentException when it is no header; the message is for people
   */
  public HeaderLine {
    checkName(name);
    if (value.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
      throw new IllegalArgumentException(TEXT.get("header.control", name));
    }
  }

  /** A header that is sent. */
  public HeaderLine(String name, String value) {
    this(name, value, false);
  }

  /** Whether {@code text} is a token (RFC 9110 section 5.6.2): a method, the name of a field. */
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  private static void checkName(String name) {
    if (!isToken(name)) {
      throw new IllegalArgumentException(TEXT.get("header.token", Escapes.display(name)));
    }
  }

  /**
   * Reads {@code Name: value}.
   *
   * @throws IllegalArgumentException when it is none; the message is for people
   */
  public static HeaderLine parse(String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(TEXT.get("header.colon", Escapes.display(line.strip())));
    }
    return new HeaderLine(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
  }

  /** A text {@code Name: value}; with {@code off} the long form. */
  public static Kind<HeaderLine> kind() {
    return Kinds.shortOrLong(
        Kinds.parsed(TEXT.get("kind.header"), HeaderLine::parse, HeaderLine::toString),
        Kinds.object(
            SHAPE,
            reader -> new HeaderLine(reader.get(NAME), reader.get(VALUE), reader.get(OFF)),
            HeaderLine::write),
        line -> !line.off && line.value.equals(line.value.strip()));
  }

  private Tree.Fields write() {
    return SHAPE.writer().put(NAME, name).put(VALUE, value).put(OFF, off).fields();
  }

  /** Whether it has this name; letters of either case are the same. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  /** As it stands in a message: {@code Name: value}. */
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
