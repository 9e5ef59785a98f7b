package org.wirebench.tool.http.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The frames of one connection, as a server sees them. */
final class ServerFrames {
  private final RawServer.Line client;
  private final InputStream in;
  long window = 65_535;
  long streamWindow = 65_535;

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
    for (Http2Frame frame = next(); frame != null; frame = next()) {
      if (frame.type() == Http2Frame.HEADERS) {
        return frame.stream();
      }
    }
    return -1;
  }

  void say(int type, int flags, int stream, int... payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int one : payload) {
      bytes.write(one);
    }
    client.say(new Http2Frame(type, flags, stream, bytes.toByteArray()).bytes());
  }

  void drain() throws IOException {
    while (next() != null) {
      // What the client says does not matter.
    }
  }
}
