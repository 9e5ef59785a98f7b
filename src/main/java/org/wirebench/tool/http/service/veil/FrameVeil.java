package org.wirebench.tool.http.service.veil;

import java.util.Arrays;

/** One direction of HTTP/2: frames, in whatever pieces they come (RFC 9113 section 4.1). */
final class FrameVeil {
  private static final int HEAD = 9;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int PUSH_PROMISE = 5;
  private static final int CONTINUATION = 9;
  private static final int PADDED = 0x8;
  private static final int PRIORITY = 0x20;

  private final HpackVeil heads = new HpackVeil();
  private final byte[] head = new byte[HEAD];
  private Secrecy secrecy = Secrecy.USUAL;

  /** What was secret in any exchange before. */
  private Secrecy earlier = Secrecy.USUAL;

  private int stream;

  /** Bytes that are of no frame. */
  private int before;

  private int headLength;

  /** What is left of the payload. */
  private int left;

  /** What is left of it that precedes the block of a head. */
  private int prefix;

  /** What of its end is padding. */
  private int padding;

  private boolean paddingUnknown;

  /**
   * @param before how many bytes come before the first frame
   */
  FrameVeil(int before) {
    this.before = before;
  }

  void begin(Secrecy now, int from) {
    earlier = earlier.and(secrecy);
    secrecy = now;
    stream = from;
    heads.begin();
  }

  void cover(byte[] bytes) {
    int at = Math.min(before, bytes.length);
    before -= at;
    while (at < bytes.length) {
      at = left == 0 ? frame(bytes, at) : payload(bytes, at);
    }
  }

  private int type() {
    return head[3];
  }

  private boolean has(int flag) {
    return (head[4] & flag) != 0;
  }

  /** Whether the frame is of an exchange that is over, as far as we are concerned. */
  private boolean isLate() {
    int of =
        (head[5] & 0x7f) << 24 | (head[6] & 0xff) << 16 | (head[7] & 0xff) << 8 | (head[8] & 0xff);
    return of < stream;
  }

  /** Nobody remembers the status of an answer that comes late. */
  private boolean hidesBody() {
    return isLate() ? earlier.bodies() : secrecy.bodies() && heads.status() < 400;
  }

  /** A piece of the head of a frame. */
  private int frame(byte[] bytes, int at) {
    int part = Math.min(HEAD - headLength, bytes.length - at);
    System.arraycopy(bytes, at, head, headLength, part);
    headLength += part;
    if (headLength == HEAD) {
      headLength = 0;
      left = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | (head[2] & 0xff);
      boolean headers = type() == HEADERS;
      paddingUnknown = headers && has(PADDED);
      prefix = headers && has(PRIORITY) ? 5 : 0;
      padding = 0;
    }
    return at + part;
  }

  private int payload(byte[] bytes, int at) {
    int part = Math.min(left, bytes.length - at);
    switch (type()) {
      case DATA -> {
        if (hidesBody()) {
          Arrays.fill(bytes, at, at + part, (byte) '*');
        }
      }
      case HEADERS, CONTINUATION -> part = block(bytes, at, part);
      case PUSH_PROMISE -> Arrays.fill(bytes, at, at + part, (byte) '*');
      default -> {
        // The others hold no secrets.
      }
    }
    left -= part;
    return at + part;
  }

  /** Covers a piece of the block of a head, or what stands before and after it. */
  private int block(byte[] bytes, int at, int most) {
    if (paddingUnknown) {
      paddingUnknown = false;
      padding = bytes[at] & 0xff;
      return 1;
    }
    if (prefix > 0) {
      int part = Math.min(prefix, most);
      prefix -= part;
      return part;
    }
    int part = Math.min(most, left - padding);
    if (part <= 0) {
      return most;
    }
    heads.cover(bytes, at, at + part, isLate() ? earlier : secrecy, !isLate());
    return part;
  }
}
