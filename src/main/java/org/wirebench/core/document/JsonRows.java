package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.document.DocumentRow.Fold;
import org.wirebench.core.document.DocumentRow.Style;
import org.wirebench.core.document.Outline.Entry;
import org.wirebench.core.document.Outline.Kind;
import org.wirebench.core.document.Outline.Shape;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Shown;
import org.wirebench.core.transcript.ShownText;

/**
 * JSON of any size, one row for each line of it as people write it. Names, strings and numbers are
 * those of the document, to the last digit, twice where they are there twice. Several texts may
 * follow each other. What is no JSON is named, and shown as it is.
 */
public final class JsonRows extends TreeRows {
  private static final Messages TEXT = Messages.of(JsonRows.class);
  private static final int NAME_SHOWN = 256;
  private static final int WINDOW = NAME_SHOWN + VALUE_SHOWN + 64;
  private static final int LARGE_WINDOW = 64 * 1024;

  private final Charset charset;
  private final JsonScanner scanner;

  /**
   * @param bytes the document, in a charset as {@link DocumentText} gives it
   * @param stores where the index grows, by 16 bytes a row
   */
  public JsonRows(ByteStore bytes, Charset charset, ByteStores stores) {
    super(bytes, stores);
    this.charset = charset;
    this.scanner = new JsonScanner(outline());
  }

  @Override
  long take(byte[] some, int length, long at) throws IOException {
    return scanner.take(some, length, at);
  }

  @Override
  long end(long size) throws IOException {
    return scanner.finish(size);
  }

  /**
   * Where a document stops being JSON.
   *
   * @param offset the first byte that does not belong there; the size where something is missing
   * @param reason in words, beginning in lower case: "a colon should stand here"
   */
  public record Fault(long offset, String reason) {}

  /** The first place at which it is no JSON, of what was taken in so far; empty where it all is. */
  public Optional<Fault> fault() {
    return Optional.ofNullable(scanner.firstFault())
        .map(fault -> new Fault(fault.offset(), fault.what().title()));
  }

  Charset charset() {
    return charset;
  }

  @Override
  DocumentRow show(long row, Entry entry, boolean folded) throws IOException {
    DocumentRow.Builder shown = new DocumentRow.Builder(entry.offset());
    if (entry.kind() == Kind.PROBLEM) {
      return shown.add(problem(entry), Style.PROBLEM).build();
    }
    if (entry.kind() == Kind.RAW) {
      return raw(row, entry, shown.continues(entry.named()));
    }
    ByteWindow window = new ByteWindow(bytes(), WINDOW);
    shown.plain(" ".repeat(indent(entry)));
    if (entry.named()) {
      name(entry, window, shown);
    }
    value(row, entry, folded, window, shown);
    if (comma(row, entry, folded)) {
      shown.add(",", Style.PUNCTUATION);
    }
    return shown.build();
  }

  private static String problem(Entry entry) {
    String fault = JsonFault.of(entry.order()).title();
    return TEXT.get("problem", Amounts.count(entry.offset() + entry.lead()), fault);
  }

  private DocumentRow raw(long row, Entry entry, DocumentRow.Builder shown) throws IOException {
    byte[] line = withoutLineEnd(rawBytes(row, entry));
    return shown.bytes(entry.offset(), line.length, ShownText.of(line, charset)).build();
  }

  private byte[] rawBytes(long row, Entry entry) throws IOException {
    long length = Math.min(nextOffset(row) - entry.offset(), RawLines.LONGEST + 1);
    return bytes().read(entry.offset(), (int) length);
  }

  private static byte[] withoutLineEnd(byte[] line) {
    int end = line.length;
    if (end > 0 && line[end - 1] == '\n') {
      end -= end > 1 && line[end - 2] == '\r' ? 2 : 1;
    }
    return Arrays.copyOf(line, end);
  }

