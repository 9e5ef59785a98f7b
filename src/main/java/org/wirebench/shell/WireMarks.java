package org.wirebench.shell;

import java.util.Optional;
import org.wirebench.core.bytes.HexMask;
import org.wirebench.core.transcript.Needle;

/** What is marked in the events of the wire log. */
@FunctionalInterface
interface WireMarks {
  /** Nothing. */
  WireMarks NONE = (_, _, _) -> Optional.empty();

  /**
   * Bytes that are marked.
   *
   * @param to after the last of them
   */
  record Mark(int from, int to) {}

  /** The first bytes in {@code [from, to)} that are to be marked. */
  Optional<Mark> next(byte[] bytes, int from, int to);

  static WireMarks of(Needle needle) {
    return (bytes, from, to) -> {
      int at = needle.find(bytes, from, to);
      return at < 0
          ? Optional.empty()
          : Optional.of(new Mark(at, at + needle.lengthAt(bytes, at, to)));
    };
  }

  /**
   * @param mask at least one byte
   */
  static WireMarks of(HexMask mask) {
    return (bytes, from, to) -> {
      int at = mask.find(bytes, from, to);
      return at < 0 ? Optional.empty() : Optional.of(new Mark(at, at + mask.length()));
    };
  }
}
