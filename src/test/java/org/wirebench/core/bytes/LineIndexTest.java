package org.wirebench.core.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineIndexTest {
  private static final int LIMIT = 20;

  @TempDir Path folder;
  private ByteStores stores;
  private ByteStore bytes;
  private LineIndex index;

  @BeforeEach
  void open() throws IOException {
    stores = new ByteStores(folder);
    bytes = stores.create();
    index = new LineIndex(bytes, stores, LIMIT);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    bytes.close();
    stores.close();
  }

  private void append(String text) throws IOException {
    byte[] some = text.getBytes(UTF_8);
    bytes.append(some, 0, some.length);
    index.update();
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (LineIndex.Line line : index.lines(0, Long.MAX_VALUE)) {
      texts.add(
          (line.begins() ? "" : "+") + new String(bytes.read(line.start(), line.length()), UTF_8));
    }
    return texts;
  }

  @Test
  void linesEndWithEitherBreakAndTheLastNeedsNone() throws IOException {
    assertThat(texts()).isEmpty();
    append("one\r\ntwo\n\n");
    assertThat(texts()).containsExactly("one", "two", "");
    append("thr");
    assertThat(texts()).containsExactly("one", "two", "", "thr");
    append("ee\r");
    assertThat(texts()).containsExactly("one", "two", "", "three\r");
    append("\n");
    assertThat(texts()).containsExactly("one", "two", "", "three");
  }

  @Test
  void longLinesAreCutAndLinesOfJustTheLimitAreNot() throws IOException {
    append("a".repeat(20) + "\n" + "b".repeat(20) + "\r\n" + "c".repeat(21) + "\n");
    assertThat(texts()).containsExactly("a".repeat(20), "b".repeat(20), "c".repeat(20), "+c");
    append("d".repeat(45));
    assertThat(texts().subList(4, 7))
        .containsExactly("d".repeat(20), "+" + "d".repeat(20), "+ddddd");
  }

  @Test
  void aCutIsNeverInsideOfACharacter() throws IOException {
    append("x😀".repeat(30) + "\n");
    assertThat(String.join("", texts()).replace("+", "")).isEqualTo("x😀".repeat(30));
  }

  @Test
  void aLineIsFoundByAnyOfItsBytes() throws IOException {
    append("one\r\ntwo\n\nfour");
    assertThat(List.of(index.lineAt(0), index.lineAt(4), index.lineAt(5), index.lineAt(8)))
        .containsExactly(0L, 0L, 1L, 1L);
    assertThat(List.of(index.lineAt(9), index.lineAt(10), index.lineAt(99)))
        .containsExactly(2L, 3L, 3L);
    assertThatThrownBy(() -> index.line(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anyBytesAppendedInAnyPiecesGiveTheSameLines() throws IOException {
    Random random = new Random(77);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (all.size() < 400_000) {
      byte[] part = new byte[random.nextInt(random.nextInt(20) == 0 ? 100_000 : 300)];
      for (int i = 0; i < part.length; i++) {
        int kind = random.nextInt(12);
        part[i] = (byte) (kind == 0 ? '\n' : kind == 1 ? '\r' : random.nextInt(256));
      }
      all.writeBytes(part);
      bytes.append(part, 0, part.length);
      index.update();
    }
    List<LineIndex.Line> expected = linesOf(all.toByteArray());
    assertThat(index.lines()).isEqualTo(expected.size());
    assertThat(index.lines(0, expected.size())).isEqualTo(expected);
    for (int i = 0; i < 3000; i++) {
      int number = random.nextInt(expected.size());
      assertThat(index.line(number)).isEqualTo(expected.get(number));
      LineIndex.Line line = expected.get(number);
      long offset = line.start() + random.nextInt((int) (line.next() - line.start()));
      assertThat(index.lineAt(offset)).isEqualTo(number);
    }
  }

  /** The rule, said in the simplest way, for bytes that are all there. */
  private static List<LineIndex.Line> linesOf(byte[] all) {
    List<LineIndex.Line> lines = new ArrayList<>();
    int start = 0;
    boolean begins = true;
    while (start < all.length) {
      int feed = start;
      while (feed < all.length && all[feed] != '\n') {
        feed++;
      }
      boolean ended = feed < all.length;
      int text = ended && feed > start && all[feed - 1] == '\r' ? feed - 1 : feed;
      boolean undecided = !ended && feed - start < LIMIT + 2;
      if ((ended && text - start <= LIMIT) || undecided) {
        int next = ended ? feed + 1 : feed;
        lines.add(new LineIndex.Line(lines.size(), start, text, next, begins));
        begins = ended;
        start = next;
      } else {
        int cut = start + LIMIT;
        while (cut > start + LIMIT - 4 && (all[cut] & 0xc0) == 0x80) {
          cut--;
        }
        cut = cut == start + LIMIT - 4 ? start + LIMIT : cut;
        lines.add(new LineIndex.Line(lines.size(), start, cut, cut, begins));
        begins = false;
        start = cut;
      }
    }
    return lines;
  }

  @Test
  void oneEndlessLineIsFine() throws IOException {
    byte[] part = "x".repeat(1 << 20).getBytes(UTF_8);
    try (LineIndex display = new LineIndex(bytes, stores, LineIndex.DISPLAY_LIMIT)) {
      for (int i = 0; i < 64; i++) {
        bytes.append(part, 0, part.length);
        display.update();
      }
      assertThat(display.lines()).isEqualTo(64L * (1 << 20) / LineIndex.DISPLAY_LIMIT);
      LineIndex.Line line = display.line(12_345);
      assertThat(line.start()).isEqualTo(12_345L * LineIndex.DISPLAY_LIMIT);
      assertThat(line.begins()).isFalse();
      assertThat(line.length()).isEqualTo(LineIndex.DISPLAY_LIMIT);
    }
  }

  @Test
  void millionsOfLinesAreFoundByNumber() throws IOException {
    byte[] block = "1234567\n".repeat(1 << 16).getBytes(UTF_8);
    for (int i = 0; i < 64; i++) {
      bytes.append(block, 0, block.length);
    }
    assertThat(index.update()).isEqualTo(64L << 16);
    Random random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      long number = random.nextLong(64L << 16);
      assertThat(index.line(number).start()).isEqualTo(number * 8);
      assertThat(index.lineAt(number * 8 + 7)).isEqualTo(number);
    }
  }
}
