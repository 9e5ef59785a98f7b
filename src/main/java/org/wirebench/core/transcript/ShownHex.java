package org.wirebench.core.transcript;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Shows bytes as hex digits, after their place and, if wanted, before the same as ASCII. */
public final class ShownHex {
  private static final HexFormat HEX = HexFormat.of();
  private static final int SHORT_PLACE = 6;
  private static final int LONG_PLACE = 8;
  private static final int GAP_AFTER = 8;

  private ShownHex() {}

  /**
   * Shows a row of a dump.
   *
   * @param place the number in front
   * @param bytes at most {@value HexRows#WIDTH}
   * @param text whether the same is shown as ASCII behind
   */
  public static Shown of(long place, byte[] bytes, boolean text) {
    StringBuilder row = new StringBuilder(96);
    List<Shown.Part> dim = new ArrayList<>();
    row.append(HEX.toHexDigits(place, place >>> 24 == 0 ? SHORT_PLACE : LONG_PLACE));
    dim.add(new Shown.Part(0, row.length()));
    row.append("  ");
    List<Shown.Column> columns = new ArrayList<>();
    columns.add(digits(row, bytes));
    if (text) {
      columns.add(ascii(row, bytes, dim));
    }
    return new Shown(row.toString().stripTrailing(), dim, columns);
  }

  private static Shown.Column digits(StringBuilder row, byte[] bytes) {
    Shown.Column column = new Shown.Column(bytes.length);
    for (int i = 0; i < HexRows.WIDTH; i++) {
      if (i < bytes.length) {
        column.put(i, row.length(), row.length() + 2);
        HEX.toHexDigits(row, bytes[i]);
        row.append(' ');
      } else {
        row.append("   ");
      }
      row.append(i == GAP_AFTER - 1 ? " " : "");
    }
    return column;
  }

  private static Shown.Column ascii(StringBuilder row, byte[] bytes, List<Shown.Part> dim) {
    Shown.Column column = new Shown.Column(bytes.length);
    row.append(' ');
    for (int i = 0; i < bytes.length; i++) {
      boolean plain = bytes[i] >= ' ' && bytes[i] < 0x7f;
      column.put(i, row.length(), row.length() + 1);
      if (!plain) {
        dim.add(new Shown.Part(row.length(), row.length() + 1));
      }
      row.append(plain ? (char) bytes[i] : '.');
    }
    return column;
  }
}
