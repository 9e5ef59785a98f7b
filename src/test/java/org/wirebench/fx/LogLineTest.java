package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogLineTest {
  private static Row row(boolean repeats, boolean continues) {
    return new Row("1.000", Row.Kind.OUT, "text", List.of(), repeats, continues);
  }

  @Test
  void whatSaysNoMoreThanTheRowBeforeSaysItAtTheTopOfTheScreenOnly() {
    assertThat(new LogLine(row(false, false)).gutter(0, false)).isEqualTo("1.000");
    assertThat(new LogLine(row(true, false)).gutter(0, false)).isEmpty();
    assertThat(new LogLine(row(true, false)).gutter(0, true)).isEqualTo("1.000");
    assertThat(new LogLine(row(false, false)).gutter(2, true)).isEqualTo("1.000");
    assertThat(new LogLine(row(false, false)).gutter(1, false)).isEmpty();
  }

  @Test
  void theRestOfALongLineIsMarked() {
    assertThat(new LogLine(row(false, false)).sign(0)).isEqualTo("→");
    assertThat(new LogLine(row(false, false)).sign(1)).isEqualTo("…");
    assertThat(new LogLine(row(true, true)).sign(0)).isEqualTo("…");
    assertThat(new LogLine(Row.plain("code")).sign(1)).isEmpty();
  }

  private static LogLine line(String text) {
    return new LogLine(Row.plain(text));
  }

  @Test
  void plainTextTakesOneCellForEachCharacter() {
    LogLine line = line("hello");

    assertThat(line.width()).isEqualTo(5);
    assertThat(line.index(3)).isEqualTo(3);
    assertThat(line.isSimple()).isTrue();
  }

  @Test
  void wideCharactersTakeTwoCellsAndMarksTakeNone() {
    LogLine line = line("a漢e\u0301😀!");

    assertThat(line.width()).isEqualTo(1 + 2 + 1 + 2 + 1);
    assertThat(line.cell(2)).isEqualTo(3);
    assertThat(line.isSimple()).isFalse();
  }

  @Test
  void aCellInsideOfAWideCharacterBelongsToIt() {
    assertThat(line("a漢b").index(2)).isEqualTo(1);
    assertThat(line("a😀b").index(2)).isEqualTo(1);
    assertThat(line("a😀b").index(3)).isEqualTo(3);
  }

  @Test
  void aLineOfAMegabyteIsCutForTheScreenAtAWholeCharacter() {
    LogLine line = line("x".repeat(LogView.LONGEST - 1) + "😀".repeat(500_000));

    assertThat(line.text()).hasSize(LogView.LONGEST - 1 + LogLine.CUT.length());
    assertThat(line.text()).endsWith("x" + LogLine.CUT);
  }

  @Test
  void wrappedLinesFillTheWidthAndAnEmptyRowTakesOne() {
    assertThat(List.of("", "x".repeat(10), "x".repeat(11), "x".repeat(20)))
        .extracting(text -> line(text).lines(10))
        .containsExactly(1, 1, 2, 2);
    assertThat(line("x".repeat(100)).lines(0)).isEqualTo(1);
  }
}
