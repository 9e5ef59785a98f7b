package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.transcript.Exchange;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;

/**
 * What a headless run of a socket request brought.
 *
 * @param transcript what was said
 * @param time how long it took, from the first look-up to the last step
 * @param phases the steps of connecting; empty for a server
 * @param tls what TLS agreed on
 * @param end how the other side ended; {@link PeerEnd#NONE} where it did not
 * @param clients how many clients came in all; 0 for a client
 * @param charset how bytes become characters
 */
public record SocketResult(
    Transcript transcript,
    Duration time,
    Optional<Phases> phases,
    Optional<TlsInfo> tls,
    PeerEnd end,
    long clients,
    Charset charset)
    implements AutoCloseable {
  /** How many bytes of a reply are looked at: 16 MiB. */
  public static final int REPLY_LIMIT = 16 << 20;

  /** The first {@link #REPLY_LIMIT} bytes that came. */
  public byte[] reply() {
    byte[] reply = new byte[(int) Math.min(REPLY_LIMIT, received())];
    int length = 0;
    try {
      for (long i = 0; i < transcript.count() && length < reply.length; i++) {
        Exchange exchange = transcript.exchange(i);
        if (exchange.direction() == Direction.IN) {
          byte[] bytes = transcript.payload(exchange);
          int take = Math.min(bytes.length, reply.length - length);
          System.arraycopy(bytes, 0, reply, length, take);
          length += take;
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Arrays.copyOf(reply, length);
  }

  /** How many bytes came. */
  public long received() {
    return transcript.total(Direction.IN);
  }

  /** How many bytes went. */
  public long sent() {
    return transcript.total(Direction.OUT);
  }

  /** How long a step of connecting took; empty where there was none. */
  public Optional<Duration> phase(Phase phase) {
    return phases.map(all -> all.of(phase)).filter(length -> !length.isZero());
  }

  /** Gives the disk space of the transcript back. */
  @Override
  public void close() throws IOException {
    transcript.close();
  }
}