  private void name(Entry entry, ByteWindow window, DocumentRow.Builder shown) throws IOException {
    long from = entry.offset();
    long most = from + NAME_SHOWN;
    long end = JsonTokens.stringEnd(window, from, Math.min(most + 1, from + entry.lead()));
    add(window, from, end > most ? beginOfCharacter(window, most) : end, Style.KEY, shown);
    if (end > most) {
      shown.add("…", Style.DIM);
    }
    shown.add(":", Style.PUNCTUATION).plain(" ");
  }

  private void add(ByteWindow window, long from, long to, Style style, DocumentRow.Builder shown)
      throws IOException {
    byte[] some = window.copy(from, (int) (to - from));
    Shown text = ShownText.of(some, charset);
    shown.bytes(from, some.length, text, style);
  }

  private void value(
      long row, Entry entry, boolean folded, ByteWindow window, DocumentRow.Builder shown)
      throws IOException {
    long from = entry.offset() + entry.lead();
    switch (entry.kind()) {
      case OBJECT, ARRAY -> bracket(row, entry, folded, shown);
      case STRING -> {
        long end = JsonTokens.stringEnd(window, from, from + VALUE_SHOWN + 1);
        cuttable(row, from, end, Style.STRING, window, shown);
      }
      case NUMBER -> {
        long end = JsonTokens.wordEnd(window, from, from + VALUE_SHOWN + 1);
        cuttable(row, from, end, Style.NUMBER, window, shown);
      }
      default ->
          add(window, from, JsonTokens.wordEnd(window, from, from + 5), Style.LITERAL, shown);
    }
  }

  private void cuttable(
      long row, long from, long end, Style style, ByteWindow window, DocumentRow.Builder shown)
      throws IOException {
    boolean cut = end > from + VALUE_SHOWN;
    long to = cut ? beginOfCharacter(window, from + VALUE_SHOWN) : end;
    add(window, from, to, style, shown);
    if (cut) {
      shown.add(TEXT.get("cut", Amounts.bytes(nextOffset(row) - from)), Style.DIM);
    }
  }

  private static long beginOfCharacter(ByteWindow window, long at) throws IOException {
    long to = at;
    while (to > at - 3 && (window.get(to) & 0xc0) == 0x80) {
      to--;
    }
    return to;
  }

  private void bracket(long row, Entry entry, boolean folded, DocumentRow.Builder shown)
      throws IOException {
    boolean object = entry.kind() == Kind.OBJECT;
    String open = object ? "{" : "[";
    String close = object ? "}" : "]";
    switch (entry.shape()) {
      case LEAF -> shown.add(open + close, Style.PUNCTUATION);
      case CLOSE -> shown.add(close, Style.PUNCTUATION);
      case OPEN -> {
        shown.add(open, Style.PUNCTUATION).fold(folded ? Fold.FOLDED : Fold.OPEN);
        if (folded) {
          shown.add(" " + children(row, entry) + " ", Style.DIM).add(close, Style.PUNCTUATION);
        }
      }
    }
  }

  private String children(long row, Entry open) throws IOException {
    Entry last = outline().get(outline().end(row));
    if (!Outline.closes(last, open)) {
      return "…";
    }
    boolean object = open.kind() == Kind.OBJECT;
    return TEXT.get(object ? "keys" : "items", last.order());
  }

  /** A value as a cell of a table shows it: no quotes, no escapes but for what cannot be shown. */
  String cell(long row, Entry entry) throws IOException {
    DocumentRow.Builder shown = new DocumentRow.Builder(entry.offset());
    ByteWindow window = new ByteWindow(bytes(), WINDOW);
    value(row, entry, entry.shape() == Shape.OPEN, window, shown);
    String text = shown.build().text();
    if (entry.kind() != Kind.STRING) {
      return text;
    }
    int end = text.endsWith("\"") ? text.length() - 1 : text.length();
    return Escapes.display(JsonTokens.unescape(text.substring(1, end)));
  }

