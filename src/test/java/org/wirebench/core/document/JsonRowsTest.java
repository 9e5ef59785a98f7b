package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.document.Documents.append;
import static org.wirebench.core.document.Documents.texts;
import static org.wirebench.core.document.Documents.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.document.DocumentRow.Fold;
import org.wirebench.core.document.DocumentRow.Style;
import org.wirebench.core.document.DocumentRow.Styled;
import org.wirebench.core.transcript.Shown;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonRowsTest {
  @RegisterExtension private final Documents documents = new Documents();

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static String value(JsonRows rows, long index) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rows.writeValue(index, out);
    return out.toString(UTF_8);
  }

  private static String copy(JsonRows rows, long index) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rows.copy(index, out);
    return out.toString(UTF_8);
  }

  @Test
  void eachValueHasARow() throws Exception {
    JsonRows rows =
        documents.json("{\"a\":1.50,\"b\":[true,null,{}],\"c\":{\"d\":\"x\"} , \"a\" : [ ]}");
    assertThat(texts(rows))
        .containsExactly(
            "{",
            "  \"a\": 1.50,",
            "  \"b\": [",
            "    true,",
            "    null,",
            "    {}",
            "  ],",
            "  \"c\": {",
            "    \"d\": \"x\"",
            "  },",
            "  \"a\": []",
            "}");
    assertThat(rows.row(2).fold()).isEqualTo(Fold.OPEN);
    assertThat(rows.row(5).fold()).isEqualTo(Fold.NONE);
  }

  @Test
  void partsOfARowHaveStyles() throws Exception {
    JsonRows rows = documents.json("{\"a\": \"x\\u0001\u0001\"}".replace("\u0001", "y"));
    assertThat(rows.row(1).styles())
        .containsExactly(
            new Styled(2, 5, Style.KEY),
            new Styled(5, 6, Style.PUNCTUATION),
            new Styled(7, 17, Style.STRING));
    assertThat(rows.row(0).styles()).containsExactly(new Styled(0, 1, Style.PUNCTUATION));
  }

  @Test
  void bytesOfTheDocumentAreFoundInTheRow() throws Exception {
    JsonRows rows = documents.json("[ {\"key\" :  \"wört\"} ]");
    assertThat(rows.row(2).text()).isEqualTo("    \"key\": \"wört\"");
    assertThat(rows.row(2).parts(4, 7)).containsExactly(new Shown.Part(5, 8));
    assertThat(rows.row(2).parts(14, 16)).containsExactly(new Shown.Part(13, 14));
    assertThat(rows.row(2).parts(0, 2)).isEmpty();
    assertThat(rows.rowAt(13)).isEqualTo(2);
    assertThat(rows.rowAt(0)).isZero();
    assertThat(rows.rowAt(1000)).isEqualTo(4);
  }

  @Test
  void foldedContainersCountTheirChildren() throws Exception {
    JsonRows rows = documents.json("{\"a\":{\"x\":1},\"b\":[1,2,{\"y\":[3]}],\"c\":0}");
    List<String> all = texts(rows);
    assertThat(rows.toggle(1)).isEqualTo(1);
    assertThat(texts(rows).subList(0, 4))
        .containsExactly("{", "  \"a\": { 1 key },", "  \"b\": [", "    1,");
    assertThat(rows.row(1).fold()).isEqualTo(Fold.FOLDED);
    rows.folding().foldFrom(1);
    assertThat(texts(rows))
        .containsExactly("{", "  \"a\": { 1 key },", "  \"b\": [ 3 items ],", "  \"c\": 0", "}");
    assertThat(rows.toggle(2)).isEqualTo(2);
    assertThat(texts(rows))
        .containsExactly(
            "{",
            "  \"a\": { 1 key },",
            "  \"b\": [",
            "    1,",
            "    2,",
            "    { 1 key }",
            "  ],",
            "  \"c\": 0",
            "}");
    rows.folding().foldFrom(0);
    assertThat(texts(rows)).containsExactly("{ 3 keys }");
    rows.folding().unfoldAll();
    assertThat(texts(rows)).isEqualTo(all);
  }

  @Test
  void aContainerIsFoldedFromItsLastRowToo() throws Exception {
    JsonRows rows = documents.json("[[1,2],[3]]");
    assertThat(rows.toggle(4)).isEqualTo(1);
    assertThat(texts(rows)).startsWith("[", "  [ 2 items ],", "  [", "    3");
    assertThat(rows.toggle(3)).as("no container").isEqualTo(3);
  }

  @Test
  void whatIsSearchedForIsRevealed() throws Exception {
    JsonRows rows = documents.json("[[1,[2]],[3,[4]]]");
    rows.folding().foldFrom(0);
    assertThat(rows.rowAt(13)).as("hidden by the first").isZero();
    long index = rows.reveal(13);
    assertThat(rows.row(index).text()).isEqualTo("      4");
    assertThat(texts(rows))
        .containsExactly(
            "[", "  [ 2 items ],", "  [", "    3,", "    [", "      4", "    ]", "  ]", "]");
  }

  /** Whatever is folded, the numbers on the screen and in the document stand for each other. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void indexAndRowAreInverse(int seed) throws Exception {
    Random random = new Random(seed);
    JsonRows rows = documents.json(RandomJson.container(random, 3000));
    for (int i = 0; i < 60; i++) {
      if (random.nextInt(12) == 0) {
        rows.folding().foldFrom(random.nextInt(5));
      }
      long _ = rows.toggle(random.nextLong(rows.size()));
      long last = -1;
      for (long index = 0; index < rows.size(); index++) {
        long row = rows.folding().row(index);
        assertThat(row).isGreaterThan(last);
        assertThat(rows.folding().index(row)).isEqualTo(index);
        last = rows.folding().isFolded(row) ? rows.outline().end(row) : row;
        long next = index + 1 < rows.size() ? rows.folding().row(index + 1) : rows.rows();
        assertThat(next).isEqualTo(last + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWrittenMeansTheSame(int seed) throws Exception {
    String text = RandomJson.container(new Random(seed), 500);
    JsonRows rows = documents.json(text);
    assertThat(MAPPER.readTree(written(rows))).isEqualTo(MAPPER.readTree(text));
    assertThat(value(rows, 0)).isEqualTo(text.strip());
    assertThat(String.join("\n", texts(rows)) + "\n").isEqualTo(written(rows));
  }

  @Test
  void whereARowIsCanBeCopied() throws Exception {
    JsonRows rows = documents.json("{\"store\":{\"a/b~\":[{\"odd 'name'\":1,\"\\u0041\":2}]}}");
    assertThat(rows.place(4).pointer()).isEqualTo("/store/a~1b~0/0/odd 'name'");
    assertThat(rows.place(4).path()).isEqualTo("$.store['a/b~'][0]['odd \\'name\\'']");
    assertThat(rows.place(5).path()).isEqualTo("$.store['a/b~'][0].A");
    assertThat(rows.place(6).pointer()).as("the end of it").isEqualTo("/store/a~1b~0/0");
    assertThat(rows.place(0).path()).isEqualTo("$");
    assertThat(rows.place(0).pointer()).isEmpty();
  }

  @Test
  void aValueIsCopiedAsItCameAndAFoldedRowWhole() throws Exception {
    JsonRows rows = documents.json("{ \"a\" : { \"b\":[ ],\"c\" :1e5} }");
    assertThat(value(rows, 1)).isEqualTo("{ \"b\":[ ],\"c\" :1e5}");
    assertThat(value(rows, 2)).isEqualTo("[ ]");
    assertThat(value(rows, 3)).isEqualTo("1e5");
    assertThat(value(rows, 4)).isEqualTo("{ \"b\":[ ],\"c\" :1e5}");
    assertThat(copy(rows, 2)).isEqualTo("    \"b\": [],\n");
    long _ = rows.toggle(1);
    assertThat(copy(rows, 1)).isEqualTo("  \"a\": {\n    \"b\": [],\n    \"c\": 1e5\n  }\n");
  }

  @Test
  void longStringsAreShownCutAndCopiedWhole() throws Exception {
    String name = "\"" + "n".repeat(3000) + "\"";
    String string = "\"" + "é".repeat(100_000) + "\"";
    JsonRows rows = documents.json("{" + name + ":" + string + "}");
    String shown = rows.row(1).text();
    assertThat(shown).hasSizeLessThan(1500).endsWith("é… 200 kB").contains("nnn…: \"é");
    assertThat(copy(rows, 1)).isEqualTo("  " + name + ": " + string + "\n");
    assertThat(value(rows, 1)).isEqualTo(string);
  }

  @Test
  void severalTextsMayFollowEachOther() throws Exception {
    JsonRows rows = documents.json("{\"a\":1}\n[2]\n3\n\"x\"\n");
    assertThat(texts(rows)).containsExactly("{", "  \"a\": 1", "}", "[", "  2", "]", "3", "\"x\"");
    assertThat(rows.place(4).path()).isEqualTo("$[0]");
    rows.folding().foldFrom(0);
    assertThat(texts(rows)).containsExactly("{ 1 key }", "[ 1 item ]", "3", "\"x\"");
  }

  @Test
  void aBrokenLineAmongTextsIsTheOnlyOneThatIsRaw() throws Exception {
    JsonRows rows = documents.json("{\"a\":1}\n{\"b\":oops}\n{\"c\":3}\n");
    assertThat(texts(rows))
        .containsExactly(
            "{",
            "  \"a\": 1",
            "}",
            "{",
            "No JSON from byte 13 on: a value should stand here",
            "\"b\":oops}",
            "{",
            "  \"c\": 3",
            "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1,2            | 4  | it ends in the middle
          {"a":1,}        | 7  | a name in double quotes should stand here
          {"a" 1}         | 5  | a colon should stand here
          [1 2]           | 3  | a comma or the end of the list should stand here
          [1}             | 2  | a comma or the end of the list should stand here
          [1,]            | 3  | a value should stand here
          ["a\\x"]        | 4  | there is no such escape in a string
          ["\\u12g4"]     | 6  | there is no such escape in a string
          [01]            | 2  | no number is written so
          [1.]            | 3  | no number is written so
          [-]             | 2  | no number is written so
          [+1]            | 1  | a value should stand here
          [tru]           | 4  | there is no such word; only true, false and null
          [NaN]           | 1  | a value should stand here
          <html>          | 0  | a value should stand here
          "abc            | 4  | it ends in the middle
          """)
  void whatIsNoJsonIsNamedWithItsPlace(String text, int offset, String fault) throws Exception {
    JsonRows rows = documents.json(text);
    assertThat(texts(rows)).contains("No JSON from byte " + offset + " on: " + fault);
  }

  @Test
  void theRestOfABrokenTextIsShownAsItIs() throws Exception {
    String rest = "\"b\": 01, \"c\": 3}\nand more\r\n" + "x".repeat(1500) + "\u0007";
    JsonRows rows = documents.json("{\"a\": [1], " + rest);
    assertThat(texts(rows))
        .containsExactly(
            "{",
            "  \"a\": [",
            "    1",
            "  ]",
            "No JSON from byte 17 on: no number is written so",
            "\"b\": 01, \"c\": 3}",
            "and more",
            "x".repeat(1024),
            "x".repeat(476) + "\\x07");
    assertThat(rows.row(7).continues()).isFalse();
    assertThat(rows.row(8).continues()).isTrue();
    assertThat(written(rows)).endsWith(rest);
    rows.folding().foldFrom(0);
    assertThat(rows.row(0).text()).isEqualTo("{ … }");
    assertThat(rows.row(1).text()).startsWith("No JSON");
  }

  @Test
  void aControlCharacterInAStringIsWrong() throws Exception {
    assertThat(texts(documents.json("[\"a\nb\"]")))
        .containsExactly(
            "[",
            "No JSON from byte 3 on: a control character stands in a string without an escape",
            "\"a",
            "b\"]");
  }

  @Test
  void bytesThatAreNoUtf8AreShownAsSuch() throws Exception {
    byte[] bytes = {'[', '"', 'a', (byte) 0xff, (byte) 0xc3, '"', ']'};
    JsonRows rows =
        documents.finished(new JsonRows(documents.store(bytes), UTF_8, documents.stores.stores()));
    assertThat(texts(rows)).containsExactly("[", "  \"a\\xff\\xc3\"", "]");
    JsonRows latin =
        documents.finished(
            new JsonRows(
                documents.store(bytes), StandardCharsets.ISO_8859_1, documents.stores.stores()));
    assertThat(texts(latin)).containsExactly("[", "  \"aÿÃ\"", "]");
  }

  @Test
  void aByteOrderMarkIsNotPartOfIt() throws Exception {
    assertThat(texts(documents.json("\ufeff[1]"))).containsExactly("[", "  1", "]");
    assertThat(texts(documents.json(""))).isEmpty();
    assertThat(texts(documents.json("  \n "))).isEmpty();
    assertThat(texts(documents.json("7"))).containsExactly("7");
  }

  @Test
  void deepNestingHasALimit() throws Exception {
    JsonRows fine = documents.json("[".repeat(10_000) + "]".repeat(10_000));
    assertThat(fine.size()).isEqualTo(19_999);
    assertThat(fine.row(9_999).text()).isEqualTo(" ".repeat(200) + "[]");
    assertThat(fine.place(9_999).steps()).hasSize(9_999);
    fine.folding().foldFrom(3);
    assertThat(fine.size()).isEqualTo(7);
    JsonRows deep = documents.json("[".repeat(10_001) + "]".repeat(10_001));
    assertThat(deep.row(10_000).text())
        .isEqualTo("No JSON from byte 10,000 on: more than 10,000 values are inside of each other");
  }

  @Test
  void rowsComeWhileTheDocumentGrows() throws Exception {
    String text = "{\"a\":[1,-2.5e+3,true],\"b\\\"\":{\"c\":\"x\\u00e9\\\\\"},\"d\":[[],{}]}";
    List<String> all = texts(documents.json(text));
    ByteStore store = documents.store("");
    JsonRows rows = new JsonRows(store, UTF_8, documents.stores.stores());
    long before = 0;
    for (int i = 0; i < text.length(); i++) {
      append(store, text.substring(i, i + 1));
      documents.update(rows);
      assertThat(rows.size()).isGreaterThanOrEqualTo(before);
      before = rows.size();
    }
    assertThat(texts(documents.finished(rows))).isEqualTo(all);
  }

  @Test
  void whatWasFoldedStaysSoWhileItGrows() throws Exception {
    ByteStore store = documents.store("{\"a\":[1,2,");
    JsonRows rows = new JsonRows(store, UTF_8, documents.stores.stores());
    documents.update(rows);
    long _ = rows.toggle(1);
    assertThat(texts(rows)).containsExactly("{", "  \"a\": [ … ]");
    append(store, "3,4],\"b\":5,");
    documents.update(rows);
    assertThat(texts(rows)).containsExactly("{", "  \"a\": [ 4 items ],", "  \"b\": 5");
  }

  @Test
  void manyRowsAreFoldedAndFoundFast() throws Exception {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 200_000; i++) {
      text.append(i == 0 ? "" : ",").append("{\"id\":").append(i).append(",\"t\":[1]}");
    }
    JsonRows rows = documents.json(text.append("]").toString());
    assertThat(rows.size()).isEqualTo(200_000 * 6 + 2);
    assertThat(rows.outline().end(0)).isEqualTo(rows.size() - 1);
    assertThat(rows.outline().opening(rows.size() - 1)).isZero();
    assertThat(rows.place(rows.size() - 5).path()).isEqualTo("$[199999].t");
    rows.folding().foldFrom(1);
    assertThat(rows.size()).isEqualTo(200_002);
    assertThat(rows.row(150_000).text()).isEqualTo("  { 2 keys },");
    long _ = rows.toggle(150_000);
    assertThat(rows.size()).isEqualTo(200_002 + 3);
    assertThat(rows.row(150_001).text()).isEqualTo("    \"id\": 149999,");
    rows.folding().foldFrom(0);
    assertThat(texts(rows)).containsExactly("[ 200,000 items ]");
  }
}
