package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Blocker;
import org.wirebench.tool.http.request.HeaderLine;

/**
 * The connection beneath a call, for answers that HTTP does not allow. Only HTTP/1 can be broken
 * like that: of HTTP/2 one stream is reset, and the connection stays as it is.
 */
final class RawAnswer {
  private final EndPoint endPoint;

  /**
   * Takes the connection of a call, whose body is read first: closing a connection with unread
   * bytes would reset it (RFC 9112 section 9.6).
   *
   * @throws BrokenOffException when the call is one of HTTP/2; its stream was reset
   */
  RawAnswer(Call call) throws IOException {
    call.drain();
    if (call.isHttp2()) {
      resetStream(call);
      throw new BrokenOffException();
    }
    endPoint = call.request().getConnectionMetaData().getConnection().getEndPoint();
  }

  /** Resets the stream of a call of HTTP/2 (RFC 9113 section 6.4), with INTERNAL_ERROR. */
  static void resetStream(Call call) {
    List<HttpStream> streams = new ArrayList<>();
    call.request()
        .addHttpStreamWrapper(
            own -> {
              streams.add(own);
              return own;
            });
    streams.getFirst().failed(new BrokenOffException());
  }

  /** Sends a text, each character as one byte. */
  RawAnswer write(String text) throws IOException {
    try (Blocker.Callback written = Blocker.callback()) {
      endPoint.write(written, ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
      written.block();
    }
    return this;
  }

  /** Sends a status line and header fields, with the line break after them. */
  RawAnswer head(int status, List<HeaderLine> headers) throws IOException {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 " + status + " " + HttpStatus.getMessage(status) + "\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    return write(head + "\r\n");
  }

  /** Closes the connection (FIN). */
  BrokenOffException end() {
    endPoint.close();
    return new BrokenOffException();
  }

  /** Resets the connection (RST). */
  BrokenOffException reset() throws IOException {
    EndPoint below = endPoint;
    while (below instanceof EndPoint.Wrapper wrapper) {
      below = wrapper.unwrap();
    }
    if (below instanceof SocketChannelEndPoint channel) {
      // RFC 9293 section 3.10.4: closing that does not linger at all is an abort.
      channel.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.close();
    }
    endPoint.close();
    return new BrokenOffException();
  }
}
