package org.wirebench.tool.http.service;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http2.ErrorCode;

/**
 * A frame of HTTP/2 (RFC 9113 section 4.1).
 *
 * @param stream 0 for the whole connection
 */
@SuppressWarnings("ArrayRecordComponent") // made for one use, never compared
record Http2Frame(int type, int flags, int stream, byte[] payload) {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int ACK = 0x1;
  static final int END_STREAM = 0x1;
  static final int END_HEADERS = 0x4;
  static final int PADDED = 0x8;
  static final int PRIORITY = 0x20;

  /** How long a head is that stands before each payload. */
  static final int HEAD = 9;

  /** How long a payload may be that we take (RFC 9113 section 4.2). */
  static final int LARGEST = 16384;

  private static final List<String> NAMES =
      List.of(
          "DATA",
          "HEADERS",
          "PRIORITY",
          "RST_STREAM",
          "SETTINGS",
          "PUSH_PROMISE",
          "PING",
          "GOAWAY",
          "WINDOW_UPDATE",
          "CONTINUATION");

  /** The number of three bytes at {@code at}. */
  static int int24(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
  }

  /** The number at {@code at}, without its highest bit. */
  static int int31(byte[] bytes, int at) {
    return int32(bytes, at) & 0x7fffffff;
  }

  /** The number at {@code at}, which is to be read without a sign. */
  static int int32(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24 | int24(bytes, at + 1);
  }

  /** {@code number} as four bytes. */
  static byte[] bytes(int number) {
    return new byte[] {
      (byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number
    };
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** All bytes of the frame. */
  byte[] bytes() {
    return bytes(type, flags, stream, payload, 0, payload.length);
  }

  /** All bytes of a frame whose payload is a part of {@code bytes}. */
  static byte[] bytes(int type, int flags, int stream, byte[] bytes, int offset, int length) {
    byte[] all = new byte[HEAD + length];
    all[0] = (byte) (length >>> 16);
    all[1] = (byte) (length >>> 8);
    all[2] = (byte) length;
    all[3] = (byte) type;
    all[4] = (byte) flags;
    System.arraycopy(bytes(stream), 0, all, 5, 4);
    System.arraycopy(bytes, offset, all, HEAD, length);
    return all;
  }

  /**
   * The payload without padding and priority (RFC 9113 sections 6.1 and 6.2).
   *
   * @throws Http2Exception when there is more padding than payload
   */
  byte[] content() throws Http2Exception {
    int from = 0;
    int to = payload.length;
    if (has(PADDED)) {
      if (to == 0) {
        throw malformed();
      }
      to -= payload[0] & 0xff;
      from = 1;
    }
    if (type == HEADERS && has(PRIORITY)) {
      from += 5;
    }
    if (from > to) {
      throw malformed();
    }
    return from == 0 && to == payload.length ? payload : Arrays.copyOfRange(payload, from, to);
  }

  /**
   * Checks the length of a payload that has always the same.
   *
   * @throws Http2Exception when it has another
   */
  void require(int length) throws Http2Exception {
    if (payload.length != length) {
      throw Http2Exception.of(ErrorCode.FRAME_SIZE_ERROR, toString());
    }
  }

  /**
   * Checks that it is of the whole connection, or else of a stream, as its type has to be.
   *
   * @throws Http2Exception when it is not
   */
  void requireStream(boolean wanted) throws Http2Exception {
    if (stream == 0 == wanted) {
      throw malformed();
    }
  }

  private Http2Exception malformed() {
    return Http2Exception.of(ErrorCode.PROTOCOL_ERROR, toString());
  }

  /** What it is called. */
  String name() {
    return type < NAMES.size() ? NAMES.get(type) : "type " + type;
  }

  @Override
  public String toString() {
    String where = stream == 0 ? "" : ", stream " + stream;
    return name() + where + ", " + payload.length + " bytes";
  }
}
