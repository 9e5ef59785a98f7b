package org.wirebench.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;

/** What Wireshark's own dissectors say about the exports. */
@Tag("interop")
class PcapngInteropTest {
  private static final String BAD =
      "_ws.malformed || _ws.expert.severity >= warning || tcp.analysis.flags"
          + " || ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0";

  @TempDir Path folder;
  private ByteStores stores;
  private WireLog log;
  private Path file;
  private final Random random = new Random(31);

  @BeforeEach
  void open() throws IOException {
    stores = new ByteStores(folder.resolve("stores"));
    log = new WireLog(WireLog.Limits.DEFAULT, stores, JobClock.system());
    file = folder.resolve("export.pcapng");
  }

  @AfterEach
  void close() {
    log.close();
    stores.close();
  }

  private WireTap tap(Carrier carrier, String local, String remote, boolean initiator) {
    return log.open("socket", "a label", carrier, address(local), address(remote), initiator);
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void send(WireTap tap, byte[] bytes) {
    tap.sent(bytes, 0, bytes.length);
  }

  private static void receive(WireTap tap, byte[] bytes) {
    tap.received(bytes, 0, bytes.length);
  }

  private void export() throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      Pcapng.write(log, WireFilter.ALL, out);
    }
  }

  private List<String> tshark(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-o",
                "ip.check_checksum:TRUE",
                "-o",
                "tcp.check_checksum:TRUE",
                "-o",
                "udp.check_checksum:TRUE"));
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return output.lines().toList();
  }

  private long count(String filter) throws IOException, InterruptedException {
    return tshark("-Y", filter).size();
  }

  private void assertNothingBad() throws IOException, InterruptedException {
    assertThat(tshark("-Y", BAD)).isEmpty();
  }

  /** The bytes of both directions of a stream: from its client, then from its server. */
  private List<byte[]> follow(String protocol, int stream)
      throws IOException, InterruptedException {
    ByteArrayOutputStream client = new ByteArrayOutputStream();
    ByteArrayOutputStream server = new ByteArrayOutputStream();
    for (String line : tshark("-q", "-z", "follow," + protocol + ",raw," + stream)) {
      if (line.matches("\t?[0-9a-f]+")) {
        byte[] bytes = HexFormat.of().parseHex(line.strip());
        (line.startsWith("\t") ? server : client).writeBytes(bytes);
      }
    }
    return List.of(client.toByteArray(), server.toByteArray());
  }

  @Test
  void streamsCanBeFollowedToTheByte() throws IOException, InterruptedException {
    byte[] up = random(1_500_000);
    byte[] down = random(700_001);
    WireTap four = tap(Carrier.TCP, "192.168.7.1:40000", "192.168.7.2:40001", true);
    WireTap six = tap(Carrier.TCP, "[2001:db8::1]:40001", "[2001:db8::2]:40002", false);
    for (int at = 0; at < up.length; at += 50_000) {
      four.sent(up, at, 50_000);
      six.received(up, at, 50_000);
      int part = Math.clamp(down.length - at, 0, 50_000);
      four.received(down, Math.min(at, down.length), part);
      six.sent(down, Math.min(at, down.length), part);
    }
    four.event("TLS 1.3");
    four.close();
    six.event(WireKind.FIN_RECEIVED, "closed by peer (FIN)");
    six.close();
    export();

    assertNothingBad();
    assertThat(follow("tcp", 0)).containsExactly(up, down);
    assertThat(follow("tcp", 1)).containsExactly(up, down);
    assertThat(count("tcp && tcp.checksum.status == 1")).isEqualTo(count("tcp")).isGreaterThan(90);
    assertThat(count("ip && ip.checksum.status == 1")).isEqualTo(count("ip"));
    assertThat(count("tcp.stream == 0 && tcp.flags.fin == 1")).isEqualTo(1);
    assertThat(count("tcp.stream == 1 && tcp.flags.fin == 1")).isEqualTo(2);
    assertThat(tshark("-T", "fields", "-e", "ipv6.src", "-Y", "tcp.stream == 1 && tcp.flags == 2"))
        .containsExactly("2001:db8::2");
    assertThat(
            tshark("-T", "fields", "-e", "frame.comment", "-Y", "tcp.stream == 0 && frame.comment"))
        .containsExactly("socket #1: a label", "TLS 1.3");
  }

  @Test
  void datagramsKeepTheirBounds() throws IOException, InterruptedException {
    WireTap four = tap(Carrier.UDP, "192.168.7.1:40000", "192.168.7.2:40001", true);
    WireTap six = tap(Carrier.UDP, "[::1]:40001", "[::1]:40002", true);
    byte[] largest = random(Packets.LARGEST_UDP_4);
    send(four, new byte[0]);
    send(four, largest);
    receive(four, new byte[] {1, 2, 3});
    send(six, largest);
    receive(six, new byte[] {4});
    six.event("a note with no packet after it");
    export();

    assertNothingBad();
    assertThat(tshark("-T", "fields", "-e", "udp.length", "-e", "udp.checksum.status"))
        .containsExactly("8\t1", "65515\t1", "11\t1", "65515\t1", "9\t1");
    assertThat(follow("udp", 0)).containsExactly(largest, new byte[] {1, 2, 3});
    assertThat(follow("udp", 1)).containsExactly(largest, new byte[] {4});
  }

  @Test
  void bothEndsOfOneConnectionAreTwoStreams() throws IOException, InterruptedException {
    WireTap client = tap(Carrier.TCP, "127.0.0.1:40000", "127.0.0.1:40001", true);
    WireTap server = tap(Carrier.TCP, "127.0.0.1:40001", "127.0.0.1:40000", false);
    byte[] request = random(100_000);
    byte[] reply = random(200_000);
    send(client, request);
    receive(server, Arrays.copyOf(request, 60_000));
    receive(server, Arrays.copyOfRange(request, 60_000, 100_000));
    send(server, reply);
    receive(client, reply);
    client.event(WireKind.FIN_SENT, "FIN sent");
    server.event(WireKind.FIN_RECEIVED, "FIN received");
    server.close();
    client.close();
    WireTap again = tap(Carrier.TCP, "127.0.0.1:40000", "127.0.0.1:40001", true);
    send(again, reply);
    again.event(WireKind.RESET_RECEIVED, "reset by peer");
    again.close();
    export();

    assertThat(tshark("-Y", "(" + BAD + ") && !tcp.flags.reset == 1 && !tcp.analysis.reused_ports"))
        .isEmpty();
    assertThat(follow("tcp", 0)).containsExactly(request, reply);
    assertThat(follow("tcp", 1)).containsExactly(request, reply);
    assertThat(follow("tcp", 2)).containsExactly(reply, new byte[0]);
    assertThat(
            tshark(
                "-Y",
                "tcp.flags.reset == 1",
                "-T",
                "fields",
                "-e",
                "tcp.srcport",
                "-e",
                "frame.comment"))
        .containsExactly("40001\treset by peer");
    assertThat(count("frame.comment contains \"stand-ins\"")).isEqualTo(1);
  }

  @Test
  void connectionsWithoutAddressesGetSome() throws IOException, InterruptedException {
    WireTap unix = log.open("socket", "/run/some.sock", Carrier.UNIX, null, null, true);
    WireTap unix2 = log.open("socket", "/run/some.sock", Carrier.UNIX, null, null, false);
    WireTap any = tap(Carrier.UDP, "0.0.0.0:40000", "127.0.0.1:40001", false);
    WireTap mixed = tap(Carrier.UDP, "[::]:40000", "10.0.0.1:40001", false);
    byte[] bytes = random(1000);
    send(unix, bytes);
    receive(unix2, bytes);
    receive(any, bytes);
    receive(mixed, bytes);
    export();

    assertNothingBad();
    assertThat(follow("tcp", 0)).containsExactly(bytes, new byte[0]);
    assertThat(follow("tcp", 1)).containsExactly(bytes, new byte[0]);
    assertThat(tshark("-Y", "udp", "-T", "fields", "-e", "ip.src", "-e", "ip.dst"))
        .containsExactly("127.0.0.1\t127.0.0.1", "10.0.0.1\t192.0.2.1");
    assertThat(count("frame.comment contains \"/run/some.sock\"")).isEqualTo(2);
  }

  @Test
  void timesAreThoseOfTheLogToTheNanosecond() throws IOException, InterruptedException {
    WireTap tap = tap(Carrier.UDP, "127.0.0.1:40000", "127.0.0.1:40001", true);
    for (int i = 0; i < 20; i++) {
      send(tap, random(10));
    }
    export();

    List<String> expected = new ArrayList<>();
    log.forEach(
        1,
        log.end(),
        event -> {
          Instant time = log.time(event);
          expected.add("%d.%09d".formatted(time.getEpochSecond(), time.getNano()));
        });
    assertThat(tshark("-T", "fields", "-e", "frame.time_epoch")).isEqualTo(expected);
  }

  @Test
  void strangersCannotBreakTheFile() throws IOException, InterruptedException {
    WireTap tap =
        log.open(
            "socket",
            "\u001b]0;x\u0007\u202e".repeat(5000) + "\n",
            Carrier.TCP,
            address("127.0.0.1:40000"),
            address("127.0.0.1:40001"),
            true);
    for (int i = 0; i < 100; i++) {
      tap.event("\ud83d\ude00\u0000".repeat(10_000));
    }
    tap.close();
    export();

    assertThat(tshark("-Y", "_ws.malformed")).isEmpty();
    List<String> comments = tshark("-T", "fields", "-E", "aggregator=;", "-e", "frame.comment");
    assertThat(String.join("", comments)).doesNotContain("\u001b", "\u202e", "\u0000");
    assertThat(count("tcp.flags.fin == 1")).isEqualTo(1);
  }
}
