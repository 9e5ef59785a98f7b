package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Arrivals;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.DocumentRow.Style;
import org.wirebench.core.document.EventScanner.Event;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.ShownText;

/**
 * A stream of server-sent events (WHATWG HTML, section 9.2), a row for each: its type, the id that
 * holds, the first line of its data. Of each event nothing is in the heap but a few that are
 * written to the index together.
 */
public final class EventRows implements DocumentRows {
  private static final Messages TEXT = Messages.of(EventRows.class);
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final int STEP = 64 * 1024;
  private static final int ENTRY = 9 * Long.BYTES;
  private static final int AT_ONCE = 1024;

  /** So many bytes of a part are shown in a row. */
  private static final int LONGEST_NAME = 64;

  private static final int LONGEST_DATA = 1024;
  private static final int TYPE_WIDTH = 10;
  private static final int ID_WIDTH = 6;

  /** The rate is that of the last events: so many, or all of about a second. */
  private static final int RATED = 50;

  private static final long SECOND = 1_000_000_000;

  private static final String NO_TYPE = "message";
  private static final int RETRY_DIGITS = 15;

  private final ByteStore bytes;
  private final @Nullable Arrivals arrivals;
  private final ByteStore index;
  private final ByteBuffer found = ByteBuffer.allocate(AT_ONCE * ENTRY);
  private final byte[] chunk = new byte[STEP];
  private @Nullable EventScanner scanner;
  private long taken;
  private volatile long retry = -1;

  /**
   * @param bytes the stream, in UTF-8 as all are
   * @param arrivals when they came; null where that is not known
   * @param stores where the index grows
   */
  public EventRows(ByteStore bytes, @Nullable Arrivals arrivals, ByteStores stores) {
    this.bytes = bytes;
    this.arrivals = arrivals;
    this.index = stores.create();
  }

  @Override
  public void update(JobContext context) throws IOException {
    long size = bytes.size();
    EventScanner scan = scanner(size);
    if (scan == null) {
      return;
    }
    try {
      while (taken < size) {
        context.checkCancelled();
        int length = bytes.read(taken, chunk, 0, (int) Math.min(STEP, size - taken));
        scan.take(chunk, length);
        taken += length;
        context.progress(taken, size, Progress.Unit.BYTES);
      }
    } finally {
      publish();
    }
  }

  /** An event that is not over when the stream ends is none. */
  @Override
  public void finish(JobContext context) throws IOException {
    update(context);
  }

  /** Begins behind a byte order mark; null while there are too few bytes to tell. */
  private @Nullable EventScanner scanner(long size) throws IOException {
    if (scanner == null) {
      byte[] head = bytes.read(0, MARK.length);
      int same = 0;
      while (same < head.length && head[same] == MARK[same]) {
        same++;
      }
      if (size == 0 || (same == head.length && same < MARK.length)) {
        return null;
      }
      taken = same == MARK.length ? same : 0;
      scanner = new EventScanner(taken, new Taker());
    }
    return scanner;
  }

  private final class Taker implements EventScanner.Found {
    @Override
    public void event(Event event) throws IOException {
      if (!found.hasRemaining()) {
        publish();
      }
      found
          .putLong(event.start())
          .putLong(event.end())
          .putLong(event.typeFrom())
          .putLong(event.typeTo())
          .putLong(event.idFrom())
          .putLong(event.idTo())
          .putLong(event.dataFrom())
          .putLong(event.dataTo())
          .putLong(event.dataLines());
    }

    @Override
    public void retry(long from, long to) throws IOException {
      String digits = new String(bytes.read(from, (int) Math.min(RETRY_DIGITS, to - from)), UTF_8);
      if (to - from <= RETRY_DIGITS && digits.matches("[0-9]+")) {
        retry = Long.parseLong(digits);
      }
    }
  }

  private void publish() throws IOException {
    index.append(found.flip());
    found.clear();
  }

  private Event event(long number) throws IOException {
    Objects.checkIndex(number, size());
    ByteBuffer entry = ByteBuffer.wrap(index.read(number * ENTRY, ENTRY));
    return new Event(
        entry.getLong(),
        entry.getLong(),
        entry.getLong(),
        entry.getLong(),
        entry.getLong(),
        entry.getLong(),
        entry.getLong(),
        entry.getLong(),
        entry.getLong());
  }

  @Override
  public long size() {
    return index.size() / ENTRY;
  }

