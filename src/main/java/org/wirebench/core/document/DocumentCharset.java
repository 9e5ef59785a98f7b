package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which character set a document is. */
public final class DocumentCharset {
  /** How many bytes of the beginning are enough to tell. */
  public static final int HEAD = 1024;

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"'>]+)[\"']");
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]*\\scharset\\s*=\\s*[\"']?([^\\s\"'/>]+)", Pattern.CASE_INSENSITIVE);

  private DocumentCharset() {}

  /**
   * Guesses it: from a byte order mark, which wins as it does in browsers; then from the {@code
   * charset} of the content type; then from what an XML declaration or a {@code meta} says; UTF-8
   * where nothing does, or where this Java does not know what is named.
   *
   * @param contentType the value of the header; empty where there was none
   * @param head the first {@value #HEAD} bytes, or all if there are fewer
   */
  public static Charset guess(String contentType, byte[] head) {
    Optional<Charset> marked = byMark(head);
    if (marked.isPresent()) {
      return marked.get();
    }
    String text = new String(head, 0, Math.min(head.length, HEAD), ISO_8859_1);
    return named(PARAMETER, contentType)
        .or(() -> named(DECLARED, text).or(() -> named(META, text)).filter(Ascii::isIn))
        .orElse(UTF_8);
  }

  private static Optional<Charset> byMark(byte[] head) {
    if (head.length >= 3 && word(head, 0) == 0xefbb && (head[2] & 0xff) == 0xbf) {
      return Optional.of(UTF_8);
    }
    if (head.length < 2) {
      return Optional.empty();
    }
    boolean zeros = head.length >= 4 && word(head, 2) == 0;
    return switch (word(head, 0)) {
      case 0xfeff -> Optional.of(UTF_16BE);
      case 0xfffe -> Optional.of(zeros ? Charset.forName("UTF-32LE") : UTF_16LE);
      default -> Optional.empty();
    };
  }

  private static int word(byte[] head, int at) {
    return ((head[at] & 0xff) << 8) | (head[at + 1] & 0xff);
  }

  private static Optional<Charset> named(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(matcher.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      // The document is shown all the same, and what is no UTF-8 in it is shown as bytes.
      return Optional.empty();
    }
  }
}
