package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Reads one frame; null at the end of the input.
   *
   * @throws HttpException when it is longer than it may be
   */
  static @Nullable Http2Frame read(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    if (head.length == 0) {
      return null;
    }
    if (head.length < HEAD) {
      throw new EOFException();
    }
    if (new String(head, US_ASCII).startsWith("HTTP/1.")) {
      throw HttpException.noHttp2("HTTP/1.1");
    }
    int length = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | (head[2] & 0xff);
    if (length > LARGEST) {
      throw HttpException.http2("FRAME_SIZE_ERROR", "a frame of " + length + " bytes");
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException();
    }
    return new Http2Frame(head[3] & 0xff, head[4] & 0xff, int31(head, 5), payload);
  }

  /** The number at {@code at}, without its highest bit. */
  static int int31(byte[] bytes, int at) {
    return (bytes[at] & 0x7f) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
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
    byte[] all = new byte[HEAD + payload.length];
    all[0] = (byte) (payload.length >>> 16);
    all[1] = (byte) (payload.length >>> 8);
    all[2] = (byte) payload.length;
    all[3] = (byte) type;
    all[4] = (byte) flags;
    System.arraycopy(bytes(stream), 0, all, 5, 4);
    System.arraycopy(payload, 0, all, HEAD, payload.length);
    return all;
  }

  /**
   * The payload without padding and priority (RFC 9113 sections 6.1 and 6.2).
   *
   * @throws HttpException when there is more padding than payload
   */
  byte[] content() throws HttpException {
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
   * @throws HttpException when it has another
   */
  void require(int length) throws HttpException {
    if (payload.length != length) {
      throw malformed();
    }
  }

  private HttpException malformed() {
    return HttpException.http2("PROTOCOL_ERROR", "a broken frame: " + this);
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
