package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.testkit.TestStores;

/** A scrollback whose pages are so small that nearly all of them are in files. */
class ScrollbackTest {
  private static final int PAGE = 400;
  private static final long HEAP = 30_000;
  private static final long FILE = 600_000;
  private static final String[] WORDS = {
    "a", "word", "漢字", "e\u0301", "🙂", "a longer one", " ", "^[[31mred^[[m", "日本語のテキスト"
  };

  @RegisterExtension private final TestStores stores = new TestStores();

  private Vt filed(int rows, int columns, int limit) {
    return new Vt(rows, columns, new Keeping(limit, PAGE, HEAP, files()));
  }

  private PageFiles files() {
    return new PageFiles(stores.stores(), FILE);
  }

  private static String words(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private static String plain(String words) {
    return words.replace("^[[31m", "").replace("^[[m", "");
  }

  /** All text that is kept, by the numbers of the lines. */
  private static NavigableMap<Long, String> lines(Vt vt) {
    NavigableMap<Long, String> lines = new TreeMap<>();
    Positions positions = vt.view().positions();
    var text = positions.text(positions.first());
    while (text.isPresent()) {
      LineText one = text.get();
      lines.merge(one.begin().line(), one.text(), String::concat);
      text = positions.text(one.next());
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void linesKeepTheirNumbersAndTextsWhateverTheSize(long seed) throws IOException {
    Random random = new Random(seed);
    Vt vt = filed(6, 20, Terminal.UNLIMITED);
    List<String> written = new ArrayList<>();
    for (int line = 0; line < 60; line++) {
      for (int more = random.nextInt(260); more >= 0; more--) {
        String text = words(random, 20) + ".";
        vt.feed(text + "\r\n");
        written.add(plain(text));
      }
      vt.terminal.resize(2 + random.nextInt(12), 2 + random.nextInt(40));
      if (line % 12 == 11) {
        isAll(written, vt);
      }
      sameBothWays(vt, random);
    }
    assertThat(onDisk()).isPositive();
    assertThat(vt.losses).isEmpty();
    vt.terminal.close();
  }

  private static void isAll(List<String> written, Vt vt) {
    NavigableMap<Long, String> kept = lines(vt);
    assertThat(kept.firstKey()).isZero();
    List<String> texts = List.copyOf(kept.values());
    assertThat(texts.subList(0, written.size())).isEqualTo(written);
    assertThat(String.join("", texts.subList(written.size(), texts.size()))).isEmpty();
  }

  /** What the rows show is what the positions say. */
  private static void sameBothWays(Vt vt, Random random) {
    ScreenView view = vt.view();
    Positions positions = view.positions();
    assertThat(positions.rows()).isEqualTo(view.scrollback() + view.rows());
    Row row = new Row();
    for (int i = 0; i < 30; i++) {
      int at = random.nextInt(positions.rows());
      view.read(at, row);
      String text = row.text();
      Position begin = positions.at(at, 0);
      assertThat(positions.find(begin)).isEqualTo(new RowColumn(at, 0));
      assertThat(positions.isKept(begin)).isTrue();
      LineText line = positions.text(begin).orElseThrow();
      int from = line.index(begin.column());
      assertThat(line.position(from)).isEqualTo(begin);
      assertThat(line.text().substring(from)).startsWith(text);
      if (!text.isEmpty()) {
        int column = random.nextInt(view.columns());
        Position there = positions.at(at, column);
        if (row.cell(column).strip().length() > 0) {
          assertThat(positions.find(there)).isEqualTo(new RowColumn(at, column));
          assertThat(line.text().substring(line.index(there.column())))
              .startsWith(row.cell(column));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aLimitDropsTheOldestAndTheOthersKeepTheirNumbers(long seed) throws IOException {
    Random random = new Random(seed);
    int limit = 4000;
    Vt vt = filed(5, 30, limit);
    NavigableMap<Long, String> written = new TreeMap<>();
    long most = 0;
    for (int line = 0; line < 16_000; line++) {
      String text = line + words(random, 30) + ".";
      vt.feed(text + "\r\n");
      written.put((long) line, plain(text));
      if (random.nextInt(2000) == 0) {
        vt.terminal.resize(2 + random.nextInt(12), 2 + random.nextInt(40));
        sameBothWays(vt, random);
      }
      most = Math.max(most, vt.view().scrollbackOnDisk());
    }
    vt.terminal.resize(5, 30);
    NavigableMap<Long, String> kept = lines(vt);
    long first = kept.firstKey();
    assertThat(first).isBetween(16_000L - limit - 5, 16_000L - limit + 5);
    assertThat(kept.headMap(16_000L)).isEqualTo(written.tailMap(first));
    // What is kept, and a file at either end.
    assertThat(most).isBetween(ByteStore.HEAP_LIMIT + 1L, 4000 * 150 + 2 * FILE);
    assertThat(onDisk()).isBetween(1L, most);
    vt.terminal.close();
    assertThat(onDisk()).isZero();
    vt.feed("a\r\n".repeat(100));
    assertThat(vt.view().scrollback()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void anyRowIsThatOfAPlainModel(long seed) throws IOException {
    Random random = new Random(seed);
    int limit = seed % 2 == 0 ? 9000 : Terminal.UNLIMITED;
    int columns = 20;
    Vt vt = filed(4, columns, limit);
    List<String> lines = new ArrayList<>();
    for (int round = 0; round < 40; round++) {
      for (int i = random.nextInt(600); i > 0; i--) {
        String line = (lines.size() + "-").repeat(random.nextInt(20));
        vt.feed(line + "\r\n");
        lines.add(line);
      }
      columns = 1 + random.nextInt(60);
      vt.terminal.resize(4, columns);
      Row row = new Row();
      int all = vt.view().positions().rows();
      List<String> model = rows(lines, columns);
      // Below the last line there is the row of the cursor, and maybe empty ones.
      int end = all - vt.view().rows() + vt.view().cursorRow();
      for (int i = 0; i < 50 && end > 0; i++) {
        int at = random.nextInt(end);
        vt.view().read(at, row);
        assertThat(row.text()).isEqualTo(model.get(model.size() - end + at));
      }
    }
    assertThat(onDisk()).isPositive();
    vt.terminal.close();
  }

  private static List<String> rows(List<String> lines, int columns) {
    List<String> rows = new ArrayList<>();
    for (String line : lines) {
      for (int from = 0; from == 0 || from < line.length(); from += columns) {
        rows.add(line.substring(from, Math.min(line.length(), from + columns)));
      }
    }
    return rows;
  }

  @Test
  void aLineIsOneAlthoughHalfOfItIsOnTheScreenAndAlthoughItIsVeryLong() throws IOException {
    Vt vt = filed(3, 10, Terminal.UNLIMITED);
    vt.feed("before\r\n");
    StringBuilder all = new StringBuilder();
    for (int i = 0; all.length() < 30_000; i++) {
      all.append(i).append(i % 7 == 0 ? "漢" : "-");
      vt.feed(i + (i % 7 == 0 ? "漢" : "-"));
    }
    Position middle = vt.view().positions().at(vt.view().scrollback() + 1, 4);
    String behind = textFrom(vt, middle);
    for (int columns : new int[] {33, 7, 300, 2, 50}) {
      vt.terminal.resize(5, columns);
      assertThat(lines(vt)).containsEntry(0L, "before").containsEntry(1L, all.toString());
      assertThat(textFrom(vt, middle)).isEqualTo(behind);
    }
    vt.feed("\r\nafter\r\n".repeat(20));
    assertThat(lines(vt)).containsEntry(1L, all.toString()).containsEntry(2L, "after");
    assertThat(textFrom(vt, middle)).isEqualTo(behind);
    vt.terminal.close();
  }

  /** What the line has from this place on. */
  private static String textFrom(Vt vt, Position place) {
    Positions positions = vt.view().positions();
    LineText part = positions.text(place).orElseThrow();
    StringBuilder text = new StringBuilder(part.text().substring(part.index(place.column())));
    while (part.goesOn()) {
      part = positions.text(part.next()).orElseThrow();
      text.append(part.text());
    }
    return text.toString();
  }

  @Test
  void theBeginningOfALongLineMayBeDropped() throws IOException {
    Vt vt = filed(3, 10, 3);
    vt.feed("x".repeat(40_000));
    Positions positions = vt.view().positions();
    assertThat(positions.first().line()).isZero();
    assertThat(positions.first().column()).isBetween(40_000 - 4 * 4200, 40_000 - 3 * 4000);
    assertThat(positions.isKept(new Position(0, 0))).isFalse();
    assertThat(positions.isKept(new Position(0, 39_999))).isTrue();
    assertThat(positions.find(new Position(0, 0))).isEqualTo(new RowColumn(0, 0));
    assertThat(positions.find(new Position(0, 39_999)))
        .isEqualTo(new RowColumn(positions.rows() - 1, 9));
    assertThat(positions.find(new Position(7, 0)))
        .isEqualTo(new RowColumn(positions.rows() - 1, 10));
    assertThat(positions.text(new Position(1, 0))).isEmpty();
    vt.terminal.close();
  }

  @Test
  void textIsReadBackwardsToo() throws IOException {
    Vt vt = filed(4, 30, Terminal.UNLIMITED);
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      vt.feed(words(random, 30) + (random.nextInt(3) == 0 ? "y".repeat(5000) : "") + "\r\n");
    }
    Positions positions = vt.view().positions();
    List<String> forwards = new ArrayList<>();
    var text = positions.text(positions.first());
    while (text.isPresent()) {
      forwards.add(text.get().text());
      text = positions.text(text.get().next());
    }
    assertThat(backwards(vt).reversed()).isEqualTo(forwards).hasSizeGreaterThan(1000);
    vt.terminal.close();
  }

  /** The texts that are kept, the last one first. */
  private static List<String> backwards(Vt vt) {
    Positions positions = vt.view().positions();
    List<String> texts = new ArrayList<>();
    var text = positions.textBefore(new Position(positions.lastLine() + 1, 0));
    while (text.isPresent()) {
      texts.add(text.get().text());
      text = positions.textBefore(text.get().begin());
    }
    return texts;
  }

  @Test
  void numbersGoOnWhenTheScrollbackIsCleared() {
    Vt vt = new Vt(2, 5).feed("a\r\nb\r\nc\r\ndefghijklmn^[[3J");
    assertThat(vt.view().scrollback()).isZero();
    Positions positions = vt.view().positions();
    assertThat(positions.first()).isEqualTo(new Position(3, 5));
    assertThat(positions.text(positions.first()).orElseThrow().text()).isEqualTo("ijklmn");
    vt.feed("\r\ne\r\nf");
    assertThat(lines(vt))
        .containsExactly(Map.entry(3L, "ijklmn"), Map.entry(4L, "e"), Map.entry(5L, "f"));
  }

  @Test
  void theAlternateScreenHasItsOwnRowsAlone() {
    Vt vt = new Vt(2, 5).feed("a\r\nb\r\nc^[[?1049h^[[Hx");
    Positions positions = vt.view().positions();
    assertThat(positions.rows()).isEqualTo(2);
    assertThat(positions.at(0, 3)).isEqualTo(new Position(1, 3));
    assertThat(positions.first()).isEqualTo(new Position(1, 0));
  }

  @Test
  void aDiskThatTakesNothingCostsOldLinesAlone() throws IOException {
    Vt vt = filed(3, 20, Terminal.UNLIMITED);
    stores.stores().close();
    for (int i = 0; i < 50_000; i++) {
      vt.feed("line " + i + "\r\n");
    }
    assertThat(vt.losses).hasSize(1);
    assertThat(vt.view().scrollbackHeap()).isLessThanOrEqualTo(HEAP);
    NavigableMap<Long, String> kept = lines(vt);
    assertThat(kept).hasSizeGreaterThan(500).hasSizeLessThan(16_000);
    assertThat(kept.lastEntry()).isEqualTo(Map.entry(50_000L, ""));
    assertThat(kept.firstEntry().getValue()).isEqualTo("line " + kept.firstKey());
    vt.terminal.close();
  }

  @Test
  void aFileThatIsGoneLeavesEmptyLines() throws IOException {
    Random random = new Random(5);
    Vt vt = filed(3, 20, Terminal.UNLIMITED);
    for (int i = 0; i < 20_000; i++) {
      vt.feed("line " + i + words(random, 8));
      vt.feed(i % 50 == 0 ? "long".repeat(random.nextInt(3000)) + "\r\n" : "\r\n");
    }
    stores.stores().close();
    assertThat(lines(vt).get(0L)).isEmpty();
    assertThat(vt.losses).hasSize(1);
    assertThat(lines(vt)).hasSize(20_001).hasEntrySatisfying(19_990L, startsWith("line 19990"));
    assertThat(backwards(vt)).hasSizeGreaterThanOrEqualTo(20_001);
    vt.terminal.resize(10, 7);
    assertThat(vt.scrollback()).contains("", "line 19").hasSizeGreaterThan(20_000);
    for (int i = 0; i < 5000; i++) {
      vt.feed("more " + i + "\r\n");
    }
    assertThat(vt.losses).hasSize(1);
    assertThat(lines(vt)).hasEntrySatisfying(24_990L, startsWith("more 4990"));
    vt.terminal.close();
  }

  private static Consumer<String> startsWith(String beginning) {
    return text -> assertThat(text).startsWith(beginning);
  }

  @Test
  void emptyLinesComeBackToTheScreenWhereOthersCannotBeRead() throws IOException {
    Vt vt = new Vt(2, 2000, new Keeping(Terminal.UNLIMITED, PAGE, 0, files()));
    for (int i = 0; i < 300; i++) {
      vt.feed("line " + i + "x".repeat(1500) + "\r\n");
    }
    stores.stores().close();
    vt.terminal.resize(60, 1000);
    vt.feed("new\r\n".repeat(60));
    assertThat(vt.losses).hasSize(1);
    assertThat(lines(vt)).hasEntrySatisfying(300L, startsWith("new")).containsEntry(359L, "new");
    vt.terminal.resize(2, 10);
    assertThat(lines(vt)).hasEntrySatisfying(300L, startsWith("new")).containsEntry(359L, "new");
    vt.terminal.close();
  }

  @Test
  void withoutFilesTheOldestLinesGo() {
    Vt vt = new Vt(3, 20, new Keeping(Terminal.UNLIMITED, PAGE, HEAP, null));
    for (int i = 0; i < 50_000; i++) {
      vt.feed("line " + i + "\r\n");
    }
    assertThat(vt.view().scrollbackHeap()).isLessThanOrEqualTo(HEAP);
    assertThat(lines(vt)).hasSizeBetween(500, 10_000).containsEntry(49_999L, "line 49999");
    assertThat(vt.losses).isEmpty();
  }

  private long onDisk() throws IOException {
    long all = 0;
    try (Stream<Path> files = Files.list(stores.stores().folder())) {
      for (Path file : files.toList()) {
        all += Files.size(file);
      }
    }
    return all;
  }
}
