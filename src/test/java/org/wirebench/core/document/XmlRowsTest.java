package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.document.Documents.append;
import static org.wirebench.core.document.Documents.texts;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.document.DocumentRow.Style;
import org.wirebench.core.document.DocumentRow.Styled;

class XmlRowsTest {
  private static final String PAGE =
      "<!doctype html><HTML><head><meta charset=utf-8><title>A &amp; B</title>"
          + "<script>if (a<b) { '</p>' }</script></head>"
          + "<body>\n<ul><li>one<li>two <b>bold</b></ul><p title='a>b'>x<br>y</body></html>";

  @RegisterExtension private final Documents documents = new Documents();

  private XmlRows rows(String text, boolean html) throws Exception {
    return documents.finished(
        new XmlRows(documents.store(text), UTF_8, html, documents.stores.stores()));
  }

  @Test
  void tagsIndentWhatIsInThem() throws Exception {
    XmlRows rows =
        rows(
            "<?xml version=\"1.0\"?><!-- all\nof it --><a x='1'><b>text</b><c/><d>more\n than one"
                + "</d><e></e><![CDATA[<raw>]]></a>",
            false);
    assertThat(texts(rows))
        .containsExactly(
            "<?xml version=\"1.0\"?>",
            "<!-- all of it -->",
            "<a x='1'>",
            "  <b>text</b>",
            "  <c/>",
            "  <d>",
            "    more",
            "    than one",
            "  </d>",
            "  <e></e>",
            "  <![CDATA[<raw>]]>",
            "</a>");
    rows.folding().foldFrom(1);
    assertThat(rows.row(5).text()).isEqualTo("  <d> … </d>");
    rows.folding().foldFrom(0);
    assertThat(texts(rows)).endsWith("<a x='1'> … </a>").hasSize(3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rows.folding().unfoldAll();
    rows.writeElement(8, out);
    assertThat(out.toString(UTF_8)).isEqualTo("<d>more\n than one</d>");
  }

  @Test
  void partsOfATagHaveStyles() throws Exception {
    XmlRows rows = rows("<a b=\"c\u0001\" d=e>x</a>", false);
    assertThat(rows.row(0).text()).isEqualTo("<a b=\"c\\x01\" d=e>x</a>");
    assertThat(rows.row(0).styles())
        .containsExactly(
            new Styled(0, 1, Style.PUNCTUATION),
            new Styled(1, 2, Style.KEY),
            new Styled(3, 4, Style.ATTRIBUTE),
            new Styled(4, 5, Style.PUNCTUATION),
            new Styled(5, 7, Style.STRING),
            new Styled(7, 11, Style.DIM),
            new Styled(11, 12, Style.STRING),
            new Styled(13, 14, Style.ATTRIBUTE),
            new Styled(14, 15, Style.PUNCTUATION),
            new Styled(15, 16, Style.STRING),
            new Styled(16, 17, Style.PUNCTUATION),
            new Styled(18, 20, Style.PUNCTUATION),
            new Styled(20, 21, Style.KEY),
            new Styled(21, 22, Style.PUNCTUATION));
  }

  @Test
  void htmlEndsElementsWithoutTags() throws Exception {
    assertThat(texts(rows(PAGE, true)))
        .containsExactly(
            "<!doctype html>",
            "<HTML>",
            "  <head>",
            "    <meta charset=utf-8>",
            "    <title>A &amp; B</title>",
            "    <script>if (a<b) { '</p>' }</script>",
            "  </head>",
            "  <body>",
            "    <ul>",
            "      <li>",
            "        one",
            "      <li>",
            "        two",
            "        <b>bold</b>",
            "    </ul>",
            "    <p title='a>b'>",
            "      x",
            "      <br>",
            "      y",
            "  </body>",
            "</html>");
  }

  @Test
  void entitiesAreNeverExpanded() throws Exception {
    String bomb = "<!DOCTYPE a [<!ENTITY x \"lol>\"><!ENTITY y \"&x;&x;\">]><a>&y;&y;</a>";
    assertThat(texts(rows(bomb, false)))
        .containsExactly(
            "<!DOCTYPE a [<!ENTITY x \"lol>\"><!ENTITY y \"&x;&x;\">]>", "<a>&y;&y;</a>");
  }

  @Test
  void whatIsNoMarkupIsText() throws Exception {
    assertThat(texts(rows("a < b <3 & </ x>\n</stray><a>1</b></a><never ended='", false)))
        .containsExactly(
            "a < b <3 & </ x>", "</stray>", "<a>", "  1", "  </b>", "</a>", "<never ended='");
    assertThat(texts(rows("<!-- open", false))).containsExactly("<!-- open");
    assertThat(texts(rows("<", false))).containsExactly("<");
    assertThat(texts(rows("", false))).isEmpty();
    assertThat(texts(rows("<a><!---b--->--></a>", false)))
        .containsExactly("<a>", "  <!---b--->", "  -->", "</a>");
    assertThat(texts(rows("<a><![CDATA[x]]]]></a>", false)))
        .containsExactly("<a>", "  <![CDATA[x]]]]>", "</a>");
  }

  @Test
  void hugeTextsAndTagsAreCutAndTextGoesOn() throws Exception {
    XmlRows rows = rows("<a>" + "é".repeat(2000) + "</a><b c='" + "x".repeat(5000) + "'/>", false);
    assertThat(rows.size()).isEqualTo(7);
    assertThat(rows.row(1).text()).isEqualTo("  " + "é".repeat(512));
    assertThat(rows.row(2).continues()).isTrue();
    assertThat(rows.row(6).text()).startsWith("<b c='xxx").endsWith("x… 5 kB");
  }

  @Test
  void deepNestingHasALimit() throws Exception {
    XmlRows rows = rows("<a>".repeat(20_000) + "</a>".repeat(20_000), false);
    assertThat(rows.rows()).isEqualTo(40_000);
    assertThat(rows.row(39_999).text()).isEqualTo("</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PAGE,
        "<?xml version='1.0'?><!--x--><a b='c>'><![CDATA[]]]]><d/>wört</a>\n"
            + "<!DOCTYPE x [<!--]-->]>",
        "a < b <! </ <script"
      })
  void rowsComeWhileTheDocumentGrows(String text) throws Exception {
    List<String> all = texts(rows(text, true));
    ByteStore store = documents.store("");
    XmlRows rows = new XmlRows(store, UTF_8, true, documents.stores.stores());
    for (int i = 0; i < text.length(); i++) {
      append(store, text.substring(i, i + 1));
      documents.update(rows);
    }
    assertThat(texts(documents.finished(rows))).isEqualTo(all);
  }
}
