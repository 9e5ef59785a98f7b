package org.wirebench.terminal.emoji;

import static org.wirebench.terminal.emoji.SfntFont.u16;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The glyphs of a font that stand for several others (OpenType 1.9, "GSUB", lookups of type 4): a
 * family for its members, a flag for its letters.
 */
final class Ligatures {
  private static final int LIGATURE = 4;
  private static final int EXTENSION = 7;

  private final Map<List<Integer>, Integer> glyphs = new HashMap<>();

  Ligatures(ByteBuffer gsub) {
    int lookups = u16(gsub, 8);
    int count = u16(gsub, lookups);
    for (int i = 0; i < count; i++) {
      lookup(gsub, lookups + u16(gsub, lookups + 2 + 2 * i));
    }
  }

  private void lookup(ByteBuffer gsub, int at) {
    int type = u16(gsub, at);
    int subtables = u16(gsub, at + 4);
    for (int i = 0; i < subtables; i++) {
      int subtable = at + u16(gsub, at + 6 + 2 * i);
      if (type == LIGATURE) {
        ligatures(gsub, subtable);
      } else if (type == EXTENSION && u16(gsub, subtable + 2) == LIGATURE) {
        ligatures(gsub, subtable + gsub.getInt(subtable + 4));
      }
    }
  }

  private void ligatures(ByteBuffer gsub, int at) {
    List<Integer> firsts = covered(gsub, at + u16(gsub, at + 2));
    int sets = Math.min(u16(gsub, at + 4), firsts.size());
    for (int i = 0; i < sets; i++) {
      int set = at + u16(gsub, at + 6 + 2 * i);
      int count = u16(gsub, set);
      for (int j = 0; j < count; j++) {
        ligature(gsub, set + u16(gsub, set + 2 + 2 * j), firsts.get(i));
      }
    }
  }

  private void ligature(ByteBuffer gsub, int at, int first) {
    List<Integer> parts = new ArrayList<>(List.of(first));
    int count = u16(gsub, at + 2);
    for (int i = 0; i < count - 1; i++) {
      parts.add(u16(gsub, at + 4 + 2 * i));
    }
    glyphs.putIfAbsent(List.copyOf(parts), u16(gsub, at));
  }

  /** The glyphs of a coverage table, in order. */
  private static List<Integer> covered(ByteBuffer gsub, int at) {
    List<Integer> all = new ArrayList<>();
    int count = u16(gsub, at + 2);
    for (int i = 0; i < count; i++) {
      if (u16(gsub, at) == 1) {
        all.add(u16(gsub, at + 4 + 2 * i));
      } else {
        int range = at + 4 + 6 * i;
        for (int glyph = u16(gsub, range); glyph <= u16(gsub, range + 2); glyph++) {
          all.add(glyph);
        }
      }
    }
    return all;
  }

  /** The one glyph for all of these, 0 where the font has none. */
  int glyph(List<Integer> parts) {
    return glyphs.getOrDefault(parts, 0);
  }
}
