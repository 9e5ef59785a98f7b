package org.wirebench.core.check;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** Values and expectations as they stand in a sentence: clean, on one line, short. */
final class Shown {
  private static final int LONGEST = 80;
  private static final int MOST = 5;
  private static final Messages TEXT = Messages.of(Shown.class);

  private Shown() {}

  static String text(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST + 1));
    String clean = Escapes.display(start);
    boolean whole = text.length() <= LONGEST && clean.length() <= 2 * LONGEST;
    return whole
        ? TEXT.get("shown.text", clean)
        : TEXT.get("shown.cut", cut(clean), Amounts.count(text.length()));
  }

  /** A text that people chose and that needs no quotes. */
  static String plain(String text) {
    String clean = Escapes.display(text.substring(0, Math.min(text.length(), LONGEST + 1)));
    return text.length() <= LONGEST && clean.length() <= 2 * LONGEST
        ? clean
        : TEXT.get("shown.plainCut", cut(clean));
  }

  /** Why something could not be done. */
  static String reason(Exception unable) {
    String said = Objects.requireNonNullElseGet(unable.getMessage(), unable::toString);
    return Escapes.display(said.substring(0, Math.min(said.length(), 3 * LONGEST)));
  }

  private static String cut(String clean) {
    int end = Math.min(clean.length(), LONGEST);
    return clean.substring(
        0, end > 0 && Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end);
  }

  static String value(Value value) throws IOException {
    return switch (value) {
      case Value.Missing _ -> TEXT.get("shown.missing");
      case Value.Text(String text) -> text(text);
      case Value.Numeric(var number) -> number.toPlainString();
      case Value.Time(var time) -> Amounts.duration(time);
      case Value.Size(long bytes) -> size(bytes);
      case Value.Many(List<String> texts) -> list(texts);
      case Value.Bytes bytes -> bytes(bytes);
    };
  }

  /** To the byte, as checks compare, and as people read it. */
  private static String size(long bytes) {
    if (bytes == 1) {
      return TEXT.get("shown.byte");
    }
    String exact = TEXT.get("shown.size", Amounts.count(bytes));
    return bytes < 1000 ? exact : TEXT.get("shown.sizeAbout", exact, Amounts.bytes(bytes));
  }

  private static String list(List<String> texts) {
    StringBuilder list = new StringBuilder();
    for (String text : texts.subList(0, Math.min(MOST, texts.size()))) {
      list.append(list.isEmpty() ? "" : ", ").append(text(text));
    }
    return TEXT.get("shown.list", texts.size(), list);
  }

  private static String bytes(Value.Bytes bytes) throws IOException {
    long size = bytes.source().whole();
    byte[] start = bytes.source().read(0, LONGEST);
    String clean = Escapes.encode(start, bytes.charset());
    return size <= LONGEST && clean.length() <= 2 * LONGEST
        ? TEXT.get("shown.text", clean)
        : TEXT.get("shown.bytes", cut(clean), Amounts.bytes(size));
  }
}
