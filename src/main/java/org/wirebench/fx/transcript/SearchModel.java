package org.wirebench.fx.transcript;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.fx.find.FindModel;
import org.wirebench.fx.find.Hits;

/** The search of a transcript, for text or for 0x and hex digits. FX thread only. */
final class SearchModel {
  private final FindModel find;
  private final ReadOnlyObjectWrapper<@Nullable Hit> hit =
      new ReadOnlyObjectWrapper<>(this, "hit", null);
  private @Nullable TranscriptSearch search;

  /**
   * @param looking tells whether more may be found
   * @param changed is called when something else is searched for
   */
  SearchModel(BooleanSupplier looking, Runnable changed) {
    find = new FindModel(looking, changed, this::go);
  }

  /** What is typed, how many hits there are, and the way among them. */
  FindModel find() {
    return find;
  }

  /** Where the search is; null before it was asked to go anywhere. */
  ReadOnlyObjectProperty<@Nullable Hit> hitProperty() {
    return hit.getReadOnlyProperty();
  }

  private void go(long offset) {
    TranscriptSearch in = search;
    if (in == null) {
      return;
    }
    try {
      // Whoever goes to the hit where the search is already wants to see it again.
      hit.set(null);
      hit.set(in.hits().hit(in.hits().firstFrom(offset)));
    } catch (IOException unreadable) {
      find.refuse(FindModel.unreadable(unreadable));
    }
  }

  /** What is to be found in {@code scope} from now on; null for nothing. */
  @Nullable TranscriptSearch begin(Scope scope, @Nullable RowFilter within) {
    find.refuse("");
    search = null;
    if (!find.wanted().isEmpty()) {
      try {
        search = scope.search(find.wanted(), within);
      } catch (ParseProblem wrong) {
        find.refuse(String.valueOf(wrong.getMessage()));
      }
    }
    find.begin(search == null ? null : Hits.of(search.hits()));
    return search;
  }

  /** Only says whether it could be searched. */
  void validate(Charset charset) {
    find.refuse("");
    String typed = find.textProperty().get();
    if (!typed.isEmpty()) {
      try {
        Needle _ = Needle.of(typed, charset);
      } catch (ParseProblem wrong) {
        find.refuse(String.valueOf(wrong.getMessage()));
      }
    }
  }

  /** Is nowhere any more, and knows of no hits. */
  void end() {
    hit.set(null);
    search = null;
    find.begin(null);
  }

  /** Leaves out the hits behind {@code now}; null for none. */
  void freeze(@Nullable Extent now) {
    find.limit(now == null ? Long.MAX_VALUE : now.bytes());
  }
}
