package org.wirebench.core.transcript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.core.wire.Direction;

/**
 * A transcript as lines of text. A row ends at a line feed, where the direction or the party
 * changes, and after {@link #LONGEST} bytes. In a stream a line may go on from one entry to the
 * next; a datagram begins a row of its own.
 *
 * <p>Only the place of each {@value #STEP}th row is kept; those between are found by reading.
 */
public final class TextRows implements Rows, AutoCloseable {
  /** How many bytes a row holds at most. */
  public static final int LONGEST = 4096;

  private static final int STEP = 256;
  private static final int BLOCKS_KEPT = 16;

  private final Transcript transcript;
  private final boolean stream;
  // Two numbers for each STEPth row: where it begins, and in which entry.
  private final LongStore marks;
  private final Map<Long, Block> blocks = new LinkedHashMap<>();
  private volatile long size;

  private long indexed;
  private int openLength;
  private boolean open;
  private Direction openDirection = Direction.EVENT;
  private int openParty;

  /** The rows from one mark to the next. */
  private record Block(List<Place> places, boolean whole) {}

  /** Where a row stands. */
  private record Place(
      long offset, int length, long exchange, boolean opensExchange, boolean cut) {}

  TextRows(Transcript transcript, ByteStores stores, boolean stream) {
    this.transcript = transcript;
    this.stream = stream;
    this.marks = new LongStore(stores);
  }

  /** Takes in the newest entry; called under the lock of the transcript. */
  void index(Exchange exchange, byte[] source, int from) throws IOException {
    boolean goesOn =
        open
            && stream
            && exchange.direction() == openDirection
            && exchange.party() == openParty
            && exchange.direction() != Direction.EVENT;
    open = goesOn;
    openDirection = exchange.direction();
    openParty = exchange.party();
    int end = from + exchange.length();
    int at = from;
    if (exchange.length() == 0) {
      begin(exchange, 0);
      open = false;
    }
    while (at < end) {
      if (!open) {
        begin(exchange, at - from);
      }
      int limit = Math.min(end, at + LONGEST - openLength);
      int feed = Newlines.find(source, at, limit);
      openLength += feed - at;
      boolean ended = feed < limit;
      at = ended ? feed + 1 : feed;
      open = !ended && openLength < LONGEST;
    }
  }

  private void begin(Exchange exchange, int within) throws IOException {
    if (indexed % STEP == 0) {
      marks.append(exchange.offset() + within);
      marks.append(exchange.number());
    }
    open = true;
    openLength = 0;
    indexed++;
    size = indexed;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public TranscriptRow row(long index) throws IOException {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("row " + index + " of " + size);
    }
    Place place = place(index);
    return new TranscriptRow(
        transcript.exchange(place.exchange()),
        place.opensExchange(),
        place.offset(),
        transcript.bytes().read(place.offset(), place.length()),
        place.cut());
  }

  private Place place(long index) throws IOException {
    long number = index / STEP;
    int within = (int) (index % STEP);
    synchronized (blocks) {
      Block known = blocks.get(number);
      // The last row of a block that was read while it grew may have grown since.
      if (known != null && (known.whole() || within < known.places().size() - 1)) {
        return known.places().get(within);
      }
    }
    Block read = readBlock(number);
    synchronized (blocks) {
      blocks.remove(number);
      blocks.put(number, read);
      Iterator<Long> oldest = blocks.keySet().iterator();
      while (blocks.size() > BLOCKS_KEPT && oldest.hasNext()) {
        oldest.next();
        oldest.remove();
      }
    }
    return read.places().get(within);
  }

  private Block readBlock(long number) throws IOException {
    BlockReader reader =
        new BlockReader(transcript, stream, marks.get(2 * number), marks.get(2 * number + 1));
    List<Place> places = new ArrayList<>(STEP);
    while (places.size() < STEP && reader.next()) {
      places.add(
          new Place(
              reader.offset(),
              reader.length(),
              reader.exchange(),
              reader.opensExchange(),
              reader.cut()));
    }
    return new Block(places, places.size() == STEP && reader.ended());
  }

  @Override
  public void close() throws IOException {
    marks.close();
  }
}
