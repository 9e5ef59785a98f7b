package org.wirebench.fx.transcript;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.TranscriptSearch;

/** What is searched for, how many hits there are, and at which the search is. FX thread only. */
final class SearchModel {
  private static final Messages TEXT = Messages.of(SearchModel.class);

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
  private final ReadOnlyObjectWrapper<@Nullable Hit> hit =
      new ReadOnlyObjectWrapper<>(this, "hit", null);

  private final BooleanSupplier looking;
  private @Nullable TranscriptSearch hits;
  private @Nullable Extent end;
  private @Nullable Seek seek;

  /** A hit that was asked for before it was found. */
  private record Seek(boolean forward, long start) {
    /** Which of {@code count} hits it is, when {@code next} is the first behind the start. */
    long index(long next, long count) {
      return Math.floorMod(forward ? next : next - 1, count);
    }

    /** Whether hits that are found later cannot change which it is. */
    boolean isSettled(long next, long count) {
      return forward && next < count;
    }
  }

  /**
   * @param looking tells whether more may be found
   * @param changed is called when something else is searched for
   */
  SearchModel(BooleanSupplier looking, Runnable changed) {
    this.looking = looking;
    text.addListener((_, _, _) -> changed.run());
    open.addListener((_, _, _) -> changed.run());
  }

  /** What is searched for: text, or 0x and hex digits. */
  StringProperty textProperty() {
    return text;
  }

  /** Whether the search is open; nothing is marked while it is not. */
  BooleanProperty openProperty() {
    return open;
  }

  /** Why it cannot be searched; empty while it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** "3 of 41". */
  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Where the search is; null before it was asked to go anywhere. */
  ReadOnlyObjectProperty<@Nullable Hit> hitProperty() {
    return hit.getReadOnlyProperty();
  }

  /** What is to be found in {@code scope} from now on; null for nothing. */
  @Nullable TranscriptSearch begin(Scope scope, @Nullable RowFilter within) {
    problem.set("");
    hits = null;
    if (open.get() && !text.get().isEmpty()) {
      try {
        hits = scope.search(text.get(), within);
      } catch (ParseProblem wrong) {
        problem.set(String.valueOf(wrong.getMessage()));
      }
    }
    return hits;
  }

  /** Only says whether it could be searched. */
  void validate(Charset charset) {
    problem.set("");
    if (!text.get().isEmpty()) {
      try {
        Needle _ = Needle.of(text.get(), charset);
      } catch (ParseProblem wrong) {
        problem.set(String.valueOf(wrong.getMessage()));
      }
    }
  }

  /** Is nowhere any more, and knows of no hits. */
  void end() {
    hit.set(null);
    seek = null;
    hits = null;
  }

  /** Leaves out the hits behind {@code now}; null for none. */
  void freeze(@Nullable Extent now) {
    end = now;
  }

  /**
   * Goes to the next hit, or to the one before; around the end; as soon as it is found.
   *
   * @param start where to begin when the search was not anywhere yet
   */
  void seek(boolean forward, long start) {
    Hit now = hit.get();
    seek = new Seek(forward, now == null ? start : forward ? now.offset() + 1 : now.offset());
    advance();
    count();
  }

  /** Goes where it was asked to go, if that is known by now. */
  void advance() {
    if (seek == null || hits == null) {
      seek = null;
      return;
    }
    try {
      long all = end(hits);
      long next = Math.min(hits.firstFrom(seek.start()), all);
      if (!looking.getAsBoolean() || seek.isSettled(next, all)) {
        Seek wanted = seek;
        seek = null;
        if (all > 0) {
          hit.set(hits.hit(wanted.index(next, all)));
        }
      }
    } catch (IOException unreadable) {
      seek = null;
      problem.set(unreadable(unreadable));
    }
  }

  /** How many hits there are in what is shown. */
  private long end(TranscriptSearch found) throws IOException {
    return end == null ? found.count() : found.firstFrom(end.bytes());
  }

  /** Counts the hits anew. */
  void count() {
    try {
      count.set(hits == null ? "" : count(hits));
    } catch (IOException unreadable) {
      count.set(unreadable(unreadable));
    }
  }

  private String count(TranscriptSearch found) throws IOException {
    long all = end(found);
    String more = looking.getAsBoolean() ? "…" : "";
    Hit now = hit.get();
    if (now == null) {
      return TEXT.get("hits", all, Amounts.count(all), more);
    }
    String at = Amounts.count(found.firstFrom(now.offset()) + 1);
    return TEXT.get("hitOf", at, Amounts.count(all), more);
  }

  private static String unreadable(IOException why) {
    return TEXT.get("unreadable", Escapes.display(String.valueOf(why.getMessage())));
  }
}
