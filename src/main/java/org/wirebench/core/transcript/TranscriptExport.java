package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.text.Messages;

/** Writes a transcript into a file, of any size, piece by piece, as far as it goes at the start. */
public final class TranscriptExport {
  private static final Messages TEXT = Messages.of(TranscriptExport.class);
  private static final int BATCH = 256;
  private static final int PIECE = 256 * 1024;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Transcript transcript;
  private final Extent extent;
  private final OutputStream out;
  private final JobContext context;

  private TranscriptExport(Transcript transcript, OutputStream out, JobContext context) {
    this.transcript = transcript;
    this.extent = transcript.extent();
    this.out = out;
    this.context = context;
  }

  /**
   * Writes the bytes of some entries, and nothing else.
   *
   * @throws IOException when the transcript cannot be read or {@code out} not written
   */
  public static void bytes(
      Transcript transcript, Wanted wanted, OutputStream out, JobContext context)
      throws IOException {
    new TranscriptExport(transcript, out, context).bytes(wanted);
  }

  /**
   * Writes a line for each line of text and for each event, in UTF-8, safe for a terminal: when,
   * which way, with whom, what.
   *
   * @param wanted the entries in which the lines begin
   * @param charset what the bytes are read in
   * @param partyName what a party is called; empty for nothing
   * @throws IOException when the transcript cannot be read or {@code out} not written
   */
  public static void text(
      Transcript transcript,
      Wanted wanted,
      Charset charset,
      IntFunction<String> partyName,
      OutputStream out,
      JobContext context)
      throws IOException {
    new TranscriptExport(transcript, out, context).text(wanted, charset, partyName);
  }

  private void bytes(Wanted wanted) throws IOException {
    long number = 0;
    while (number < extent.entries()) {
      for (Exchange exchange : transcript.exchanges(number, BATCH)) {
        if (number < extent.entries() && wanted.takes(exchange)) {
          copy(exchange);
        }
        number++;
        progress(exchange.offset() + exchange.length());
      }
    }
    out.flush();
  }

  private void copy(Exchange exchange) throws IOException {
    long end = exchange.offset() + exchange.length();
    for (long at = exchange.offset(); at < end; at += PIECE) {
      out.write(transcript.bytes().read(at, (int) Math.min(PIECE, end - at)));
    }
  }

  private void progress(long done) {
    context.checkCancelled();
    context.progress(done, Math.max(done, extent.bytes()), Progress.Unit.BYTES);
  }

  private void text(Wanted wanted, Charset charset, IntFunction<String> partyName)
      throws IOException {
    out.write(line(TEXT.get("export.title", TIME.format(transcript.began()))));
    Lines lines = new Lines(wanted, charset, partyName);
    transcript.textRows().walk(0, lines);
    lines.flush();
    out.flush();
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(UTF_8);
  }

  /** Writes rows, and reads what they need in large pieces. */
  private final class Lines implements Rows.Visitor {
    private final Wanted wanted;
    private final Charset charset;
    private final IntFunction<String> partyName;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(PIECE + PIECE / 4);
    private byte[] piece = {};
    private long pieceAt;
    private long told;

    Lines(Wanted wanted, Charset charset, IntFunction<String> partyName) {
      this.wanted = wanted;
      this.charset = charset;
      this.partyName = partyName;
    }

    @Override
    public boolean visit(Rows.Place row) throws IOException {
      if (row.index() >= extent.textRows()) {
        return false;
      }
      if (wanted.takes(row.exchange())) {
        add(row);
      }
      // Where few are wanted the job is told all the same, and can be cancelled.
      if (lines.size() >= PIECE || row.end() - told >= PIECE) {
        flush();
        told = row.end();
        progress(told);
      }
      return true;
    }

    private void add(Rows.Place row) throws IOException {
      byte[] bytes = read(row.offset(), (int) (Math.min(row.end(), extent.bytes()) - row.offset()));
      boolean fed = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
      Charset in = row.exchange().direction().isNews() ? UTF_8 : charset;
      byte[] shown = fed ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
      lines.writeBytes(line(head(row) + ShownText.of(shown, in).text()));
    }

    private String head(Rows.Place row) {
      Exchange exchange = row.exchange();
      String sign =
          switch (exchange.direction()) {
            case OUT -> "→";
            case IN -> "←";
            case EVENT -> "·";
            case FAILURE -> "✕";
          };
      String name = Escapes.display(partyName.apply(exchange.party()));
      String when = TIME.format(transcript.began().plusNanos(exchange.nanos()));
      return when
          + "  "
          + (name.isEmpty() ? "" : name + "  ")
          + (row.continues() ? "…" : sign)
          + "  ";
    }

    private byte[] read(long offset, int length) throws IOException {
      if (offset < pieceAt || offset + length > pieceAt + piece.length) {
        pieceAt = offset;
        piece = transcript.bytes().read(offset, Math.max(PIECE, length));
      }
      int from = (int) (offset - pieceAt);
      return Arrays.copyOfRange(piece, from, Math.min(piece.length, from + length));
    }

    void flush() throws IOException {
      lines.writeTo(out);
      lines.reset();
    }
  }
}
