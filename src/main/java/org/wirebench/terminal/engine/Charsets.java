package org.wirebench.terminal.engine;

import org.jspecify.annotations.Nullable;

/** The four character sets that are designated, and which of them is in use (ISO 2022). */
final class Charsets {
  private static final int SETS = 4;

  private final Charset[] sets = {Charset.ASCII, Charset.ASCII, Charset.ASCII, Charset.ASCII};
  private int inUse;
  private int single = -1;

  /** Has nothing changed where no set is known. */
  void designate(int set, @Nullable Charset charset) {
    if (charset != null) {
      sets[set] = charset;
    }
  }

  /** Has characters come from this set until further notice (SI, SO, LS2, LS3). */
  void lock(int set) {
    inUse = set;
  }

  /** Has the next character alone come from this set (SS2, SS3). */
  void single(int set) {
    single = set;
  }

  /** Whether ASCII is shown as it is. */
  boolean isPlain() {
    return single < 0 && sets[inUse] == Charset.ASCII;
  }

  /** What is shown for a character of ASCII. */
  int shown(int character) {
    Charset charset = sets[single < 0 ? inUse : single];
    single = -1;
    return charset.shown(character);
  }

  /** Whether the next character comes from a set of 96, of which DEL is one. */
  boolean hasDelete() {
    return sets[single < 0 ? inUse : single].hasDelete();
  }

  void set(Charsets other) {
    System.arraycopy(other.sets, 0, sets, 0, SETS);
    inUse = other.inUse;
    single = other.single;
  }
}
