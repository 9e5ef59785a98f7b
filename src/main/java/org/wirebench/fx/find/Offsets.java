package org.wirebench.fx.find;

import java.io.IOException;
import org.wirebench.core.transcript.HitList;

/** The hits of a search, by their offsets. */
record Offsets(HitList hits) implements Hits {
  @Override
  public long end() {
    return hits.count();
  }

  @Override
  public long firstFrom(long place) throws IOException {
    return hits.firstFrom(place);
  }

  @Override
  public long place(long index) throws IOException {
    return hits.hit(index).offset();
  }
}
