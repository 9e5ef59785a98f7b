package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;

/** An address that sent datagrams to a server. */
final class PacketClient implements PlayedClient, Responder.Voice {
  private final int number;
  private final InetSocketAddress address;
  private final PacketServer server;
  private final Transcript transcript;
  private final Recorder recorder;
  private final Responder responder;
  private final Instant since;
  private volatile boolean gone;

  PacketClient(
      int number,
      InetSocketAddress address,
      PacketServer server,
      Transcript own,
      Responder responder) {
    this.number = number;
    this.address = address;
    this.server = server;
    this.transcript = own;
    this.responder = responder;
    this.recorder = Recorder.into(own).and(Recorder.into(server.transcript(), number));
    this.since = server.context().clock().now();
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  /** Takes in one datagram, and lets the responder answer. */
  void heard(byte[] bytes, int length) throws InterruptedException {
    if (responder.keepsInput()) {
      recorder.add(Direction.IN, bytes, 0, length);
    } else {
      recorder.count(Direction.IN, length);
    }
    try {
      responder.received(bytes, length, this);
    } catch (IOException failed) {
      recorder.failure(NetFailure.of(failed).title());
    }
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException {
    recorder.keep(Direction.OUT, bytes, offset, length);
    server.link().send(bytes, offset, length, address);
    recorder.count(Direction.OUT, length);
  }

  @Override
  public boolean offer(byte[] bytes) {
    if (gone) {
      return false;
    }
    try {
      send(bytes, 0, bytes.length);
      return true;
    } catch (IOException failed) {
      recorder.failure(NetFailure.of(failed).title());
      return false;
    }
  }

  /** On a thread of the server: an interrupt of the job would close the socket of all clients. */
  @Override
  public void sendFile(Path file, JobContext job) throws Exception {
    FileSending sending = new FileSending(file, this, recorder, job);
    boolean _ =
        server
            .context()
            .fork(
                "file to client " + number,
                own -> {
                  sending.send();
                  return true;
                })
            .join();
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public InetSocketAddress remote() {
    return address;
  }

  @Override
  public Instant since() {
    return since;
  }

  @Override
  public Transcript transcript() {
    return transcript;
  }

  @Override
  public boolean isConnected() {
    return !gone;
  }

  @Override
  public Optional<NetFailure> broken() {
    return Optional.empty();
  }

  @Override
  public List<Phases.Timed> steps() {
    return List.of();
  }

  @Override
  public Optional<TlsInfo> tls() {
    return Optional.empty();
  }

  @Override
  public void disconnect() {
    gone = true;
    server.forget(this);
  }

  @Override
  public void close() {
    // Datagrams have no conversation that could end.
  }

  @Override
  public void goodbye() {
    disconnect();
  }

  @Override
  public boolean isParting() {
    return gone;
  }

  @Override
  public void awaitGone() {
    // Datagrams are on their way as soon as they are sent.
  }

  @Override
  public void reset() {
    disconnect();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    server.context().pause(time);
  }

  @Override
  public void beside(Responder.Aside work) throws InterruptedException {
    server.beside(
        () -> {
          try {
            work.run();
          } catch (IOException failed) {
            recorder.failure(NetFailure.of(failed).title());
          }
        });
  }

  @Override
  public boolean isDatagram() {
    return true;
  }
}
