package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.document.Documents.append;
import static org.wirebench.core.document.Documents.texts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Progress;
import org.wirebench.core.transcript.Shown;

class RawRowsTest {
  @RegisterExtension private final Documents documents = new Documents();

  private RawRows raw(ByteStore store, Charset charset) {
    return new RawRows(store, charset, documents.stores.stores());
  }

  @Test
  void linesAreRowsAndLongOnesSeveral() throws Exception {
    RawRows rows =
        documents.finished(
            raw(documents.store("one\r\n" + "x".repeat(1500) + "\n\nlast\u0001"), UTF_8));
    assertThat(texts(rows))
        .containsExactly("one", "x".repeat(1024), "x".repeat(476), "", "last\\x01");
    assertThat(rows.row(1).continues()).isFalse();
    assertThat(rows.row(2).continues()).isTrue();
    assertThat(rows.rowAt(5 + 1024)).isEqualTo(2);
    assertThat(rows.row(2).parts(5 + 1023, 5 + 1026)).containsExactly(new Shown.Part(0, 2));
  }

  @Test
  void rowsComeWhileTheDocumentGrows() throws Exception {
    ByteStore store = documents.store("on");
    RawRows rows = raw(store, UTF_8);
    documents.update(rows);
    assertThat(texts(rows)).containsExactly("on");
    append(store, "e\ntwo");
    documents.update(rows);
    assertThat(texts(rows)).containsExactly("one", "two");
  }

  @Test
  void otherCharsetsAreRead() throws Exception {
    byte[] latin = "größe\n".getBytes(ISO_8859_1);
    assertThat(texts(documents.finished(raw(documents.store(latin), ISO_8859_1))))
        .containsExactly("größe");
    assertThat(texts(documents.finished(raw(documents.store(latin), UTF_8))))
        .containsExactly("gr\\xf6\\xdfe");
  }

  @Test
  void manyMegabytesAreTakenInWithProgressAndUntilCancelled() throws Exception {
    ByteStore store = documents.stores.stores().create();
    byte[] lines = "0123456789 0123456789\n".repeat(10_000).getBytes(UTF_8);
    for (int i = 0; i < 50; i++) {
      store.append(lines, 0, lines.length);
    }
    RawRows rows = raw(store, UTF_8);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Job<Boolean> cancelled =
        documents.jobs.start(
            context -> {
              context.closeOnCancel(ended::countDown);
              begun.countDown();
              ended.await();
              rows.finish(context);
              return true;
            });
    begun.await();
    cancelled.cancel();
    assertThat(cancelled.await()).isEqualTo(new Outcome.Cancelled<>());
    assertThat(rows.size()).isZero();
    Job<Boolean> job =
        documents.jobs.start(
            context -> {
              rows.finish(context);
              return true;
            });
    assertThat(job.await()).isEqualTo(new Outcome.Done<>(true));
    assertThat(rows.size()).isEqualTo(500_000);
    assertThat(job.progress())
        .isEqualTo(new Progress(store.size(), store.size(), Progress.Unit.BYTES));
    assertThat(rows.row(499_999).text()).isEqualTo("0123456789 0123456789");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "Shift_JIS", "GB18030"})
  void charsetsWithLineEndsInsideOfCharactersAreCopied(String name) throws Exception {
    Charset charset = Charset.forName(name);
    String text = "ein\n表ソ\u010a\u220d\nzwei".repeat(20_000).replace("\u010a\u220d", "");
    byte[] bytes = text.getBytes(charset);
    ByteStore source = documents.store("");
    DocumentText copy = new DocumentText(source, charset, documents.stores.stores());
    for (int at = 0; at < bytes.length; at += 9_999) {
      source.append(bytes, at, Math.min(9_999, bytes.length - at));
      boolean _ =
          documents.jobs.run(
              context -> {
                copy.update(context);
                return true;
              });
    }
    boolean _ =
        documents.jobs.run(
            context -> {
              copy.finish(context);
              return true;
            });
    assertThat(copy.isCopy()).isTrue();
    assertThat(copy.charset()).isEqualTo(UTF_8);
    assertThat(all(copy.bytes())).isEqualTo(text);
  }

  private static String all(ByteStore store) throws IOException {
    return new String(store.read(0, (int) store.size()), UTF_8);
  }

  @Test
  void halfACharacterAtTheEndIsReplaced() throws Exception {
    ByteStore source = documents.store(new byte[] {0, 'a', 0});
    DocumentText copy = new DocumentText(source, UTF_16BE, documents.stores.stores());
    boolean _ =
        documents.jobs.run(
            context -> {
              copy.update(context);
              assertThat(all(copy.bytes())).isEqualTo("a");
              copy.finish(context);
              return true;
            });
    assertThat(all(copy.bytes())).isEqualTo("a\ufffd");
  }

  @Test
  void othersAreReadWhereTheyAre() throws Exception {
    ByteStore source = documents.store("a");
    DocumentText text = new DocumentText(source, ISO_8859_1, documents.stores.stores());
    assertThat(text.bytes()).isSameAs(source);
    assertThat(text.charset()).isEqualTo(ISO_8859_1);
  }

  @Test
  void hexRowsNeedNoIndex() throws Exception {
    HexDumpRows rows = new HexDumpRows(documents.store("0123456789abcdef\n"));
    assertThat(texts(rows))
        .containsExactly(
            "000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef",
            "000010  0a                                                .");
    assertThat(rows.rowAt(16)).isEqualTo(1);
    assertThat(rows.row(0).parts(0, 1))
        .containsExactly(new Shown.Part(8, 10), new Shown.Part(58, 59));
  }

  @Test
  void theCharsetIsGuessed() {
    byte[] marked = {(byte) 0xff, (byte) 0xfe, 'a', 0};
    byte[] plain = "{}".getBytes(UTF_8);
    assertThat(DocumentCharset.guess("text/plain; charset=latin1", plain)).isEqualTo(ISO_8859_1);
    assertThat(DocumentCharset.guess("text/plain;CHARSET=\"iso-8859-1\"; x=y", plain))
        .isEqualTo(ISO_8859_1);
    assertThat(DocumentCharset.guess("text/plain; charset=latin1", marked)).isEqualTo(UTF_16LE);
    assertThat(DocumentCharset.guess("text/plain; charset=no-such", plain)).isEqualTo(UTF_8);
    assertThat(DocumentCharset.guess("text/plain; charset=<bad>", plain)).isEqualTo(UTF_8);
    assertThat(DocumentCharset.guess("", new byte[0])).isEqualTo(UTF_8);
    byte[] xml = "<?xml version='1.0' encoding='ISO-8859-1'?><a/>".getBytes(UTF_8);
    assertThat(DocumentCharset.guess("text/xml", xml)).isEqualTo(ISO_8859_1);
    byte[] html = "<html><head><meta charset=iso-8859-1></head>".getBytes(UTF_8);
    assertThat(DocumentCharset.guess("text/html", html)).isEqualTo(ISO_8859_1);
    assertThat(DocumentCharset.guess("text/html; charset=utf-8", html)).isEqualTo(UTF_8);
  }
}
