package org.wirebench.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirebench.core.bytes.HexMask;
import org.wirebench.core.bytes.ParseProblem;

class WireFilterTest {
  private static final WireConnection CONNECTION =
      new WireConnection(5, "http", "label", Carrier.TCP, null, null, true, Instant.EPOCH);

  private static WireEvent event(Direction direction, byte[] payload) {
    return new WireEvent(0, 0, CONNECTION, direction, WireKind.DATA, payload);
  }

  private static HexMask bytes(int... some) {
    byte[] exactly = new byte[some.length];
    for (int i = 0; i < some.length; i++) {
      exactly[i] = (byte) some[i];
    }
    return HexMask.of(exactly);
  }

  private static WireEvent event(String payload) {
    return event(Direction.OUT, payload.getBytes(UTF_8));
  }

  @Test
  void everyPartMustAgree() {
    WireEvent event = event("GET /");
    assertThat(WireFilter.ALL.matches(event)).isTrue();
    WireFilter all =
        WireFilter.ALL
            .withTool("http")
            .withConnection(5L)
            .withDirections(Set.of(Direction.OUT))
            .withText("get")
            .withBytes(bytes(' ', '/'));
    assertThat(all.matches(event)).isTrue();
    assertThat(all.withTool("ftp").matches(event)).isFalse();
    assertThat(all.withConnection(6L).matches(event)).isFalse();
    assertThat(all.withDirections(Set.of(Direction.IN)).matches(event)).isFalse();
    assertThat(all.withText("put").matches(event)).isFalse();
    assertThat(all.withBytes(bytes('/', ' ')).matches(event)).isFalse();
  }

  @Test
  void textMatchesInAnyCaseAndBytesDoNot() {
    assertThat(WireFilter.ALL.withText("HoSt:").matches(event("x\r\nhOsT: y"))).isTrue();
    assertThat(WireFilter.ALL.withText("GRÜSSE").matches(event("viele grüße"))).isFalse();
    assertThat(WireFilter.ALL.withText("GRÜß").matches(event("viele grüße"))).isTrue();
    assertThat(WireFilter.ALL.withBytes(bytes('H')).matches(event("h"))).isFalse();
    assertThat(WireFilter.ALL.withText("[").matches(event("{"))).isFalse();
  }

  @Test
  void searchingIsAsGoodAsTheSimplestWay() {
    Random random = new Random(21);
    for (int i = 0; i < 20_000; i++) {
      String payload = letters(random, random.nextInt(30));
      String wanted = letters(random, 1 + random.nextInt(4));
      assertThat(WireFilter.ALL.withText(wanted).matches(event(payload)))
          .as(wanted + " in " + payload)
          .isEqualTo(payload.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)));
      assertThat(
              WireFilter.ALL.withBytes(HexMask.of(wanted.getBytes(UTF_8))).matches(event(payload)))
          .as(wanted + " in " + payload)
          .isEqualTo(payload.contains(wanted));
    }
  }

  @Test
  void bytesMayHoldDigitsThatDoNotMatter() throws ParseProblem {
    byte[] payload = {0, (byte) 0xde, (byte) 0xad, 7, (byte) 0xef, 1};
    assertThat(wants("de ad ?? ef", payload)).isTrue();
    assertThat(wants("dead0?ef", payload)).isTrue();
    assertThat(wants("dead1?ef", payload)).isFalse();
    assertThat(wants("ef ?? ??", payload)).isFalse();
  }

  private static boolean wants(String hex, byte[] payload) throws ParseProblem {
    return WireFilter.ALL.withBytes(HexMask.parse(hex)).matches(event(Direction.IN, payload));
  }

  @Test
  void eachEventIsLookedAtAlone() {
    WireFilter split = WireFilter.ALL.withText("hello");
    assertThat(split.matches(event("say hel"))).isFalse();
    assertThat(split.matches(event("lo there"))).isFalse();
  }

  private static String letters(Random random, int length) {
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < length; i++) {
      some.append("abAB".charAt(random.nextInt(4)));
    }
    return some.toString();
  }

  @Test
  void filtersAreEqualByWhatTheyWant() {
    WireFilter one = WireFilter.ALL.withBytes(bytes(1));
    assertThat(one).isEqualTo(WireFilter.ALL.withBytes(bytes(1))).isNotEqualTo(WireFilter.ALL);
    assertThat(one).hasSameHashCodeAs(WireFilter.ALL.withBytes(bytes(1)));
  }
}
