package org.wirebench.fx.find;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** What is searched for, how many hits there are, and at which the search is. FX thread only. */
public final class FindModel {
  private static final Messages TEXT = Messages.of(FindModel.class);
  private static final long NOWHERE = -1;

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");

  private final BooleanSupplier looking;
  private final LongConsumer go;
  private @Nullable Hits hits;
  private long limit = Long.MAX_VALUE;
  private long at = NOWHERE;
  private @Nullable Seek seek;

  /** A hit that was asked for before it was found. */
  private record Seek(boolean forward, long start) {
    /**
     * Which of the hits in {@code range} it is, when {@code next} is the first behind the start.
     */
    long index(long next, Range range) {
      return range.from() + Math.floorMod(next - range.from() - (forward ? 0 : 1), range.size());
    }

    /** Whether hits that are found later cannot change which it is. */
    boolean isSettled(long next, Range range) {
      return forward && next < range.to();
    }
  }

  /** The numbers of the hits that count, up to and without {@code to}. */
  private record Range(long from, long to) {
    static Range of(Hits hits, long limit) throws IOException {
      long from = hits.first();
      long to = limit == Long.MAX_VALUE ? hits.end() : hits.firstFrom(limit);
      return new Range(from, Math.max(from, to));
    }

    long size() {
      return to - from;
    }
  }

  /**
   * @param looking tells whether more may be found
   * @param changed is called when something else is searched for
   * @param go is told the place of a hit that the search went to
   */
  public FindModel(BooleanSupplier looking, Runnable changed, LongConsumer go) {
    this.looking = looking;
    this.go = go;
    text.addListener((_, _, _) -> changed.run());
    open.addListener((_, _, _) -> changed.run());
  }

  /** What is searched for, as it is typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** Whether the search is open; nothing is found while it is not. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Why it cannot be searched; empty while it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** "3 of 41". */
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** What is to be found now; empty for nothing. */
  public String wanted() {
    return open.get() ? text.get() : "";
  }

  /** Says why it cannot be searched; empty where it can. */
  public void refuse(String why) {
    problem.set(why);
  }

  /** Is nowhere any more, and goes among {@code now} from now on; null for no hits. */
  public void begin(@Nullable Hits now) {
    at = NOWHERE;
    seek = null;
    hits = now;
    if (now == null) {
      count.set("");
    }
  }

  /** Leaves out the hits at {@code place} and behind it; {@link Long#MAX_VALUE} for none. */
  public void limit(long place) {
    limit = place;
  }

  /** Where the search is; -1 before it was asked to go anywhere. */
  public long at() {
    return at;
  }

  /**
   * Goes to the next hit, or to the one before; around the end; as soon as it is found.
   *
   * @param start where to begin when the search was not anywhere yet
   */
  public void seek(boolean forward, long start) {
    seek = new Seek(forward, at == NOWHERE ? start : forward ? at + 1 : at);
    advance();
    count();
  }

  /** Goes where it was asked to go, if that is known by now. */
  public void advance() {
    Seek wanted = seek;
    if (wanted == null || hits == null) {
      seek = null;
      return;
    }
    try {
      Range range = Range.of(hits, limit);
      long next = Math.clamp(hits.firstFrom(wanted.start()), range.from(), range.to());
      if (!looking.getAsBoolean() || wanted.isSettled(next, range)) {
        seek = null;
        if (range.size() > 0) {
          at = hits.place(wanted.index(next, range));
          go.accept(at);
        }
      }
    } catch (IOException unreadable) {
      seek = null;
      problem.set(unreadable(unreadable));
    }
  }

  /** Counts the hits anew. */
  public void count() {
    try {
      count.set(hits == null ? "" : count(hits));
    } catch (IOException unreadable) {
      count.set(unreadable(unreadable));
    }
  }

  private String count(Hits found) throws IOException {
    Range range = Range.of(found, limit);
    boolean goesOn = looking.getAsBoolean();
    if (goesOn && range.size() == 0) {
      // The view marks what it shows at once: there may be hits in sight before one is counted.
      return TEXT.get("searching");
    }
    String all = Amounts.count(range.size());
    String more = goesOn ? "…" : "";
    long number = at == NOWHERE ? NOWHERE : found.firstFrom(at);
    boolean here = number >= range.from() && number < range.to();
    return here
        ? TEXT.get("hitOf", Amounts.count(number - range.from() + 1), all, more)
        : TEXT.get("hits", range.size(), all, more);
  }

  /** Why hits cannot be read, in words for people. */
  public static String unreadable(IOException why) {
    return TEXT.get("unreadable", Escapes.display(String.valueOf(why.getMessage())));
  }
}
