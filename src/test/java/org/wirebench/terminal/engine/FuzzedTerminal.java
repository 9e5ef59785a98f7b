package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirebench.testkit.TestStores;

/**
 * Plays bytes of a fuzzer. The first three say how large the terminal is and how its scrollback is
 * kept; of the others most are what a program writes. Behind {@value #ESCAPE}, which no UTF-8 has,
 * stands what the user does, so that a recorded stream is an input as it is.
 */
final class FuzzedTerminal {
  static final int ESCAPE = 0xff;

  /** So many things the user does, or an input could take minutes. */
  private static final int MOST_STEPS = 100;

  private static final int MOST_ROWS = 48;
  private static final int MOST_COLUMNS = 128;
  private static final int[] LIMITS = {0, 1, 30, 1000};
  private static final int IN_FILES = 4;
  private static final int PAGE = 512;
  private static final long HEAP = 32_000;
  private static final long FILE = 8_000;
  private static final Key[] KEYS = Key.values();
  private static final MouseEvent.Kind[] KINDS = MouseEvent.Kind.values();
  private static final MouseEvent.Button[] BUTTONS = MouseEvent.Button.values();

  private final byte[] input;
  private final Terminal terminal;
  private final Answers answers = new Answers();
  private int at;

  private FuzzedTerminal(byte[] input, @Nullable TestStores stores, int rows, int columns) {
    this.input = input;
    int limit = LIMITS[next() % LIMITS.length];
    PageFiles files = stores == null ? null : new PageFiles(stores.stores(), FILE);
    this.terminal = new Terminal(rows, columns, new Keeping(limit, PAGE, HEAP, files), answers);
  }

  /** What makes an input of a stream that was recorded on a screen of 24 by 80. */
  static byte[] input(byte[] stream) {
    byte[] input = new byte[stream.length + 3];
    input[0] = 23;
    input[1] = 79;
    input[2] = 2;
    System.arraycopy(stream, 0, input, 3, stream.length);
    return input;
  }

  /** Throws when the terminal throws, or is not sound after a step. */
  static void play(byte[] input) throws IOException {
    if (input.length < 3) {
      return;
    }
    if ((input[2] & IN_FILES) == 0) {
      play(input, null);
    } else {
      try (TestStores stores = new TestStores()) {
        play(input, stores);
      }
    }
  }

  private static void play(byte[] input, @Nullable TestStores stores) throws IOException {
    int rows = 1 + (input[0] & 0xff) % MOST_ROWS;
    int columns = 1 + (input[1] & 0xff) % MOST_COLUMNS;
    FuzzedTerminal fuzzed =
        new FuzzedTerminal(Arrays.copyOfRange(input, 2, input.length), stores, rows, columns);
    try (Terminal closed = fuzzed.terminal) {
      for (int step = 0; step < MOST_STEPS && fuzzed.at < fuzzed.input.length; step++) {
        fuzzed.step();
        new Soundness(closed.view(), HEAP).check();
      }
    }
  }

  private int next() {
    return at < input.length ? input[at++] & 0xff : 0;
  }

  /** Bytes of the program up to the next thing the user does, and that. */
  private void step() {
    int from = at;
    while (at < input.length && (input[at] & 0xff) != ESCAPE) {
      at++;
    }
    answers.begin(at - from);
    terminal.feed(input, from, at);
    if (at < input.length) {
      at++;
      act();
    }
  }

  private void act() {
    switch (next() % 8) {
      case 0 -> resize();
      case 1 -> Answers.requireSmall(terminal.key(KEYS[next() % KEYS.length], held(next())));
      case 2 -> Answers.requireSmall(terminal.typed(word(), held(next())));
      case 3 -> Answers.requireSmall(terminal.mouse(mouse()));
      case 4 -> paste();
      case 5 -> Answers.requireSmall(terminal.focus(next() % 2 == 0));
      case 6 -> terminal.restart();
      // The program waits a moment, whatever it is in the middle of.
      default -> {}
    }
  }

  private void resize() {
    Mark mark = Mark.of(terminal.view(), next(), next());
    terminal.resize(1 + next() % MOST_ROWS, 1 + next() % MOST_COLUMNS);
    if (mark != null) {
      mark.requireKept(terminal.view());
    }
  }

  private static KeyModifiers held(int bits) {
    return new KeyModifiers((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
  }

  private MouseEvent mouse() {
    return new MouseEvent(
        KINDS[next() % KINDS.length],
        BUTTONS[next() % BUTTONS.length],
        next() % terminal.view().rows(),
        next() % terminal.view().columns(),
        held(next()));
  }

  private String word() {
    int from = at;
    at = Math.min(input.length, from + 1 + next() % 64);
    return new String(input, from, at - from, UTF_8);
  }

  private void paste() {
    String text = word();
    terminal.isRisky(text);
    Answers.requirePasted(new String(terminal.pasted(text).get(), UTF_8));
  }
}
