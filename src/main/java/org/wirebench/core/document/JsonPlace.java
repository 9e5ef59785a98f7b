package org.wirebench.core.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.wirebench.core.document.Outline.Entry;

/**
 * The way to a value in a JSON text.
 *
 * @param steps a {@link String} for each name, a {@link Long} for each number in an array
 */
public record JsonPlace(List<Object> steps) {
  /** The whole text. */
  public static final JsonPlace ROOT = new JsonPlace(List.of());

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
  private static final int LONGEST_NAME = 1 << 20;

  public JsonPlace {
    steps = List.copyOf(steps);
  }

  static JsonPlace of(JsonRows rows, long row) throws IOException {
    Outline outline = rows.outline();
    Deque<Object> steps = new ArrayDeque<>();
    long at = row;
    long parent = outline.parent(at);
    while (parent >= 0) {
      Entry entry = outline.get(at);
      steps.push(entry.named() ? name(rows, entry) : Long.valueOf(entry.order()));
      at = parent;
      parent = outline.parent(at);
    }
    return new JsonPlace(new ArrayList<>(steps));
  }

  /** What the name of a row means. */
  static String name(JsonRows rows, Entry entry) throws IOException {
    ByteWindow window = new ByteWindow(rows.bytes(), 512);
    long from = entry.offset();
    long most = from + Math.min(entry.lead(), LONGEST_NAME);
    long end = JsonTokens.stringEnd(window, from, most);
    byte[] name = window.copy(from + 1, (int) Math.max(0, end - from - 2));
    return JsonTokens.unescape(new String(name, rows.charset()));
  }

  /** As a JSON Pointer (RFC 6901); empty for the whole text. */
  public String pointer() {
    StringBuilder text = new StringBuilder();
    for (Object step : steps) {
      text.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }

  /** As a JSONPath (RFC 9535): {@code $.store.book[0]['odd name']}. */
  public String path() {
    StringBuilder text = new StringBuilder("$");
    for (Object step : steps) {
      if (step instanceof String name && PLAIN.matcher(name).matches()) {
        text.append('.').append(name);
      } else if (step instanceof String name) {
        String quoted = name.replace("\\", "\\\\").replace("'", "\\'");
        text.append("['").append(quoted).append("']");
      } else {
        text.append('[').append(step).append(']');
      }
    }
    return text.toString();
  }
}
