package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Recorded sessions, and what becomes of them when pieces are taken, mixed and spoiled. */
final class Mutations {
  private static final List<String> NAMES =
      List.of("vim", "less", "htop", "tmux", "mc", "ls", "progress", "emoji");
  private static final int LONGEST_PIECE = 300;
  private static final byte[] FINAL = "@ABCDEFGHJKLMPSTXZ`abcdefghlmnpqrstuvxz{|}~".getBytes(UTF_8);
  private static final String[] PREFIXES = {"\033[", "\033[?", "\033[>", "\033#", "\033"};
  private static final String[] SUFFIXES = {"", "", "", "$", "\"", "'", " ", "!"};
  private static final int[] MODES = {
    1, 3, 5, 6, 7, 25, 40, 45, 47, 69, 95, 1047, 1048, 1049, 2004, 2027
  };
  private static final String[] TEXTS = {
    "漢字",
    "👨‍👩‍👧",
    "e\u0301",
    "\t",
    "\r\n",
    "\n\n\n",
    "wwwwwwwwwwwwwwww",
    "\b\b",
    "\033D",
    "\033M"
  };

  private final Random random;
  private final List<byte[]> sessions;

  Mutations(long seed, List<byte[]> sessions) {
    this.random = new Random(seed);
    this.sessions = sessions;
  }

  /** What programs wrote to a terminal of 24 by 80. */
  static List<byte[]> sessions() {
    return NAMES.stream().map(Mutations::session).toList();
  }

  private static byte[] session(String name) {
    String file = "/org/wirebench/terminal/interop/sessions/" + name + ".vt";
    try (InputStream in = Objects.requireNonNull(Mutations.class.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** An input for {@link FuzzedTerminal}. */
  byte[] next() {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    random.ints(3, 0, 256).forEach(input::write);
    for (int pieces = 5 + random.nextInt(30); pieces > 0; pieces--) {
      switch (random.nextInt(5)) {
        case 0 -> input.writeBytes(piece());
        case 1, 2 -> input.writeBytes(sequence().getBytes(UTF_8));
        case 3 -> input.writeBytes(TEXTS[random.nextInt(TEXTS.length)].getBytes(UTF_8));
        default -> act(input);
      }
    }
    return input.toByteArray();
  }

  private byte[] piece() {
    byte[] session = sessions.get(random.nextInt(sessions.size()));
    int from = random.nextInt(session.length);
    int length = Math.min(session.length - from, 1 + random.nextInt(LONGEST_PIECE));
    byte[] piece = new byte[length];
    System.arraycopy(session, from, piece, 0, length);
    for (int spoiled = random.nextInt(4); spoiled > 0; spoiled--) {
      piece[random.nextInt(length)] = (byte) random.nextInt(256);
    }
    return piece;
  }

  private String sequence() {
    if (random.nextInt(3) == 0) {
      return "\033[?" + MODES[random.nextInt(MODES.length)] + (random.nextInt(3) > 0 ? "h" : "l");
    }
    StringBuilder text = new StringBuilder(PREFIXES[random.nextInt(PREFIXES.length)]);
    for (int parameters = random.nextInt(4); parameters > 0; parameters--) {
      text.append(random.nextInt(8) == 0 ? 65_535 : random.nextInt(12)).append(';');
    }
    text.append(random.nextInt(12)).append(SUFFIXES[random.nextInt(SUFFIXES.length)]);
    return text.append((char) FINAL[random.nextInt(FINAL.length)]).toString();
  }

  private void act(ByteArrayOutputStream input) {
    input.write(FuzzedTerminal.ESCAPE);
    input.write(random.nextInt(3) == 0 ? random.nextInt(8) : 0);
    random.ints(4, 0, 255).forEach(input::write);
  }
}
