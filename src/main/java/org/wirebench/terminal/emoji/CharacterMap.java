package org.wirebench.terminal.emoji;

import java.nio.ByteBuffer;

/** Which glyph a font has for a character (OpenType 1.9, "cmap", format 12). */
final class CharacterMap {
  private static final int FORMAT = 12;
  private static final int GROUP = 12;
  private static final int GROUPS_AT = 16;

  private final ByteBuffer groups;
  private final int count;

  CharacterMap(ByteBuffer cmap) {
    int table = find(cmap);
    count = table < 0 ? 0 : cmap.getInt(table + 12);
    groups = table < 0 ? cmap : cmap.slice(table + GROUPS_AT, Math.multiplyExact(count, GROUP));
  }

  private static int find(ByteBuffer cmap) {
    int tables = SfntFont.u16(cmap, 2);
    for (int i = 0; i < tables; i++) {
      int offset = cmap.getInt(4 + 8 * i + 4);
      if (SfntFont.u16(cmap, offset) == FORMAT) {
        return offset;
      }
    }
    return -1;
  }

  /** The glyph of a character, 0 for none. */
  int glyph(int codePoint) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int first = groups.getInt(middle * GROUP);
      if (codePoint < first) {
        high = middle - 1;
      } else if (codePoint > groups.getInt(middle * GROUP + 4)) {
        low = middle + 1;
      } else {
        return groups.getInt(middle * GROUP + 8) + codePoint - first;
      }
    }
    return 0;
  }
}
