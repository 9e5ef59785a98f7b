package org.wirebench.terminal.emoji;

import static org.wirebench.terminal.emoji.SfntFont.u16;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The pictures of a font's glyphs, in PNG (OpenType 1.9, "CBLC" and "CBDT"). */
final class ColorBitmaps {
  private static final int SIZES_AT = 8;
  private static final int SUBTABLE = 8;

  /** Small metrics, big metrics, or those of CBLC stand before the picture. */
  private static final int WITH_SMALL = 17;

  private static final int WITH_BIG = 18;
  private static final int WITHOUT = 19;

  private final ByteBuffer places;
  private final ByteBuffer pictures;

  ColorBitmaps(ByteBuffer cblc, ByteBuffer cbdt) {
    places = cblc;
    pictures = cbdt;
  }

  /** The picture of a glyph at the first size there is. */
  Optional<byte[]> png(int glyph) {
    if (places.getInt(4) == 0) {
      return Optional.empty();
    }
    int array = places.getInt(SIZES_AT);
    int count = places.getInt(SIZES_AT + 8);
    for (int i = 0; i < count; i++) {
      int at = array + i * SUBTABLE;
      int first = u16(places, at);
      if (first <= glyph && glyph <= u16(places, at + 2)) {
        return in(array + places.getInt(at + 4), glyph - first);
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> in(int subtable, int index) {
    int data = places.getInt(subtable + 4);
    int imageFormat = u16(places, subtable + 2);
    return switch (u16(places, subtable)) {
      case 1 -> {
        int at = subtable + SUBTABLE + 4 * index;
        yield picture(imageFormat, data + places.getInt(at), data + places.getInt(at + 4));
      }
      case 3 -> {
        int at = subtable + SUBTABLE + 2 * index;
        yield picture(imageFormat, data + u16(places, at), data + u16(places, at + 2));
      }
      default -> Optional.empty();
    };
  }

  private Optional<byte[]> picture(int format, int from, int to) {
    int metrics =
        switch (format) {
          case WITH_SMALL -> 5;
          case WITH_BIG -> 8;
          case WITHOUT -> 0;
          default -> -1;
        };
    if (metrics < 0 || to <= from) {
      return Optional.empty();
    }
    byte[] png = new byte[Math.min(pictures.getInt(from + metrics), to - from)];
    pictures.get(from + metrics + 4, png);
    return Optional.of(png);
  }
}
