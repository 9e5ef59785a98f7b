package org.wirebench.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobClock;
import org.wirebench.testkit.TestStores;

class WireLogTest {
  private static final WireLog.Limits SMALL = new WireLog.Limits(1 << 20, 4 << 20);

  @RegisterExtension private final TestStores stores = new TestStores();
  private final WireLog log = new WireLog(SMALL, stores.stores(), JobClock.system());

  @AfterEach
  void close() {
    log.close();
  }

  private WireTap tap(String label) {
    InetSocketAddress remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7007);
    return log.open("socket", label, Carrier.TCP, null, remote, true);
  }

  private List<WireEvent> all() throws IOException {
    List<WireEvent> events = new ArrayList<>();
    log.forEach(0, Long.MAX_VALUE, events::add);
    return events;
  }

  private long diskUsed() throws IOException {
    try (Stream<Path> files = Files.list(stores.stores().folder())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void number(byte[] payload, int number) {
    ByteBuffer.wrap(payload).putInt(number);
  }

  private static int number(WireEvent event) {
    return ByteBuffer.wrap(event.payload()).getInt();
  }

  @Test
  void everythingIsReadAgainInOrder() throws IOException {
    WireTap tap = tap("one");
    tap.sent("xhello".getBytes(UTF_8), 1, 5);
    tap.received("world".getBytes(UTF_8), 0, 5);
    tap.event("TLS \u001b[31m");
    tap.event(WireKind.FIN_RECEIVED, "closed by peer");
    tap.failure("refused");
    tap.failure(WireKind.RESET_RECEIVED, "reset by peer");
    tap.close();
    tap.close();
    tap.sent(new byte[1], 0, 1);
    tap.failure("too late");

    assertThat(all())
        .extracting(WireEvent::sequence, WireEvent::direction, WireEvent::kind, WireEvent::text)
        .containsExactly(
            tuple(0, Direction.EVENT, WireKind.OPENED, "opened to 127.0.0.1:7007"),
            tuple(1, Direction.OUT, WireKind.DATA, "hello"),
            tuple(2, Direction.IN, WireKind.DATA, "world"),
            tuple(3, Direction.EVENT, WireKind.NOTE, "TLS \\x1b[31m"),
            tuple(4, Direction.EVENT, WireKind.FIN_RECEIVED, "closed by peer"),
            tuple(5, Direction.FAILURE, WireKind.NOTE, "refused"),
            tuple(6, Direction.FAILURE, WireKind.RESET_RECEIVED, "reset by peer"),
            tuple(7, Direction.EVENT, WireKind.CLOSED, "closed"));
    assertThat(log.get(2)).map(WireEvent::text).contains("world");
    assertThat(log.get(8)).isEmpty();
    assertThat(log.get(-1)).isEmpty();
    assertThat(all()).extracting(event -> event.connection().label()).containsOnly("one");
    assertThat(all()).extracting(WireEvent::nanos).isSorted();
  }

  private static Tuple tuple(long sequence, Direction direction, WireKind kind, String text) {
    return Tuple.tuple(sequence, direction, kind, text);
  }

  @Test
  void theOldestAreDroppedAndCountedAndAllOthersAreThere() throws IOException {
    WireTap tap = tap("flood");
    byte[] payload = new byte[100];
    int events = 200_000;
    for (int i = 0; i < events; i++) {
      number(payload, i);
      tap.sent(payload, 0, payload.length);
    }

    assertThat(log.end()).isEqualTo(events + 1);
    assertThat(log.first()).isPositive();
    assertThat(log.dropped()).isEqualTo(log.first());
    assertThat(log.droppedBytes()).isBetween((log.first() - 1) * 100, log.first() * 100);
    assertThat(log.trouble()).isEmpty();
    long kept = (log.end() - log.first()) * 117;
    assertThat(kept).isBetween(4L << 20, 5L << 20);
    assertThat(diskUsed()).isBetween(3L << 20, 4L << 20);
    assertThat(all().stream().mapToInt(WireLogTest::number))
        .containsExactlyElementsOf(IntStream.range((int) log.first() - 1, events).boxed().toList());
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      long sequence = random.nextLong(log.first(), log.end());
      assertThat(log.get(sequence))
          .hasValueSatisfying(
              event -> {
                assertThat(event.sequence()).isEqualTo(sequence);
                assertThat(number(event)).isEqualTo((int) sequence - 1);
              });
    }
    assertThat(log.get(log.first() - 1)).isEmpty();
  }

  @Test
  void payloadsOfAnySizeAreFoundByNumber() throws IOException {
    Random random = new Random(12);
    WireTap tap = tap("mixed");
    List<byte[]> sent = new ArrayList<>();
    long total = 0;
    while (total < 4_000_000) {
      byte[] payload =
          new byte[random.nextInt(10) == 0 ? random.nextInt(65_000) : random.nextInt(50)];
      random.nextBytes(payload);
      tap.received(payload, 0, payload.length);
      sent.add(payload);
      total += payload.length;
    }
    assertThat(log.dropped()).isZero();
    for (int i = 0; i < 4000; i++) {
      int index = random.nextInt(sent.size());
      assertThat(log.get(index + 1L).orElseThrow().payload()).isEqualTo(sent.get(index));
    }
    List<WireEvent> events = all();
    assertThat(events).hasSize(sent.size() + 1);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(Arrays.equals(events.get(i + 1).payload(), sent.get(i))).isTrue();
    }
  }

  @Test
  void aPayloadLargerThanTheRoomIsSplit() throws IOException {
    byte[] payload = new byte[2_000_000];
    new Random(1).nextBytes(payload);
    tap("large").sent(payload, 0, payload.length);
    List<WireEvent> parts = all().subList(1, all().size());
    assertThat(parts).hasSizeGreaterThan(10).allMatch(part -> part.payload().length <= 65_536);
    byte[] joined = new byte[payload.length];
    int done = 0;
    for (WireEvent part : parts) {
      System.arraycopy(part.payload(), 0, joined, done, part.payload().length);
      done += part.payload().length;
    }
    assertThat(joined).isEqualTo(payload);
  }

  @Test
  void manyThreadsRecordWhileOthersRead() throws Exception {
    log.limits(new WireLog.Limits(1 << 20, 64 << 20));
    int threads = 4;
    int each = 40_000;
    List<CompletableFuture<Void>> recorders =
        IntStream.range(0, threads)
            .mapToObj(
                thread ->
                    CompletableFuture.runAsync(
                        () -> {
                          try (WireTap tap = tap("thread " + thread)) {
                            byte[] payload = new byte[60];
                            for (int i = 0; i < each; i++) {
                              number(payload, i);
                              tap.sent(payload, 0, payload.length);
                            }
                          }
                        }))
            .toList();
    CompletableFuture<Void> all =
        CompletableFuture.allOf(recorders.toArray(CompletableFuture[]::new));
    while (!all.isDone()) {
      long[] last = {-1};
      log.forEach(
          log.first(),
          log.end(),
          event -> {
            assertThat(event.sequence()).isGreaterThan(last[0]);
            last[0] = event.sequence();
          });
      Optional<WireEvent> some = log.get((log.first() + log.end()) / 2);
      assertThat(some.map(event -> event.payload().length).orElse(60)).isBetween(6, 60);
    }
    all.get(10, TimeUnit.SECONDS);
    assertThat(log.end()).isEqualTo(threads * (each + 2L));
    int[] next = new int[threads];
    Arrays.fill(next, -1);
    log.forEach(
        0,
        log.end(),
        WireFilter.ALL.withDirections(Set.of(Direction.OUT)),
        event -> {
          int thread = Integer.parseInt(event.connection().label().substring(7));
          assertThat(next[thread] < 0 || number(event) == next[thread]).isTrue();
          next[thread] = number(event) + 1;
        });
    assertThat(next).containsOnly(each);
  }

  @Test
  void whoReadsTheOldestWhileTheyAreDroppedSeesTheRightOnesOrNone() throws Exception {
    int events = 300_000;
    CompletableFuture<Void> recorder =
        CompletableFuture.runAsync(
            () -> {
              try (WireTap tap = tap("flood")) {
                byte[] payload = new byte[100];
                for (int i = 0; i < events; i++) {
                  number(payload, i);
                  tap.sent(payload, 0, payload.length);
                }
              }
            });
    while (!recorder.isDone()) {
      long from = log.first();
      log.forEach(
          from,
          Math.min(log.end(), from + 500),
          event -> {
            if (event.direction() == Direction.OUT) {
              assertThat(number(event)).isEqualTo((int) event.sequence() - 1);
            }
          });
    }
    recorder.get(10, TimeUnit.SECONDS);
    assertThat(log.end()).isEqualTo(events + 2L);
    assertThat(diskUsed()).isBetween(3L << 20, 4L << 20);
  }

  @Test
  void anInterruptedThreadRecordsAndReads() throws IOException {
    Thread.currentThread().interrupt();
    WireTap tap = tap("interrupted");
    byte[] payload = new byte[60_000];
    for (int i = 0; i < 50; i++) {
      tap.sent(payload, 0, payload.length);
    }
    List<WireEvent> events = all();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(events).hasSize(51);
    assertThat(log.trouble()).isEmpty();
    assertThat(diskUsed()).isPositive();
  }

  @Test
  void withoutADiskTheHeapAloneIsUsedAndTheReasonTold() throws IOException {
    stores.stores().close();
    WireTap tap = tap("no disk");
    byte[] payload = new byte[1000];
    for (int i = 0; i < 5000; i++) {
      number(payload, i);
      tap.sent(payload, 0, payload.length);
    }
    assertThat(log.trouble())
        .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("closed"));
    assertThat(log.dropped()).isEqualTo(log.first()).isPositive();
    assertThat((log.end() - log.first()) * 1000).isBetween(700_000L, 1L << 20);
    List<WireEvent> events = all();
    assertThat(number(events.getLast())).isEqualTo(4999);
    assertThat(events).hasSize((int) (log.end() - log.first()));
  }

  @Test
  void limitsChangeWhileRecording() throws IOException {
    WireTap tap = tap("changing");
    byte[] payload = new byte[10_000];
    for (int i = 0; i < 450; i++) {
      tap.sent(payload, 0, payload.length);
    }
    assertThat(log.dropped()).isZero();
    log.limits(new WireLog.Limits(1 << 20, 0));
    assertThat(diskUsed()).isZero();
    assertThat(log.dropped()).isPositive();
    assertThat(all()).hasSize((int) (log.end() - log.first()));
    log.limits(new WireLog.Limits(64 << 20, 0));
    long before = log.dropped();
    for (int i = 0; i < 3000; i++) {
      tap.sent(payload, 0, payload.length);
    }
    assertThat(log.dropped()).isEqualTo(before);
    log.limits(new WireLog.Limits(1 << 20, 2 << 20));
    assertThat(log.dropped()).isGreaterThan(before);
    tap.sent(payload, 0, 3);
    assertThat(all().getLast().payload()).hasSize(3);
    assertThat(diskUsed()).isLessThanOrEqualTo(2 << 20);
  }

  @Test
  void clearingForgetsAndGoesOn() throws IOException {
    WireTap tap = tap("cleared");
    byte[] payload = new byte[60_000];
    for (int i = 0; i < 200; i++) {
      tap.sent(payload, 0, payload.length);
    }
    assertThat(log.get(200)).isPresent();
    log.clear();
    assertThat(log.get(200)).isEmpty();
    assertThat(all()).isEmpty();
    assertThat(diskUsed()).isZero();
    assertThat(log.dropped()).isZero();
    assertThat(log.first()).isEqualTo(log.end()).isEqualTo(201);
    tap.sent(payload, 0, 1);
    assertThat(all()).extracting(WireEvent::sequence).containsExactly(201L);
    assertThat(all().getFirst().connection()).isEqualTo(tap.connection());
  }

  @Test
  void aClosedLogIgnoresWhatIsRecorded() throws IOException {
    WireTap tap = tap("late");
    log.close();
    tap.sent(new byte[10], 0, 10);
    tap.close();
    assertThat(all()).isEmpty();
    assertThat(tap("later").connection().id()).isPositive();
  }

  @Test
  void countlessShortConnectionsStayWithinTheLimits() throws IOException {
    for (int i = 0; i < 50_000; i++) {
      WireTap tap = tap("connection " + i);
      tap.sent(new byte[] {1}, 0, 1);
      tap.close();
    }
    assertThat(log.dropped()).isPositive();
    assertThat((log.end() - log.first()) / 3 * Segment.CONNECTION_COST).isLessThan(2 << 20);
    assertThat(all().getLast().connection().label()).isEqualTo("connection 49999");
  }

  @Test
  void listenersHearOfEachEvent() {
    AtomicInteger heard = new AtomicInteger();
    Runnable listener = heard::incrementAndGet;
    log.addListener(listener);
    WireTap tap = tap("heard");
    tap.sent(new byte[1], 0, 1);
    tap.event("news");
    log.clear();
    assertThat(heard).hasValue(4);
    log.removeListener(listener);
    tap.close();
    assertThat(heard).hasValue(4);
  }

  @Test
  void wrongUseIsToldAtOnce() {
    WireTap tap = tap("wrong");
    assertThatThrownBy(() -> tap.sent(new byte[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tap.event(WireKind.DATA, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WireLog.Limits(1000, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
