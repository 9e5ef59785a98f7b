package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
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
 * XML or HTML of any size, one row for each tag, and indented by them. Nothing is resolved or
 * expanded, and nothing is wrong: what is no markup is text.
 */
public final class XmlRows extends TreeRows {
  private static final Messages TEXT = Messages.of(XmlRows.class);
  private static final int LARGE_WINDOW = 64 * 1024;

  /** As much as a row of text has: its last character may go beyond the limit. */
  private static final int LONGEST = VALUE_SHOWN + 3;

  private final Charset charset;
  private final XmlScanner scanner;

  /**
   * @param bytes the document, in a charset as {@link DocumentText} gives it
   * @param html whether elements may end as they do in HTML, without a tag
   * @param stores where the index grows, by 16 bytes a row
   */
  public XmlRows(ByteStore bytes, Charset charset, boolean html, ByteStores stores) {
    super(bytes, stores);
    this.charset = charset;
    this.scanner = new XmlScanner(outline(), html);
  }

  @Override
  long take(byte[] some, int length, long at) throws IOException {
    return scanner.take(some, length, at);
  }

  @Override
  long end(long size) throws IOException {
    scanner.finish(size);
    return size;
  }

  @Override
  DocumentRow show(long row, Entry entry, boolean folded) throws IOException {
    DocumentRow.Builder shown = new DocumentRow.Builder(entry.offset());
    shown.continues(entry.kind() == Kind.TEXT && entry.named());
    shown.plain(" ".repeat(indent(entry)));
    boolean cut = entry.lead() > LONGEST;
    byte[] some = bytes().read(entry.offset(), (int) Math.min(entry.lead(), LONGEST));
    if (cut) {
      some = Arrays.copyOf(some, beginOfCharacter(some));
    }
    Shown text = ShownText.of(spaced(some), charset);
    XmlStyles.add(entry, some, text, shown);
    if (cut) {
      shown.add(TEXT.get("cut", Amounts.bytes(entry.lead())), Style.DIM);
    }
    if (entry.shape() == Shape.OPEN) {
      shown.fold(folded ? Fold.FOLDED : Fold.OPEN);
      if (folded) {
        shown.add(" … " + closing(row, entry), Style.DIM);
      }
    }
    return shown.build();
  }

  private static int beginOfCharacter(byte[] some) {
    int at = some.length - 1;
    while (at > some.length - 4 && (some[at] & 0xc0) == 0x80) {
      at--;
    }
    // A character of ASCII, or the first byte of another.
    return some[at] >= 0 ? at + 1 : at;
  }

  /** Line ends and tabs within a tag are as good as spaces. */
  private static byte[] spaced(byte[] some) {
    byte[] spaced = some.clone();
    for (int i = 0; i < spaced.length; i++) {
      if (spaced[i] == '\n' || spaced[i] == '\r' || spaced[i] == '\t') {
        spaced[i] = ' ';
      }
    }
    return spaced;
  }

  private String closing(long row, Entry open) throws IOException {
    Entry last = outline().get(outline().end(row));
    if (!Outline.closes(last, open)) {
      return "";
    }
    byte[] tag = bytes().read(last.offset(), (int) Math.min(last.lead(), VALUE_SHOWN));
    return ShownText.of(spaced(tag), charset).text();
  }

  @Override
  void writeRows(long from, long to, OutputStream out) throws IOException {
    ByteWindow window = new ByteWindow(bytes(), LARGE_WINDOW);
    for (long row = from; row < to; row += Outline.BLOCK) {
      Outline.Block block = outline().read(row, (int) Math.min(Outline.BLOCK, to - row));
      for (int i = 0; i < block.count(); i++) {
        Entry entry = block.entry(i);
        out.write(" ".repeat(indent(entry)).getBytes(US_ASCII));
        window.write(entry.offset(), entry.offset() + entry.lead(), out);
        out.write('\n');
      }
    }
  }

  /** Writes the element that a row on the screen begins or ends exactly as the document has it. */
  public void writeElement(long index, OutputStream out) throws IOException {
    long at = folding().row(index);
    if (at >= rows()) {
      return;
    }
    long row = outline().opening(at);
    Entry last = outline().get(outline().end(row));
    new ByteWindow(bytes(), LARGE_WINDOW)
        .write(outline().get(row).offset(), last.offset() + last.lead(), out);
  }
}
