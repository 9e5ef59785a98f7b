package org.wirebench.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;

/** What programs write to a terminal of 40 rows and 120 columns: fifty megabytes of each kind. */
final class TerminalStreams {
  static final int ROWS = 40;
  static final int COLUMNS = 120;

  static final String PLAIN = "plain text";
  static final String COLORED = "coloured text";
  static final String CJK = "CJK and emoji";
  static final String COLOR_EACH = "a colour for each cell";

  private static final int SIZE = 50 << 20;
  private static final int PARTS = 2000;

  private TerminalStreams() {}

  /** Each kind by its name. */
  static SequencedMap<String, byte[]> all() {
    SequencedMap<String, byte[]> streams = new LinkedHashMap<>();
    streams.put(PLAIN, repeated(plain(new Random(4))));
    streams.put(COLORED, repeated(colored(new Random(5))));
    streams.put("text with cursor movements", repeated(moving(new Random(6))));
    streams.put("dense cells, and scrolling in a region", repeated(dense(new Random(7))));
    streams.put(CJK, repeated("漢字かな交じり文 👍🏽 👩\u200d👩\u200d👧 한국어 テスト\r\n"));
    streams.put(COLOR_EACH, repeated("\033[38;2;1;2;3;48;2;4;5;6mA\033[38;2;7;8;9mB"));
    return streams;
  }

  private static StringBuilder plain(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < PARTS; line++) {
      for (int i = 20 + random.nextInt(90); i > 0; i--) {
        text.append((char) (' ' + random.nextInt(95)));
      }
      text.append("\r\n");
    }
    return text;
  }

  /** Each word has a colour: of the 16, of the 256, or of 24 bits. */
  private static StringBuilder colored(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < PARTS; line++) {
      for (int word = 0; word < 12; word++) {
        text.append("\033[").append(color(random)).append(";1mword" + word + "\033[0m ");
      }
      text.append("\r\n");
    }
    return text;
  }

  private static String color(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "3" + random.nextInt(8);
      case 1 -> "38;5;" + random.nextInt(256);
      default ->
          "38;2;%d;%d;%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    };
  }

  private static StringBuilder moving(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < PARTS; i++) {
      text.append(place(random)).append(letter(random)).append("\033[2D\033[K");
    }
    return text;
  }

  /** Cells anywhere with colours and looks of their own, while the rows in the middle scroll. */
  private static StringBuilder dense(Random random) {
    StringBuilder text = new StringBuilder("\033[10;30r");
    for (int i = 0; i < PARTS; i++) {
      for (int cell = 0; cell < 20; cell++) {
        text.append(place(random)).append("\033[38;5;" + random.nextInt(256));
        text.append(";48;5;" + random.nextInt(256)).append(";1;3;4m").append(letter(random));
      }
      text.append("\033[0m\033[30;1H\nscrolled").append(letter(random));
    }
    return text.append("\033[r");
  }

  private static String place(Random random) {
    return "\033[" + (1 + random.nextInt(ROWS)) + ";" + (1 + random.nextInt(COLUMNS)) + "H";
  }

  private static char letter(Random random) {
    return (char) ('a' + random.nextInt(26));
  }

  private static byte[] repeated(CharSequence part) {
    byte[] one = part.toString().getBytes(UTF_8);
    byte[] all = new byte[SIZE / one.length * one.length];
    for (int at = 0; at < all.length; at += one.length) {
      System.arraycopy(one, 0, all, at, one.length);
    }
    return all;
  }
}
