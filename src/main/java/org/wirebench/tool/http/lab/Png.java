package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A small picture, in the PNG format (RFC 2083). */
final class Png {
  private static final int SIZE = 128;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Png() {}

  /** Rings of colour, 128 by 128. */
  static byte[] picture() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    // 8 bits for each of red, green and blue, not interlaced.
    byte[] head =
        ByteBuffer.allocate(13).putInt(SIZE).putInt(SIZE).put(new byte[] {8, 2, 0, 0, 0}).array();
    chunk("IHDR", head, out);
    chunk("IDAT", deflated(rows()), out);
    chunk("IEND", new byte[0], out);
    return out.toByteArray();
  }

  private static byte[] rows() {
    ByteBuffer rows = ByteBuffer.allocate(SIZE * (1 + 3 * SIZE));
    for (int y = 0; y < SIZE; y++) {
      rows.put((byte) 0);
      for (int x = 0; x < SIZE; x++) {
        double ring = Math.sin(Math.hypot(x - SIZE / 2.0, y - SIZE / 2.0) / 5);
        rows.put((byte) (2 * x)).put((byte) (127 + 120 * ring)).put((byte) (2 * y));
      }
    }
    return rows.array();
  }

  private static byte[] deflated(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] packed = new byte[bytes.length + 1024];
      int length = deflater.deflate(packed);
      return ByteBuffer.allocate(length).put(packed, 0, length).array();
    }
  }

  private static void chunk(String type, byte[] data, ByteArrayOutputStream out) {
    byte[] name = type.getBytes(US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