  @Override
  public DocumentRow row(long number) throws IOException {
    Event event = event(number);
    DocumentRow.Builder row = new DocumentRow.Builder(event.start());
    int type = TYPE_WIDTH;
    if (event.typeFrom() == event.typeTo()) {
      row.add(NO_TYPE, Style.DIM);
      type -= NO_TYPE.length();
    } else {
      type -= part(row, event.typeFrom(), event.typeTo(), LONGEST_NAME, Style.KEY);
    }
    row.plain(" ".repeat(Math.max(0, type) + 1));
    int id = part(row, event.idFrom(), event.idTo(), LONGEST_NAME, Style.NUMBER);
    row.plain(" ".repeat(Math.max(0, ID_WIDTH - id) + 1));
    int _ = part(row, event.dataFrom(), event.dataTo(), LONGEST_DATA, null);
    if (event.dataLines() > 1) {
      long more = event.dataLines() - 1;
      row.plain(" ").add(TEXT.get("events.more", more, Amounts.count(more)), Style.DIM);
    }
    return row.build();
  }

  private int part(DocumentRow.Builder row, long from, long to, int most, @Nullable Style style)
      throws IOException {
    int length = (int) Math.min(most, to - from);
    var shown = ShownText.of(bytes.read(from, length), UTF_8);
    if (style == null) {
      row.bytes(from, length, shown);
    } else {
      row.bytes(from, length, shown, style);
    }
    if (length < to - from) {
      row.add("…", Style.DIM);
    }
    return shown.text().length() + (length < to - from ? 1 : 0);
  }

  @Override
  public long rowAt(long offset) throws IOException {
    long behind = Bisection.first(0, size(), number -> event(number).start() > offset);
    return Math.max(0, behind - 1);
  }

  /**
   * The type of an event, {@code message} where it says none, as far as it is shown.
   *
   * @throws IOException when it cannot be read
   */
  public String type(long number) throws IOException {
    Event event = event(number);
    return event.typeFrom() == event.typeTo() ? NO_TYPE : text(event.typeFrom(), event.typeTo());
  }

  /**
   * The id that holds with an event; empty where there is none.
   *
   * @throws IOException when it cannot be read
   */
  public String id(long number) throws IOException {
    Event event = event(number);
    return text(event.idFrom(), event.idTo());
  }

  private String text(long from, long to) throws IOException {
    int length = (int) Math.min(LONGEST_NAME, to - from);
    return ShownText.of(bytes.read(from, length), UTF_8).text() + (length < to - from ? "…" : "");
  }

  /**
   * When the end of an event came, with which it was one; empty where that is not known.
   *
   * @throws IOException when it cannot be read
   */
  public Optional<Instant> time(long number) throws IOException {
    return arrivals == null ? Optional.empty() : arrivals.of(event(number).end());
  }

  /**
   * How many events a second came of late; 0 where that is not known.
   *
   * @throws IOException when it cannot be read
   */
  public double rate() throws IOException {
    long last = size() - 1;
    Optional<Instant> to = last < 0 ? Optional.empty() : time(last);
    double rate = 0;
    double nanos = 0;
    for (long back = RATED; to.isPresent() && last > 0 && nanos < SECOND; back *= 2) {
      long first = Math.max(0, last - back);
      nanos = Duration.between(time(first).orElse(to.get()), to.get()).toNanos();
      rate = nanos <= 0 ? 0 : (last - first) * 1e9 / nanos;
      if (first == 0) {
        break;
      }
    }
    return rate;
  }

  /**
   * After how many milliseconds the server wants to be asked again; empty where it says nothing.
   */
  public OptionalLong retry() {
    return retry < 0 ? OptionalLong.empty() : OptionalLong.of(retry);
  }

  /**
   * Writes the whole data of an event, its lines with LF between them.
   *
   * @throws IOException when it cannot be read or written
   */
  public void writeData(long number, OutputStream out) throws IOException {
    Event event = event(number);
    EventScanner again = new EventScanner(event.start(), new DataWriter(out));
    byte[] part = new byte[STEP];
    for (long at = event.start(); at < event.end(); ) {
      int length = bytes.read(at, part, 0, (int) Math.min(STEP, event.end() - at));
      again.take(part, length);
      at += length;
    }
  }

  /** The lines of data, copied from where they stand. */
  private final class DataWriter implements EventScanner.Found {
    private final OutputStream out;
    private boolean any;

    DataWriter(OutputStream out) {
      this.out = out;
    }

    @Override
    public void event(Event event) {}

    @Override
    public void retry(long from, long to) {}

    @Override
    public void data(long from, long to) throws IOException {
      if (any) {
        out.write('\n');
      }
      any = true;
      try (var line = bytes.newInputStream(from, to)) {
        long _ = line.transferTo(out);
      }
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
