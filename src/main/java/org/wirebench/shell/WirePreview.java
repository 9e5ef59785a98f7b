package org.wirebench.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.fx.Row;

/**
 * The beginning of what an event holds, as text that is safe to show, with what is marked in it.
 */
final class WirePreview {
  private static final int SHOWN = 160;

  private final byte[] bytes;
  private final boolean isNews;
  private final int shown;

  WirePreview(WireEvent event) {
    bytes = event.payload();
    isNews = event.direction().isNews();
    shown = isNews ? bytes.length : Math.min(SHOWN, bytes.length);
  }

  String text() {
    return text(shown) + (shown < bytes.length ? " …" : "");
  }

  private String text(int length) {
    return Escapes.display(
        isNews
            ? new String(bytes, 0, length, StandardCharsets.UTF_8)
            : Escapes.encode(bytes, 0, length, StandardCharsets.UTF_8));
  }

  /**
   * The parts of the text that are marked.
   *
   * @param offset where the text begins in its row
   */
  List<Row.Span> marks(WireMarks marks, int offset) {
    List<Row.Span> spans = new ArrayList<>();
    int limit = Math.min(bytes.length, shown + Needle.LONGEST);
    Optional<WireMarks.Mark> mark = marks.next(bytes, 0, limit);
    while (mark.isPresent() && mark.get().from() < shown) {
      int from = text(mark.get().from()).length();
      int to = text(Math.min(shown, mark.get().to())).length();
      spans.add(new Row.Span(offset + from, offset + Math.max(from, to), Row.Style.MATCH));
      mark = marks.next(bytes, mark.get().to(), limit);
    }
    return spans;
  }
}
