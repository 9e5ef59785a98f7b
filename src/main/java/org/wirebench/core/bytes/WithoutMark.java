package org.wirebench.core.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Character sets for pieces of a text. Some put a byte order mark before whatever they encode (RFC
 * 2781 section 3.2): in front of each piece that is sent, or looked for, it would be in the middle
 * of the text, and nobody who answers without one would be understood.
 */
public final class WithoutMark {
  private WithoutMark() {}

  /** The same without a mark: of UTF-16 and of UTF-32 the order that a mark would tell. */
  public static Charset of(Charset charset) {
    return switch (charset.name().toUpperCase(Locale.ROOT)) {
      case "UTF-16" -> StandardCharsets.UTF_16BE;
      case "X-UTF-16LE-BOM" -> StandardCharsets.UTF_16LE;
      case "UTF-32", "X-UTF-32BE-BOM" -> StandardCharsets.UTF_32BE;
      case "X-UTF-32LE-BOM" -> StandardCharsets.UTF_32LE;
      default -> charset;
    };
  }
}