  /** Whether a comma comes behind the row: one more value in the same container follows. */
  private boolean comma(long row, Entry entry, boolean folded) throws IOException {
    boolean ends = entry.shape() != Shape.OPEN || folded;
    if (!ends || entry.depth() == 0) {
      return false;
    }
    long next = (folded ? outline().end(row) : row) + 1;
    return next < outline().size() && isSibling(outline().get(next), entry);
  }

  private static boolean isSibling(Entry next, Entry entry) {
    return next.depth() == entry.depth() && next.shape() != Shape.CLOSE;
  }

  /** Where the value of a row ends that is no container. */
  private long valueEnd(Entry entry, ByteWindow window) throws IOException {
    long from = entry.offset() + entry.lead();
    return entry.kind() == Kind.STRING
        ? JsonTokens.stringEnd(window, from, bytes().size())
        : JsonTokens.wordEnd(window, from, bytes().size());
  }

  @Override
  void writeRows(long from, long to, OutputStream out) throws IOException {
    ByteWindow window = new ByteWindow(bytes(), LARGE_WINDOW);
    for (long row = from; row < to; row += Outline.BLOCK) {
      int count = (int) Math.min(Outline.BLOCK, to - row);
      // One more, to know whether a comma comes behind the last.
      Outline.Block block = outline().read(row, count + 1);
      for (int i = 0; i < Math.min(count, block.count()); i++) {
        Entry entry = block.entry(i);
        boolean more = i + 1 < block.count() && entry.depth() > 0;
        boolean comma = more && entry.shape() != Shape.OPEN && isSibling(block.entry(i + 1), entry);
        writeRow(row + i, entry, comma, window, out);
      }
    }
  }

  private void writeRow(long row, Entry entry, boolean comma, ByteWindow window, OutputStream out)
      throws IOException {
    if (entry.kind() == Kind.PROBLEM) {
      return;
    }
    if (entry.kind() == Kind.RAW) {
      out.write(rawBytes(row, entry));
      return;
    }
    out.write(" ".repeat(indent(entry)).getBytes(US_ASCII));
    long from = entry.offset() + entry.lead();
    if (entry.named()) {
      window.write(entry.offset(), JsonTokens.stringEnd(window, entry.offset(), from), out);
      out.write(": ".getBytes(US_ASCII));
    }
    switch (entry.kind()) {
      case OBJECT, ARRAY -> {
        window.write(from, from + 1, out);
        if (entry.shape() == Shape.LEAF) {
          out.write(entry.kind() == Kind.OBJECT ? '}' : ']');
        }
      }
      default -> window.write(from, valueEnd(entry, window), out);
    }
    out.write((comma ? ",\n" : "\n").getBytes(US_ASCII));
  }

  /**
   * Writes the value of a row on the screen exactly as the document has it; for a container all of
   * it, also from the row that closes it.
   */
  public void writeValue(long index, OutputStream out) throws IOException {
    long at = folding().row(index);
    if (at >= rows()) {
      return;
    }
    long row = outline().opening(at);
    Entry entry = outline().get(row);
    ByteWindow window = new ByteWindow(bytes(), LARGE_WINDOW);
    window.write(entry.offset() + entry.lead(), end(row, entry, window), out);
  }

  private long end(long row, Entry entry, ByteWindow window) throws IOException {
    return switch (entry.kind()) {
      case STRING, NUMBER, LITERAL -> valueEnd(entry, window);
      case OBJECT, ARRAY -> {
        if (entry.shape() == Shape.LEAF) {
          yield JsonTokens.emptyEnd(window, entry.offset() + entry.lead());
        }
        Entry last = outline().get(outline().end(row));
        yield Outline.closes(last, entry) ? last.offset() + 1 : nextOffset(outline().end(row));
      }
      default -> nextOffset(row);
    };
  }

  /** Where a row on the screen is in its text. */
  public JsonPlace place(long index) throws IOException {
    long row = folding().row(index);
    return row < rows() ? JsonPlace.of(this, outline().opening(row)) : JsonPlace.ROOT;
  }
}
