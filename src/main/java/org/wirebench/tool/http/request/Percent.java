package org.wirebench.tool.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.IntPredicate;

/** Percent-encoding (RFC 3986 section 2.1), of UTF-8. */
public final class Percent {
  private static final String UNRESERVED = "-._~";
  private static final String SUB_DELIMS = "!$&'()*+,;=";

  /** What may stand in a path as it is (RFC 3986 section 3.3). */
  static final IntPredicate PATH = anyOf(SUB_DELIMS + ":@/");

  /** What may stand in a query as it is (RFC 3986 section 3.4), and what browsers leave there. */
  static final IntPredicate QUERY = anyOf(SUB_DELIMS + ":@/?[]|{}^`");

  /** What stands for itself in a name or a value of a query. */
  private static final IntPredicate VALUE = anyOf("!$'()*,;:@/?");

  /** What stands for itself in one segment of a path. */
  private static final IntPredicate SEGMENT = anyOf("!$&'()*+,;=:@");

  private static final IntPredicate NOTHING = anyOf("");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Percent() {}

  private static IntPredicate anyOf(String more) {
    return c ->
        (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || UNRESERVED.indexOf(c) >= 0
            || (c > 0 && more.indexOf(c) >= 0);
  }

  /** A name or a value for a query. */
  public static String value(String text) {
    return encode(text, VALUE);
  }

  /** A text for one segment of a path: a slash in it is encoded. */
  public static String segment(String text) {
    return encode(text, SEGMENT);
  }

  /** Everything but letters, digits and {@code -._~}: what signatures are made of. */
  public static String strict(String text) {
    return encode(text, NOTHING);
  }

  /** A name or a value of a form (URL standard, application/x-www-form-urlencoded). */
  public static String form(String text) {
    return encode(text, anyOf("*")).replace("~", "%7E").replace("%20", "+");
  }

  private static String encode(String text, IntPredicate allowed) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : text.getBytes(UTF_8)) {
      append(one & 0xff, allowed, encoded);
    }
    return encoded.toString();
  }

  private static void append(int one, IntPredicate allowed, StringBuilder to) {
    if (one < 0x80 && allowed.test(one)) {
      to.append((char) one);
    } else {
      to.append('%').append(HEX.toHexDigits((byte) one));
    }
  }

  /** Encodes what is not {@code allowed}; what is encoded already stays as it is. */
  static String keep(String text, IntPredicate allowed) {
    byte[] bytes = text.getBytes(UTF_8);
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      if (isEncoded(bytes, i)) {
        encoded.append('%');
      } else {
        append(bytes[i] & 0xff, allowed, encoded);
      }
    }
    return encoded.toString();
  }

  private static boolean isEncoded(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[at + 1])
        && HexFormat.isHexDigit(bytes[at + 2]);
  }

  /** The text that was encoded; what is not encoded well stays as it is. */
  public static String decode(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (isEncoded(bytes, i)) {
        decoded.write(
            HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(UTF_8);
  }

  /** A name or a value of a query, in which a plus sign is a blank. */
  public static String decodeQuery(String text) {
    return decode(text.replace('+', ' '));
  }
}
