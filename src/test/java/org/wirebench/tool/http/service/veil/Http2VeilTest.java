package org.wirebench.tool.http.service.veil;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.wire.Direction;

class Http2VeilTest {
  private static final String SECRET = "s3cret/V4lue+äöü";
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int CONTINUATION = 9;

  private final HpackEncoder encoder = new HpackEncoder();
  private final HpackDecoder decoder = new HpackDecoder(100_000, () -> 0L);
  private final Http2Veil veil = new Http2Veil();

  private byte[] block(HttpField... fields) {
    ByteBuffer buffer = ByteBuffer.allocate(10_000);
    for (HttpField field : fields) {
      encoder.encode(buffer, field);
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static void frame(int type, int flags, byte[] payload, ByteArrayOutputStream to) {
    frame(type, flags, 1, payload, to);
  }

  private static void frame(
      int type, int flags, int stream, byte[] payload, ByteArrayOutputStream to) {
    to.writeBytes(new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length});
    to.writeBytes(new byte[] {(byte) type, (byte) flags, 0, 0, 0, (byte) stream});
    to.writeBytes(payload);
  }

  /** A head in two frames, the first one with a priority and padding. */
  private static byte[] frames(byte[] block, int first) {
    ByteArrayOutputStream padded = new ByteArrayOutputStream();
    padded.writeBytes(new byte[] {3, 0, 0, 0, 0, 16});
    padded.write(block, 0, first);
    padded.writeBytes(new byte[3]);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    frame(HEADERS, 0x28, padded.toByteArray(), all);
    frame(CONTINUATION, 4, Arrays.copyOfRange(block, first, block.length), all);
    return all.toByteArray();
  }

  /** The block of such a head. */
  private static byte[] block(byte[] frames, int first) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(frames, 15, first);
    int rest = 15 + first + 3 + 9;
    block.write(frames, rest, frames.length - rest);
    return block.toByteArray();
  }

  private byte[] covered(byte[] bytes, int piece) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += piece) {
      byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece));
      veil.cover(Direction.IN, part);
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40, 10_000})
  void theHeadCanStillBeReadAndTheSecretsAreStars(int piece) throws Exception {
    veil.begin(new Secrecy(Set.of("x-own"), Set.of(), false), 1);
    for (int round = 0; round < 12; round++) {
      byte[] plain =
          block(
              new HttpField(":status", "200"),
              new HttpField("x-seen", "seen " + round),
              new HttpField("x-own", round % 3 == 2 ? "another" : SECRET),
              new HttpField("set-cookie", "a=" + SECRET + round + "; Path=/"),
              new HttpField("x-last", "last"));
      int first = plain.length * (round % 4) / 3;
      byte[] frames = frames(plain, first);
      byte[] recorded = covered(frames, piece);
      assertThat(recorded).hasSameSizeAs(frames);
      HttpFields read = decoder.decode(ByteBuffer.wrap(block(recorded, first))).getHttpFields();
      assertThat(read.get("x-seen")).isEqualTo("seen " + round);
      assertThat(read.get("x-last")).isEqualTo("last");
      assertThat(read.get("x-own")).matches("\\*+");
      assertThat(read.get("set-cookie")).doesNotContain(SECRET).contains("***");
    }
  }

  @Test
  void whatMakesNoSenseIsHidden() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    frame(HEADERS, 4, new byte[] {(byte) 0xff, 127, 1, 2, 3, 's', 'e', 'c', 'r', 'e', 't'}, all);
    assertThat(new String(covered(all.toByteArray(), 100), ISO_8859_1)).endsWith("*********");
  }

  /** An answer that nobody waits for any more may come while the next is waited for. */
  @Test
  void whatComesLateIsHiddenAsItWouldHaveBeenInTime() throws Exception {
    veil.begin(new Secrecy(Set.of("x-own"), Set.of(), true), 1);
    veil.begin(Secrecy.USUAL, 3);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    frame(HEADERS, 4, 3, block(new HttpField(":status", "200")), all);
    frame(HEADERS, 4, block(new HttpField(":status", "404"), new HttpField("x-own", SECRET)), all);
    frame(DATA, 0, "the token".getBytes(ISO_8859_1), all);
    frame(DATA, 0, 3, "the answer".getBytes(ISO_8859_1), all);
    byte[] recorded = covered(all.toByteArray(), 7);
    assertThat(new String(recorded, ISO_8859_1))
        .contains("*********", "the answer")
        .doesNotContain("the token");
    decoder.decode(ByteBuffer.wrap(recorded, 9, 1));
    int length = all.size() - 10 - 9 - (9 + 9) - (9 + 10);
    assertThat(decoder.decode(ByteBuffer.wrap(recorded, 19, length)).getHttpFields().get("x-own"))
        .matches("\\*+");
  }

  /** That of another answer says nothing of this one. */
  @Test
  void theStatusOfALateAnswerDoesNotCount() throws Exception {
    veil.begin(Secrecy.USUAL, 1);
    veil.begin(Secrecy.USUAL.withBodies(), 3);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    frame(HEADERS, 4, 3, block(new HttpField(":status", "200")), all);
    frame(HEADERS, 4, block(new HttpField(":status", "404")), all);
    frame(DATA, 0, 3, "the token".getBytes(ISO_8859_1), all);
    assertThat(new String(covered(all.toByteArray(), 100), ISO_8859_1)).endsWith("*********");
  }
}
