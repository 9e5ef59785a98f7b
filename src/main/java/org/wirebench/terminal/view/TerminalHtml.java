package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Outcome;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.Row;
import org.wirebench.terminal.engine.RowImage;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Style;
import org.wirebench.terminal.engine.Terminal;

/** What is selected as HTML: one preformatted text with the colours that are shown. */
final class TerminalHtml {
  private final Terminal terminal;
  private final Selection selection;
  private final TerminalColors colors = new TerminalColors();
  private final StringBuilder all = new StringBuilder();
  private final Row row = new Row();
  private final RowImage image = new RowImage();
  private String look = "";

  /** What cells looked like last that were read, since most look like the one before. */
  private long knownStyle = Style.DEFAULT;

  private int knownText = -1;
  private int knownUnderline = Style.DEFAULT_COLOR;
  private String known = "";

  private TerminalHtml(Terminal terminal, Selection selection) {
    this.terminal = terminal;
    this.selection = selection;
  }

  /** What goes to the clipboard together. */
  record Copied(String html, String text) {}

  /** A selection, up to {@value TerminalText#MOST} chars each way. Any thread. */
  static Copied copied(Terminal terminal, Selection selection) {
    return new Copied(of(terminal, selection), TerminalText.of(terminal, selection));
  }

  /** Puts both into the clipboard. FX thread. */
  static void copy(Outcome<Copied> outcome) {
    if (outcome instanceof Outcome.Done<Copied>(Copied(String html, String text))
        && !text.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putHtml(html);
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  /** The HTML of a selection, up to {@value TerminalText#MOST} chars. Any thread. */
  static String of(Terminal terminal, Selection selection) {
    return new TerminalHtml(terminal, selection).write();
  }

  private String write() {
    boolean block = selection.mode() == Selection.Mode.BLOCK;
    boolean back = block && selection.from().compareTo(selection.to()) > 0;
    Position next = back ? selection.to() : selection.from();
    begin();
    while (next != null && all.length() < TerminalText.MOST) {
      next = row(next, block);
    }
    turn("");
    if (next != null) {
      Position end = back ? selection.from() : selection.to();
      TerminalText.missing(all, end.line() - next.line() + 1);
    }
    return all.append("</pre>").toString();
  }

  private void begin() {
    terminal.lock();
    try {
      boolean _ = colors.take(terminal.view());
    } finally {
      terminal.unlock();
    }
    all.append("<pre style=\"background:").append(hex(colors.background()));
    all.append(";color:").append(hex(colors.text())).append(";font-family:monospace\">");
    // The first end of a line in a preformatted text is dropped.
    all.append('\n');
  }

  /** Row by row, so that nobody waits for the whole of it. */
  private @Nullable Position row(Position at, boolean block) {
    Overlay.Range columns;
    boolean wraps;
    Position next;
    terminal.lock();
    try {
      ScreenView screen = terminal.view();
      Positions positions = screen.positions();
      Selection.Rows rows = selection.rows(positions);
      int read = positions.find(at).row();
      int last = Math.max(rows.from().row(), rows.to().row());
      screen.read(read, row);
      boolean _ = image.take(row);
      columns = rows.in(read, row.columns());
      wraps = row.wraps() && !block;
      Position below = read < last ? positions.at(read + 1, 0) : at;
      next = below.compareTo(at) > 0 ? below : null;
    } finally {
      terminal.unlock();
    }
    cells(columns.from(), end(columns, wraps));
    if (next != null && !wraps) {
      turn("");
      all.append('\n');
    }
    return next;
  }

  /** Without what nobody sees at the end of a row; a row that goes on has it for a reason. */
  private int end(Overlay.Range columns, boolean wraps) {
    int end = columns.to();
    while (end > columns.from() && isUnseen(end - 1, wraps)) {
      end--;
    }
    return end;
  }

  private boolean isUnseen(int column, boolean wraps) {
    boolean blank = image.isEmpty(column) || (!wraps && image.text(column).isBlank());
    return blank && !image.isTail(column) && image.style(column) == Style.DEFAULT;
  }

  private void cells(int from, int to) {
    for (int column = from; column < to; column++) {
      if (!image.isTail(column)) {
        turn(look(column));
        escape(image.text(column));
      }
    }
  }

  /** Has what follows look like this. */
  private void turn(String now) {
    if (!now.equals(look)) {
      all.append(look.isEmpty() ? "" : "</span>");
      if (!now.isEmpty()) {
        all.append("<span style=\"").append(now).append("\">");
      }
      look = now;
    }
  }

  private String look(int column) {
    long style = image.style(column);
    int text = colors.text(image, column);
    int underline = image.underlineColor(column);
    if (style != knownStyle || text != knownText || underline != knownUnderline) {
      knownStyle = style;
      knownText = text;
      knownUnderline = underline;
      known = look(style, text, underline);
    }
    return known;
  }

  private String look(long style, int text, int underline) {
    List<String> parts = new ArrayList<>();
    if (text != colors.text()) {
      parts.add("color:" + hex(text));
    }
    if (colors.behind(style) != colors.background()) {
      parts.add("background:" + hex(colors.behind(style)));
    }
    if (Style.has(style, Style.BOLD)) {
      parts.add("font-weight:bold");
    }
    if (Style.has(style, Style.ITALIC)) {
      parts.add("font-style:italic");
    }
    lines(style, underline, parts);
    return String.join(";", parts);
  }

  private void lines(long style, int color, List<String> parts) {
    List<String> lines = new ArrayList<>();
    Style.Underline underline = Style.underline(style);
    if (underline != Style.Underline.NONE) {
      lines.add("underline");
    }
    if (Style.has(style, Style.STRIKE)) {
      lines.add("line-through");
    }
    if (Style.has(style, Style.OVERLINE)) {
      lines.add("overline");
    }
    if (!lines.isEmpty()) {
      parts.add("text-decoration:" + String.join(" ", lines));
    }
    switch (underline) {
      case NONE, SINGLE -> {}
      case DOUBLE -> parts.add("text-decoration-style:double");
      case CURLY -> parts.add("text-decoration-style:wavy");
      case DOTTED -> parts.add("text-decoration-style:dotted");
      case DASHED -> parts.add("text-decoration-style:dashed");
    }
    if (underline != Style.Underline.NONE && color != Style.DEFAULT_COLOR) {
      parts.add("text-decoration-color:" + hex(colors.of(color, colors.text())));
    }
  }

  private static String hex(int rgb) {
    return "#%06x".formatted(rgb);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> all.append("&amp;");
        case '<' -> all.append("&lt;");
        case '>' -> all.append("&gt;");
        case '"' -> all.append("&quot;");
        default -> all.append(c);
      }
    }
  }
}
