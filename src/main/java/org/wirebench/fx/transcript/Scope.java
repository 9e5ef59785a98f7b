package org.wirebench.fx.transcript;

import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.core.transcript.Wanted;
import org.wirebench.core.wire.Direction;

/**
 * What a filter and a search look through.
 *
 * @param parties whose entries are looked at; none for those of all
 * @param charset what the bytes are read in
 * @param from what came before is not looked at
 * @param stores keep what is found
 */
record Scope(
    Transcript transcript, Set<Integer> parties, Charset charset, Extent from, ByteStores stores) {
  /**
   * Looks for what was typed.
   *
   * @param within if not null, only hits in the rows that it shows count
   * @throws ParseProblem when it cannot be looked for
   */
  TranscriptSearch search(String typed, @Nullable RowFilter within) throws ParseProblem {
    Needle needle = Needle.of(typed, charset);
    return new TranscriptSearch(transcript, needle, Needle.inEvents(typed), from, stores, within);
  }

  /**
   * Takes the rows that went these ways, any where there are none, and have one of {@code hits};
   * null for any row.
   */
  RowFilter filter(Mode mode, Set<Direction> ways, @Nullable TranscriptSearch hits) {
    return new RowFilter(
        TranscriptRows.rows(transcript, mode), new Wanted(ways, parties), hits, from, stores);
  }
}
