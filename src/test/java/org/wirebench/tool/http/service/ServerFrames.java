package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames of one connection, as a server sees them. */
final class ServerFrames {
  private final RawServer.Line client;
  private final InputStream in;
  long window = 65_535;
  long streamWindow = 65_535;
  private byte[] rest = {};

  ServerFrames(RawServer.Line client) throws IOException {
    this.client = client;
    this.in = client.socket().getInputStream();
    in.readNBytes(24);
    say(Http2Frame.SETTINGS, 0, 0);
  }

  /** One frame; null at the end. */
  static @Nullable Http2Frame read(InputStream in) throws IOException {
    byte[] head = in.readNBytes(Http2Frame.HEAD);
    if (head.length < Http2Frame.HEAD) {
      return null;
    }
    byte[] payload = in.readNBytes(Http2Frame.int24(head, 0));
    return new Http2Frame(head[3] & 0xff, head[4] & 0xff, Http2Frame.int31(head, 5), payload);
  }

  @Nullable Http2Frame next() throws IOException {
    Http2Frame frame = read(in);
    if (frame != null && frame.type() == Http2Frame.SETTINGS && !frame.has(Http2Frame.ACK)) {
      byte[] all = frame.payload();
      for (int at = 0; at < all.length; at += 6) {
        if (all[at + 1] == 4) {
          streamWindow = Http2Frame.int31(all, at + 2);
        }
      }
      say(Http2Frame.SETTINGS, Http2Frame.ACK, 0);
    }
    if (frame != null && frame.type() == Http2Frame.WINDOW_UPDATE) {
      int by = Http2Frame.int31(frame.payload(), 0);
      if (frame.stream() == 0) {
        window += by;
      } else {
        streamWindow += by;
      }
    }
    return frame;
  }

  /** Reads until the head of a request; -1 at the end. */
  int request() throws IOException {
    return request(new ArrayList<>());
  }

  /**
   * As {@link #request()}.
   *
   * @param resets is given the error codes of the streams that the client resets before
   */
  int request(List<Integer> resets) throws IOException {
    for (Http2Frame frame = next(); frame != null; frame = next()) {
      if (frame.type() == Http2Frame.HEADERS) {
        return frame.stream();
      }
      if (frame.type() == Http2Frame.RST_STREAM) {
        resets.add(Http2Frame.int32(frame.payload(), 0));
      }
    }
    return -1;
  }

  void say(int type, int flags, int stream, int... payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int one : payload) {
      bytes.write(one);
    }
    say(new Http2Frame(type, flags, stream, bytes.toByteArray()));
  }

  void say(Http2Frame frame) throws IOException {
    client.say(frame.bytes());
  }

  /** Begins an answer with one field, which is added to the table (RFC 7541 section 6.2.1). */
  void head(int stream, int status, String name, String value) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(new byte[] {(byte) status, 0x40});
    for (String text : List.of(name, value)) {
      block.write(text.length());
      block.writeBytes(text.getBytes(ISO_8859_1));
    }
    say(new Http2Frame(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, block.toByteArray()));
  }

  /** Sends the first half of a frame; {@link #sayRest} the other. */
  void sayHalf(Http2Frame frame) throws IOException {
    byte[] all = frame.bytes();
    client.say(Arrays.copyOf(all, all.length / 2));
    rest = Arrays.copyOfRange(all, all.length / 2, all.length);
  }

  void sayRest() throws IOException {
    client.say(rest);
    rest = new byte[0];
  }

  void drain() throws IOException {
    while (next() != null) {
      // What the client says does not matter.
    }
  }
}
