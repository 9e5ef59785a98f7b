package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.document.Documents.append;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.bytes.Arrivals;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.transcript.Shown;

class EventRowsTest {
  @RegisterExtension private final Documents documents = new Documents();

  private EventRows rows(ByteStore store) {
    return new EventRows(store, null, documents.stores.stores());
  }

  /** "type/id/data" of each event. */
  private List<String> events(String stream) throws Exception {
    return events(documents.finished(rows(documents.store(stream))));
  }

  private static List<String> events(EventRows rows) throws IOException {
    List<String> events = new ArrayList<>();
    for (long i = 0; i < rows.size(); i++) {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      rows.writeData(i, data);
      events.add(rows.type(i) + "/" + rows.id(i) + "/" + data.toString(UTF_8));
    }
    return events;
  }

  @Test
  void theExamplesOfTheStandard() throws Exception {
    assertThat(events("data: YHOO\ndata: +2\ndata: 10\n\n"))
        .containsExactly("message//YHOO\n+2\n10");
    assertThat(
            events(
                ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\n"
                    + "data:  third event"))
        .containsExactly("message/1/first event", "message//second event");
    assertThat(events("data\n\ndata\ndata\n\ndata:")).containsExactly("message//", "message//\n");
    assertThat(events("data:test\n\ndata: test\n\n"))
        .containsExactly("message//test", "message//test");
    assertThat(events("event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n"))
        .containsExactly("add//73857293", "remove//2153");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void everyLineEndIsOne(String end) throws Exception {
    String stream = "event: a\ndata: 1\ndata: 2\n\n:\n\nid: 7\ndata: 3\n\n".replace("\n", end);
    assertThat(events(stream)).containsExactly("a//1\n2", "message/7/3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void eventsComeInPiecesOfAnySize(String end) throws Exception {
    String stream = "\ufeffevent: a\ndata: ä1\ndata: 2\n\nid: 7\ndata: 3\n\n".replace("\n", end);
    byte[] bytes = stream.getBytes(UTF_8);
    ByteStore store = documents.store("");
    EventRows rows = rows(store);
    for (byte one : bytes) {
      store.append(new byte[] {one}, 0, 1);
      documents.update(rows);
    }
    assertThat(events(rows)).containsExactly("a//ä1\n2", "message/7/3");
  }

  @Test
  void anEventIsThereWithItsEmptyLineAndNotBefore() throws Exception {
    ByteStore store = documents.store("data: 1\r");
    EventRows rows = rows(store);
    documents.update(rows);
    assertThat(rows.size()).isZero();
    append(store, "\n\r");
    documents.update(rows);
    assertThat(rows.size()).isOne();
    append(store, "\ndata: unfinished\n");
    assertThat(documents.finished(rows).size()).isOne();
  }

  @Test
  void aMarkIsSkippedOnlyAtTheBeginning() throws Exception {
    assertThat(events("\ufeffdata: 1\n\n\ufeffdata: 2\n\n")).containsExactly("message//1");
  }

  @Test
  void whatIsNoFieldIsIgnored() throws Exception {
    assertThat(events(": data: 1\nDATA: 2\n data: 3\ndatas: 4\ndata : 5\nx\n\n")).isEmpty();
    assertThat(events("event: x\n\ndata: 1\n\n")).containsExactly("message//1");
    assertThat(events("event: x\nevent\ndata: 1\n\n")).containsExactly("message//1");
    assertThat(events("data:  two\n\ndata:\tone\n\n"))
        .containsExactly("message// two", "message//\tone");
    assertThat(events("data: a: b\n\n")).containsExactly("message//a: b");
  }

  @Test
  void anIdHoldsUntilAnotherComesAndIsNotTakenWithAZero() throws Exception {
    assertThat(events("id: 1\ndata: a\n\ndata: b\n\nid: 2\u00003\ndata: c\n\nid:\ndata: d\n\n"))
        .containsExactly("message/1/a", "message/1/b", "message/1/c", "message//d");
    assertThat(events("id: 5\n\ndata: a\n\n")).containsExactly("message/5/a");
  }

  @Test
  void retryIsDigitsAlone() throws Exception {
    EventRows rows = documents.finished(rows(documents.store("retry: 1500\n\nretry: 2s\nretry\n")));
    assertThat(rows.retry()).isEqualTo(OptionalLong.of(1500));
    rows = documents.finished(rows(documents.store("retry: 99999999999999999999\n")));
    assertThat(rows.retry()).isEmpty();
  }

  @Test
  void aRowHasTheTypeTheIdAndTheFirstLine() throws Exception {
    ByteStore store =
        documents.store("event: tick\nid: 12\ndata: one\ndata: two\n\ndata: \u0001x\n\n");
    EventRows rows = documents.finished(rows(store));
    assertThat(rows.row(0).text()).isEqualTo("tick       12     one + 1 line");
    assertThat(rows.row(1).text()).isEqualTo("message    12     \\x01x");
    assertThat(rows.row(0).parts(7, 11)).containsExactly(new Shown.Part(0, 4));
    assertThat(rows.row(0).parts(25, 28)).containsExactly(new Shown.Part(18, 21));
    assertThat(rows.rowAt(0)).isZero();
    assertThat(rows.rowAt(39)).isZero();
    assertThat(rows.rowAt(41)).isOne();
    assertThat(rows.rowAt(10_000)).isOne();
  }

  @Test
  void whatIsTooLongForARowIsCutThereAndNowhereElse() throws Exception {
    String data = "x".repeat(200_000);
    EventRows rows =
        documents.finished(
            rows(documents.store("event: " + "t".repeat(100) + "\ndata: " + data + "\n\n")));
    assertThat(rows.row(0).text()).hasSizeLessThan(1200).endsWith("x…");
    assertThat(rows.type(0)).isEqualTo("t".repeat(64) + "…");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rows.writeData(0, out);
    assertThat(out.toString(UTF_8)).isEqualTo(data);
  }

  @Test
  void eventsHaveTheTimeOfTheirEndAndARate() throws Exception {
    long[] now = {1000};
    ByteStore store = documents.store("");
    try (Arrivals arrivals =
        new Arrivals(documents.stores.stores(), () -> Instant.ofEpochMilli(now[0]))) {
      EventRows rows = new EventRows(store, arrivals, documents.stores.stores());
      for (int i = 0; i < 200; i++) {
        append(store, "data: " + i);
        arrivals.came(store.size());
        now[0] += 500;
        append(store, "\n\n");
        arrivals.came(store.size());
      }
      EventRows all = documents.finished(rows);
      assertThat(all.time(0)).contains(Instant.ofEpochMilli(1500));
      assertThat(all.time(199)).contains(Instant.ofEpochMilli(1000 + 200 * 500));
      assertThat(all.rate()).isEqualTo(2);
      assertThat(arrivals.of(store.size())).isEmpty();
    }
    assertThat(rows(store).rate()).isZero();
  }

  @Test
  void manyEventsTakeNoHeap() throws Exception {
    int count = 200_000;
    byte[] event =
        "id: 123456\nevent: tick\ndata: {\"price\": 12.5, \"of\": \"stock\"}\n\n".getBytes(UTF_8);
    ByteStore store = documents.store("");
    EventRows rows = rows(store);
    long before = heap();
    for (int i = 0; i < count; i++) {
      store.append(event, 0, event.length);
      if (i % 20_000 == 0) {
        documents.update(rows);
      }
    }
    assertThat(documents.finished(rows).size()).isEqualTo(count);
    assertThat(rows.row(count - 1).text()).startsWith("tick");
    assertThat(rows.rowAt(event.length * 150_000L + 3)).isEqualTo(150_000);
    // Its bytes are 13 MB and its index is 14 MB, both in files.
    assertThat(heap() - before).isLessThan(3 << 20);
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
