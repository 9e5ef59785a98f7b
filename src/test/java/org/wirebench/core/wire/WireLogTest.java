package org.wirebench.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is recorded is read again. */
class WireLogTest {
  @RegisterExtension private final TestLog recorded = new TestLog();
  private final WireLog log = recorded.log();

  @Test
  void everythingIsReadAgainInOrder() throws IOException {
    WireTap tap = recorded.tap("one");
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

    assertThat(recorded.all())
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
    assertThat(recorded.all()).extracting(event -> event.connection().label()).containsOnly("one");
    assertThat(recorded.all()).extracting(WireEvent::nanos).isSorted();
  }

  @Test
  void aTapAtRestRecordsNoBytesAnyMoreButWhatElseHappens() throws IOException {
    WireTap tap = recorded.tap("one");
    tap.sent("hello".getBytes(UTF_8), 0, 5);
    tap.rest("no more of it");
    tap.rest("no more of it");
    tap.sent("again".getBytes(UTF_8), 0, 5);
    tap.received("and again".getBytes(UTF_8), 0, 9);
    tap.failure("refused");
    tap.close();
    assertThat(recorded.all())
        .extracting(WireEvent::text)
        .containsExactly("opened to 127.0.0.1:7007", "hello", "no more of it", "refused", "closed");
  }

  private static Tuple tuple(long sequence, Direction direction, WireKind kind, String text) {
    return Tuple.tuple(sequence, direction, kind, text);
  }

  @Test
  void payloadsOfAnySizeAreFoundByNumber() throws IOException {
    Random random = new Random(12);
    WireTap tap = recorded.tap("mixed");
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
    List<WireEvent> events = recorded.all();
    assertThat(events).hasSize(sent.size() + 1);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(Arrays.equals(events.get(i + 1).payload(), sent.get(i))).isTrue();
    }
  }

  @Test
  void aPayloadLargerThanTheRoomIsSplit() throws IOException {
    byte[] payload = new byte[2_000_000];
    new Random(1).nextBytes(payload);
    recorded.tap("large").sent(payload, 0, payload.length);
    List<WireEvent> parts = recorded.all().subList(1, recorded.all().size());
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
  void listenersHearOfEachEvent() {
    AtomicInteger heard = new AtomicInteger();
    Runnable listener = heard::incrementAndGet;
    log.addListener(listener);
    WireTap tap = recorded.tap("heard");
    tap.sent(new byte[1], 0, 1);
    tap.event("news");
    log.clear();
    assertThat(heard).hasValue(4);
    log.removeListener(listener);
    tap.close();
    assertThat(heard).hasValue(4);
  }

  @Test
  void clearingForgetsAndGoesOn() throws IOException {
    WireTap tap = recorded.tap("cleared");
    byte[] payload = new byte[60_000];
    for (int i = 0; i < 200; i++) {
      tap.sent(payload, 0, payload.length);
    }
    assertThat(log.get(200)).isPresent();
    log.clear();
    assertThat(log.get(200)).isEmpty();
    assertThat(recorded.all()).isEmpty();
    assertThat(recorded.diskUsed()).isZero();
    assertThat(log.dropped()).isZero();
    assertThat(log.first()).isEqualTo(log.end()).isEqualTo(201);
    tap.sent(payload, 0, 1);
    assertThat(recorded.all()).extracting(WireEvent::sequence).containsExactly(201L);
    assertThat(recorded.all().getFirst().connection()).isEqualTo(tap.connection());
  }

  @Test
  void aClosedLogIgnoresWhatIsRecorded() throws IOException {
    WireTap tap = recorded.tap("late");
    log.close();
    tap.sent(new byte[10], 0, 10);
    tap.close();
    assertThat(recorded.all()).isEmpty();
    assertThat(recorded.tap("later").connection().id()).isPositive();
  }

  @Test
  void wrongUseIsToldAtOnce() {
    WireTap tap = recorded.tap("wrong");
    assertThatThrownBy(() -> tap.sent(new byte[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tap.event(WireKind.DATA, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WireLog.Limits(1000, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
