package org.wirebench.fx.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.testkit.TestStores;

/** HTML taken apart into what there is to read. */
class PageReaderTest {
  @RegisterExtension private final TestStores stores = new TestStores();

  private List<PageBlock> read(String html) throws IOException {
    try (ByteStore bytes = stores.stores().create()) {
      byte[] all = html.getBytes(UTF_8);
      bytes.append(all, 0, all.length);
      return PageReader.read(bytes, UTF_8).blocks();
    }
  }

  private String text(String html) throws IOException {
    return String.join("\n", read(html).stream().map(PageBlock::text).toList());
  }

  /** A cell of the page is laid out as a whole, with a node for each run in it. */
  @Test
  void aParagraphOfVeryManyPartsIsSeveral() throws IOException {
    List<PageBlock> bold = read("<p>" + "<b>a</b><i>b</i>".repeat(5000));
    List<PageBlock> lines = read("<pre>" + "a\n".repeat(20_000));

    assertThat(bold).allSatisfy(block -> assertThat(block.runs()).hasSizeLessThanOrEqualTo(500));
    assertThat(lines).allSatisfy(block -> assertThat(block.runs()).hasSizeLessThanOrEqualTo(500));
    assertThat(String.join("", bold.stream().map(PageBlock::text).toList()))
        .isEqualTo("ab".repeat(5000));
  }

  @Test
  void theAddressOfALinkIsKeptOnceForAllOfItsText() throws IOException {
    String html = "<a href='http://h/" + "x".repeat(3000) + "'>" + "a<br>".repeat(1000) + "</a>";
    Set<String> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    read(html).forEach(block -> block.runs().forEach(run -> kept.add(run.link())));

    assertThat(kept).hasSize(1);
  }

  @Test
  void anItemWithoutTextGivesItsPointToNothingBehindIt() throws IOException {
    assertThat(text("<ul><li>one<li></ul><p>two")).isEqualTo("• one\ntwo");
    assertThat(text("<ol><li><p>one</p></li><li></li></ol>two")).isEqualTo("1. one\ntwo");
  }

  @Test
  void aListThatBeginsElsewhereIsNumberedFromThere() throws IOException {
    assertThat(text("<ol start=5><li>five<li>six<li value=9>nine<li>ten</ol>"))
        .isEqualTo("5. five\n6. six\n9. nine\n10. ten");
    assertThat(text("<ol start=x><li value=99999999999>one</ol>")).isEqualTo("1. one");
  }

  @Test
  void aLetterOfTwoCharsIsNotCutInTwo() throws IOException {
    assertThat(text("<p>a" + "\ud83d\ude00".repeat(5000)).replace("\n", ""))
        .isEqualTo("a" + "\ud83d\ude00".repeat(5000));
  }
}
