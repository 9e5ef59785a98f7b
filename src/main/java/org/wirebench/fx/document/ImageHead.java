package org.wirebench.fx.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.wirebench.core.bytes.ByteStore;

/**
 * What a picture says about itself before it is unpacked: a small file may unpack to more than any
 * memory has.
 *
 * @param format as people call it: "PNG"
 * @param width in pixels, as claimed
 * @param height in pixels, as claimed
 * @param frames how many pictures it is made of, at least 1
 */
record ImageHead(String format, long width, long height, long frames) {
  private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int[] JPEG = {0xff, 0xd8, 0xff};
  private static final int[] GIF = {'G', 'I', 'F', '8'};
  private static final int[] BMP = {'B', 'M'};

  private static final int GIF_IMAGE = 0x2c;
  private static final int GIF_EXTENSION = 0x21;
  private static final int GIF_COLORS = 0x80;
  private static final int BMP_LEAST = 26;
  private static final int BMP_OLD = 12;

  /** How many pixels all frames have together; not exact where those are beyond counting. */
  double pixels() {
    return (double) width * height * frames;
  }

  /** Whether it begins as a picture that can be shown does. */
  static boolean isImage(byte[] head) {
    return begins(head, PNG) || begins(head, JPEG) || begins(head, GIF) || isBitmap(head);
  }

  /** Many texts begin with these two letters: the reserved fields say whether it is one. */
  private static boolean isBitmap(byte[] head) {
    return begins(head, BMP)
        && head.length >= BMP_LEAST
        && Arrays.equals(head, 6, 10, new byte[4], 0, 4);
  }

  private static boolean begins(byte[] head, int[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads it; goes through a GIF to count its frames.
   *
   * @throws EOFException when the picture ends before it said that
   */
  static ImageHead read(ByteStore bytes) throws IOException {
    byte[] head = bytes.read(0, DocumentKind.HEAD);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(bytes.newInputStream(0, bytes.size())))) {
      if (begins(head, PNG)) {
        in.skipNBytes(16);
        return new ImageHead("PNG", in.readInt() & 0xffffffffL, in.readInt() & 0xffffffffL, 1);
      }
      if (begins(head, GIF)) {
        return gif(in);
      }
      return begins(head, JPEG) ? jpeg(in) : bmp(in);
    }
  }

  private static ImageHead bmp(DataInputStream in) throws IOException {
    in.skipNBytes(14);
    boolean old = Integer.reverseBytes(in.readInt()) == BMP_OLD;
    long width = old ? little(in) : Math.abs((long) Integer.reverseBytes(in.readInt()));
    long height = old ? little(in) : Math.abs((long) Integer.reverseBytes(in.readInt()));
    return new ImageHead("BMP", width, height, 1);
  }

  private static int little(DataInputStream in) throws IOException {
    return in.readUnsignedByte() | in.readUnsignedByte() << 8;
  }

  /** The first frame header of ISO/IEC 10918-1, B.2.2. */
  private static ImageHead jpeg(DataInputStream in) throws IOException {
    in.skipNBytes(2);
    while (true) {
      int marker = in.readUnsignedByte();
      while (marker != 0xff) {
        marker = in.readUnsignedByte();
      }
      while (marker == 0xff) {
        marker = in.readUnsignedByte();
      }
      boolean alone = marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
      if (alone) {
        continue;
      }
      int length = in.readUnsignedShort();
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        in.skipNBytes(1);
        long height = in.readUnsignedShort();
        return new ImageHead("JPEG", in.readUnsignedShort(), height, 1);
      }
      in.skipNBytes(Math.max(0, length - 2));
    }
  }

  /** Goes from block to block as in the specification of GIF 89a; no frame is unpacked. */
  private static ImageHead gif(DataInputStream in) throws IOException {
    in.skipNBytes(6);
    long width = little(in);
    long height = little(in);
    skipColors(in, in.readUnsignedByte(), 2);
    long frames = 0;
    int block = in.read();
    while (block == GIF_IMAGE || block == GIF_EXTENSION) {
      if (block == GIF_IMAGE) {
        frames++;
        in.skipNBytes(4);
        width = Math.max(width, little(in));
        height = Math.max(height, little(in));
        skipColors(in, in.readUnsignedByte(), 1);
      } else {
        in.skipNBytes(1);
      }
      skipParts(in);
      block = in.read();
    }
    return new ImageHead("GIF", width, height, Math.max(1, frames));
  }

  /** Skips the table of colours and what else stands behind the flags. */
  private static void skipColors(DataInputStream in, int flags, int more) throws IOException {
    long table = (flags & GIF_COLORS) == 0 ? 0 : 3L << ((flags & 7) + 1);
    in.skipNBytes(more + table);
  }

  private static void skipParts(InputStream in) throws IOException {
    for (int length = in.read(); length > 0; length = in.read()) {
      in.skipNBytes(length);
    }
  }
}
