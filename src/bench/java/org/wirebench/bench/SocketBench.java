package org.wirebench.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;
import org.wirebench.tool.socket.service.SocketHarness.Running;

/**
 * The socket console without its window: the rate of one stream against {@code nc > /dev/null}, a
 * server of a thousand clients against {@code socat}, and datagrams against what the kernel took.
 */
public final class SocketBench {
  private static final int ROUNDS = 3;
  private static final long STREAM = 3_000_000_000L;
  private static final int CLIENTS = 1000;
  private static final int MESSAGES = 10;
  private static final int PACKETS_PER_SECOND = 50_000;
  private static final int SECONDS = 10;

  private final SocketHarness harness;
  private final Path folder;

  private SocketBench(SocketHarness harness, Path folder) {
    this.harness = harness;
    this.folder = folder;
  }

  /** Takes no arguments; needs nc and socat. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("wirebench-bench");
    try (SocketHarness harness = new SocketHarness()) {
      Table.head();
      SocketBench bench = new SocketBench(harness, folder);
      bench.relay("from socat", SocketBench::socat);
      bench.relay("from nc", SocketBench::nc);
      bench.clients();
      bench.datagrams();
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** As fast as it goes: pieces of 256 KiB. */
  private static Peer socat(int port) throws IOException {
    Peer source =
        Peer.start(
            "socat",
            "-u",
            "-b",
            "262144",
            "OPEN:/dev/zero,readbytes=" + STREAM,
            "TCP-LISTEN:" + port + ",bind=127.0.0.1,reuseaddr");
    Peer.awaitListening(port);
    return source;
  }

  /** As people do it, with nc at both ends. */
  private static Peer nc(int port) throws IOException {
    Peer source =
        Peer.start("sh", "-c", "head -c " + STREAM + " /dev/zero | nc -N -l 127.0.0.1 " + port);
    Peer.awaitListening(port);
    return source;
  }

  /** Starts a peer that sends the stream to the one who connects to the port. */
  @FunctionalInterface
  private interface Source {
    Peer start(int port) throws IOException;
  }

  private void relay(String what, Source source) throws Exception {
    double ours = 0;
    double peer = 0;
    double file = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ours = Math.max(ours, STREAM / 1e6 / relayOurs(source));
      peer = Math.max(peer, STREAM / 1e6 / relayPeer(source, Path.of("/dev/null")));
      file = Math.max(file, STREAM / 1e6 / relayPeer(source, folder.resolve("nc.out")));
      Files.delete(folder.resolve("nc.out"));
    }
    Table.row("one TCP stream " + what + ", recorded, vs nc > /dev/null, MB/s", ours, peer);
    Table.row("  the same vs nc > file", ours, file);
  }

  private double relayOurs(Source source) throws Exception {
    int port = Peer.freePort();
    try (Peer _ = source.start(port)) {
      long start = System.nanoTime();
      Running<ClientSession> client =
          harness.talk(SocketHarness.client(Transport.TCP, "127.0.0.1", port, ""));
      Outcome<Boolean> outcome = client.job().await();
      double seconds = secondsSince(start);
      var transcript = client.session().transcript();
      check(outcome instanceof Outcome.Done, "the stream ended with " + outcome);
      check(transcript.total(Direction.IN) == STREAM, "bytes: " + transcript.total(Direction.IN));
      check(transcript.stopped() == null, "recording stopped: " + transcript.stopped());
      transcript.close();
      return seconds;
    }
  }

  private static double relayPeer(Source source, Path into) throws Exception {
    int port = Peer.freePort();
    try (Peer _ = source.start(port)) {
      long start = System.nanoTime();
      try (Peer nc = Peer.startInto(into, "nc", "-d", "127.0.0.1", Integer.toString(port))) {
        nc.await(60);
      }
      return secondsSince(start);
    }
  }

  private void clients() throws Exception {
    Running<ServerSession> server = harness.serve(Transport.TCP, new Behaviour.Echo());
    double ours = converse(((InetSocketAddress) server.session().address()).getPort());
    long echoed = (long) CLIENTS * MESSAGES * MESSAGE.length;
    check(
        server.session().transcript().total(Direction.IN) == echoed,
        "the server heard " + server.session().transcript().total(Direction.IN));
    server.job().cancel();
    int port = Peer.freePort();
    double peer;
    try (Peer _ =
        Peer.start(
            "socat",
            "TCP-LISTEN:" + port + ",bind=127.0.0.1,reuseaddr,backlog=1024,fork",
            "PIPE")) {
      Peer.awaitListening(port);
      peer = converse(port);
    }
    Table.row("1,000 clients, 10 echoes each, vs socat fork, s", ours, peer);
  }

  private static final byte[] MESSAGE = "one message of a client\n".getBytes(US_ASCII);

  /** Connects all clients, then has each send its messages, in rounds. */
  private static double converse(int port) throws IOException {
    long start = System.nanoTime();
    List<SocketChannel> channels = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      channels.add(
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }
    ByteBuffer reply = ByteBuffer.allocate(MESSAGE.length);
    for (int message = 0; message < MESSAGES; message++) {
      for (SocketChannel channel : channels) {
        int sent = channel.write(ByteBuffer.wrap(MESSAGE));
        check(sent == MESSAGE.length, "sent " + sent);
      }
      for (SocketChannel channel : channels) {
        reply.clear();
        while (reply.hasRemaining()) {
          check(channel.read(reply) > 0, "a client was not answered");
        }
      }
    }
    double seconds = secondsSince(start);
    for (SocketChannel channel : channels) {
      channel.close();
    }
    return seconds;
  }

  private void datagrams() throws Exception {
    Running<ServerSession> server = harness.serve(Transport.UDP, new Behaviour.Nothing());
    int port = ((InetSocketAddress) server.session().address()).getPort();
    long sent = sendPackets(port);
    long drops = server.session().kernelDrops().orElseThrow();
    long expected = (sent - drops) * 100;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (received(server) < expected && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    Table.row("datagrams of 100 bytes sent a second for 10 s", sent / (double) SECONDS);
    Table.row("  received and recorded, vs sent", received(server) / 100.0, (double) sent);
    Table.row("  dropped by the kernel, as shown", (double) drops);
    check(received(server) == expected, "lost beyond the kernel: " + (expected - received(server)));
    server.job().cancel();
  }

  private static long received(Running<ServerSession> server) {
    return server.session().transcript().total(Direction.IN);
  }

  private static long sendPackets(int port) throws IOException {
    byte[] packet = new byte[100];
    long sent = 0;
    try (DatagramSocket socket = new DatagramSocket()) {
      DatagramPacket out =
          new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port);
      long start = System.nanoTime();
      long total = (long) PACKETS_PER_SECOND * SECONDS;
      while (sent < total) {
        long due = (System.nanoTime() - start) * PACKETS_PER_SECOND / 1_000_000_000L;
        for (; sent < Math.min(due, total); sent++) {
          socket.send(out);
        }
        LockSupport.parkNanos(200_000);
      }
    }
    return sent;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
