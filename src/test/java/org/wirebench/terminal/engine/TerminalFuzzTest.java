package org.wirebench.terminal.engine;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No input makes the terminal throw, hang or say what it should not. In a build the recorded
 * sessions are played, and the inputs that were once found; docs/terminal.md says how to look for
 * more.
 */
@Timeout(30)
class TerminalFuzzTest {
  /** A fuzzer makes no input that is longer than those it began with, and short ones are quick. */
  private static final int PIECE = 1000;

  static Stream<byte[]> sessions() {
    return Mutations.sessions().stream().flatMap(TerminalFuzzTest::pieces);
  }

  private static Stream<byte[]> pieces(byte[] session) {
    return IntStream.iterate(0, from -> from < session.length, from -> from + PIECE)
        .mapToObj(from -> Arrays.copyOfRange(session, from, Math.min(session.length, from + PIECE)))
        .map(FuzzedTerminal::input);
  }

  @MethodSource("sessions")
  @DictionaryEntries({
    "\033[",
    "\033[?",
    "\033]8;;a\033\\",
    "\033]0;",
    "\033P$q",
    "\033P+q",
    "\033#6",
    "\033#3",
    "\033#8",
    "\033[?1049h",
    "\033[?1049l",
    "\033[?69h",
    "\033[2;5s",
    "\033[2;4r",
    "\033[?6h",
    "\033[999b",
    "\033[4h",
    "\033[?45h",
    "\033[?7l",
    "\033[2J",
    "\033[3J",
    "\033[1;1;4;4;2;2;1;1$v",
    "\033[?2027l",
    "漢",
    "\u0301",
    "👨‍👩‍👧",
    "\033]133;A\007",
    "\033[?40h\033[?3h"
  })
  @FuzzTest(maxDuration = "1h")
  void whateverComes(byte[] input) throws IOException {
    FuzzedTerminal.play(input);
  }
}
