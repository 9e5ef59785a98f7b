package org.wirebench.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JsonTableTest {
  @RegisterExtension private final Documents documents = new Documents();

  private JsonTable table(String text) throws Exception {
    JsonTable table = JsonTable.find(documents.json(text), documents.stores.stores()).orElseThrow();
    return documents.jobs.run(
        context -> {
          table.update(context);
          return table;
        });
  }

  private static List<List<String>> cells(JsonTable table) throws IOException {
    List<List<String>> all = new ArrayList<>();
    for (long row = 0; row < table.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.columns().size(); column++) {
        cells.add(table.cell(row, column));
      }
      all.add(cells);
    }
    return all;
  }

  @Test
  void namesAreColumns() throws Exception {
    JsonTable table =
        table("[{\"a\":1.0,\"b\":\"x\\ny\\u00e9\"},{\"c\":[1,2],\"a\":null,\"a\":{}},5,[]]");
    assertThat(table.columns()).containsExactly("a", "b", "c", "");
    assertThat(cells(table))
        .containsExactly(
            List.of("1.0", "x\\nyé", "", ""),
            List.of("{}", "", "[ 2 items ]", ""),
            List.of("", "", "", "5"),
            List.of("", "", "", "[]"));
    assertThat(table.documentRow(1)).isEqualTo(5);
    assertThat(table.hasMoreColumns()).isFalse();
  }

  @Test
  void theArrayMayBeAMemberAndTextsMayFollowEachOther() throws Exception {
    JsonTable inside = table("{\"n\":[1],\"list\":[{\"a\":{\"x\":[1]}},{\"b\":2}],\"o\":{}}");
    assertThat(inside.columns()).containsExactly("a", "b");
    assertThat(cells(inside)).containsExactly(List.of("{ 1 key }", ""), List.of("", "2"));
    JsonTable texts = table("{\"a\":1}\n{\"a\":2}\noops\n{\"a\":3}");
    assertThat(cells(texts)).containsExactly(List.of("1"), List.of("2"), List.of("3"));
  }

  @Test
  void whatHasNoObjectsInARowIsNoTable() throws Exception {
    for (String text : List.of("", "1", "[]", "[1,2]", "{\"a\":{\"b\":1}}", "nonsense")) {
      assertThat(JsonTable.find(documents.json(text), documents.stores.stores()))
          .as(text)
          .isEmpty();
    }
    JsonRows rows = documents.json("{\"a\":1}");
    assertThatThrownBy(() -> JsonTable.of(rows, 0, documents.stores.stores()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void columnsAreBoundedAndWideCellsSkipped() throws Exception {
    StringBuilder text = new StringBuilder("[");
    for (int row = 0; row < 3; row++) {
      text.append(row == 0 ? "{" : ",{").append("\"wide\":[0");
      text.append(",1".repeat(5000)).append("]");
      for (int i = 0; i < 300; i++) {
        text.append(",\"k").append(i).append("\":").append(row);
      }
      text.append("}");
    }
    JsonTable table = table(text.append("]").toString());
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.columns()).hasSize(200).startsWith("wide", "k0").endsWith("k198");
    assertThat(table.hasMoreColumns()).isTrue();
    assertThat(table.cell(2, 0)).isEqualTo("[ 5,001 items ]");
    assertThat(table.cell(2, 199)).isEqualTo("2");
  }
}
