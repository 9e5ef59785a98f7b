package org.wirebench.tool.socket.service;

import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.transcript.Transcript;

/**
 * One client of a server. Every method may be called from any thread, and but for {@link #sendFile}
 * does not block.
 */
public interface ServedClient {
  /** Its number, from 1: the party of the transcript of all. */
  int number();

  /** Where it comes from. */
  SocketAddress remote();

  /** When it came. */
  Instant since();

  /** What was said with it. */
  Transcript transcript();

  /** Whether it is still there. */
  boolean isConnected();

  /** Why it left; empty while it is there and where it left in order. */
  Optional<NetFailure> broken();

  /** What took time until it could be talked with; none without TLS. */
  List<Phases.Timed> steps();

  /** What TLS agreed on; empty without TLS. */
  Optional<TlsInfo> tls();

  /**
   * Sends after everything that already waits.
   *
   * @return false when too much waits already, since the client does not read, or when it is gone
   */
  boolean offer(byte[] bytes);

  /**
   * Sends a file after everything that already waits, and returns when all of it is sent: only on
   * the thread of a job. Of datagrams a file is one.
   *
   * @param context the job that sends; cancelling it stops after the piece that is on its way
   * @throws java.io.IOException when the file cannot be read or the connection broke
   */
  void sendFile(Path file, JobContext context) throws Exception;

  /**
   * Closes its connection; forgets it, for datagrams. The connection may still be there for a
   * moment when this returns.
   */
  void disconnect();

  /** Breaks its connection; forgets it, for datagrams. */
  void reset();
}
