package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.Needle;

class DocumentSearchTest {
  @RegisterExtension private final Documents documents = new Documents();

  private DocumentSearch search(ByteStore store, String wanted) throws Exception {
    return new DocumentSearch(store, Needle.of(wanted, UTF_8), documents.stores.stores());
  }

  private void look(DocumentSearch search) throws InterruptedException {
    boolean _ =
        documents.jobs.run(
            context -> {
              search.update(context);
              return true;
            });
  }

  @Test
  void hitsAreCountedAndFoundInBothDirections() throws Exception {
    DocumentSearch search = search(documents.store("Aa b aAaA"), "aa");
    look(search);
    assertThat(search.hits().count()).isEqualTo(3);
    assertThat(search.hits().hit(0)).isEqualTo(new Hit(0, 2));
    assertThat(search.hits().hit(2)).isEqualTo(new Hit(7, 2));
    assertThat(search.hits().firstFrom(1)).isEqualTo(1);
    assertThat(search.hits().firstFrom(8)).isEqualTo(3);
    assertThat(search.position()).isEqualTo(9);
  }

  @Test
  void hitsAreFoundAcrossWhatIsReadAtOnceAndWhatComesLater() throws Exception {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300_000; i++) {
      text.append((char) ('a' + random.nextInt(3)));
    }
    List<Long> wanted = new ArrayList<>();
    for (int at = text.indexOf("abcab"); at >= 0; at = text.indexOf("abcab", at + 5)) {
      wanted.add((long) at);
    }
    ByteStore store = documents.store("");
    DocumentSearch search = search(store, "abcab");
    for (int at = 0; at < text.length(); at += 70_001) {
      Documents.append(store, text.substring(at, Math.min(text.length(), at + 70_001)));
      look(search);
    }
    List<Long> found = new ArrayList<>();
    for (long i = 0; i < search.hits().count(); i++) {
      found.add(search.hits().hit(i).offset());
    }
    assertThat(found).isEqualTo(wanted).hasSizeGreaterThan(1000);
  }

  @Test
  void nothingIsFoundInNothing() throws Exception {
    DocumentSearch search = search(documents.store(""), "0x0a");
    look(search);
    assertThat(search.hits().count()).isZero();
    assertThat(search.hits().firstFrom(0)).isZero();
  }

  @Test
  void aHitIsShownInItsRow() throws Exception {
    JsonRows rows = documents.json("[{\"a\":\"find me\"},{\"b\":2}]");
    DocumentSearch search = search(rows.bytes(), "FIND");
    look(search);
    rows.folding().foldFrom(1);
    Hit hit = search.hits().hit(0);
    DocumentRow row = rows.row(rows.reveal(hit.offset()));
    assertThat(row.parts(hit.offset(), hit.end()))
        .singleElement()
        .satisfies(
            part -> assertThat(row.text().substring(part.from(), part.to())).isEqualTo("find"));
  }
}
