package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDiffTest {
  @RegisterExtension private final Documents documents = new Documents();

  private TextDiff diff(List<String> left, List<String> right) throws Exception {
    RawRows lefts = raw(left);
    RawRows rights = raw(right);
    return documents.jobs.run(context -> TextDiff.of(lefts, rights, context));
  }

  private RawRows raw(List<String> lines) throws Exception {
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    return documents.finished(new RawRows(documents.store(text), UTF_8, documents.stores.stores()));
  }

  private static List<String> rows(TextDiff diff, List<String> left, List<String> right) {
    List<String> rows = new ArrayList<>();
    for (long i = 0; i < diff.size(); i++) {
      TextDiff.Row row = diff.row(i);
      rows.add(
          switch (row.kind()) {
            case SAME -> " " + left.get((int) row.left());
            case REMOVED -> "-" + left.get((int) row.left());
            case ADDED -> "+" + right.get((int) row.right());
          });
    }
    return rows;
  }

  private static List<String> letters(String text) {
    return text.chars().mapToObj(Character::toString).toList();
  }

  @Test
  void rowsAreMarked() throws Exception {
    List<String> left = List.of("a", "b", "c", "d");
    List<String> right = List.of("a", "x", "c", "d", "e");
    TextDiff diff = diff(left, right);
    assertThat(rows(diff, left, right)).containsExactly(" a", "-b", "+x", " c", " d", "+e");
    assertThat(diff.removed()).isEqualTo(1);
    assertThat(diff.added()).isEqualTo(2);
    assertThat(diff.isCoarse()).isFalse();
    assertThat(diff.isCut()).isFalse();
    assertThat(diff(left, left).added()).isZero();
    assertThat(diff(List.of(), List.of()).size()).isZero();
    assertThat(diff(List.of(), right).added()).isEqualTo(5);
  }

  @Test
  void theShortestWayIsFound() throws Exception {
    TextDiff diff = diff(letters("ABCABBA"), letters("CBABAC"));
    assertThat(diff.removed() + diff.added()).as("as in the paper of Myers").isEqualTo(5);
  }

  /** Without what was added the left document is left, and without what was removed the right. */
  private static void check(TextDiff diff, List<String> left, List<String> right) {
    List<String> rows = rows(diff, left, right);
    assertThat(rows.stream().filter(row -> !row.startsWith("+")).map(row -> row.substring(1)))
        .isEqualTo(left);
    assertThat(rows.stream().filter(row -> !row.startsWith("-")).map(row -> row.substring(1)))
        .isEqualTo(right);
    for (long i = 0; i < diff.size(); i++) {
      TextDiff.Row row = diff.row(i);
      if (row.kind() == TextDiff.Kind.SAME) {
        assertThat(left.get((int) row.left())).isEqualTo(right.get((int) row.right()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void bothDocumentsAreInTheRows(int seed) throws Exception {
    Random random = new Random(seed);
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String line = Integer.toString(random.nextInt(9));
      if (random.nextInt(5) > 0) {
        left.add(line);
      }
      if (random.nextInt(5) > 0) {
        right.add(line);
      }
    }
    check(diff(left, right), left, right);
  }

  @Test
  void tooManyDifferencesAreFoundByBlocks() throws Exception {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      left.add("line " + i);
      right.add(i % 400 < 30 ? "other " + i : "line " + i);
    }
    TextDiff diff = diff(left, right);
    assertThat(diff.isCoarse()).isTrue();
    check(diff, left, right);
    assertThat(diff.removed()).isBetween(3000L, 20_000L);
    List<String> nothing = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      nothing.add("nothing " + i);
    }
    TextDiff all = diff(left, nothing);
    assertThat(all.size()).isEqualTo(80_000);
    assertThat(all.isCoarse()).isTrue();
  }
}
