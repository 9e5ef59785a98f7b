package org.wirebench.terminal.emoji;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tables of a font file (OpenType 1.9, "Font file"). Numbers are big-endian. */
final class SfntFont {
  private static final int HEADER = 12;
  private static final int ENTRY = 16;
  private static final int TAG = 4;

  private final Map<String, ByteBuffer> tables = new HashMap<>();

  /**
   * @throws IndexOutOfBoundsException when the file is cut off
   */
  SfntFont(ByteBuffer file) {
    int count = file.getShort(4) & 0xffff;
    for (int i = 0; i < count; i++) {
      int at = HEADER + i * ENTRY;
      byte[] tag = new byte[TAG];
      file.get(at, tag);
      ByteBuffer table = file.slice(file.getInt(at + 8), file.getInt(at + 12));
      tables.put(new String(tag, StandardCharsets.US_ASCII), table);
    }
  }

  /** A table by its tag: "cmap". */
  Optional<ByteBuffer> table(String tag) {
    return Optional.ofNullable(tables.get(tag)).map(ByteBuffer::duplicate);
  }

  static int u16(ByteBuffer table, int at) {
    return table.getShort(at) & 0xffff;
  }
}
