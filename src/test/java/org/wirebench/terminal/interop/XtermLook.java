package org.wirebench.terminal.interop;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What xterm says of the looks of a cell, in the words of {@link Seen}. */
final class XtermLook {
  private static final String FLAGS = "bfiukvhs";
  private static final Map<String, Character> LETTERS =
      Map.of(
          "1", 'b', "2", 'f', "3", 'i', "4", 'u', "5", 'k', "7", 'v', "8", 'h', "9", 's', "21",
          'u');

  private final Set<Integer> flags = new TreeSet<>();
  private String text = "-";
  private String background = "-";

  private XtermLook() {}

  /** Of the parameters of SGR that would make it. */
  static String of(String parameters) {
    XtermLook look = new XtermLook();
    for (String one : parameters.split(";", -1)) {
      look.take(one);
    }
    StringBuilder letters = new StringBuilder();
    look.flags.forEach(at -> letters.append(FLAGS.charAt(at)));
    return look.text + " " + look.background + " " + letters;
  }

  private void take(String parameter) {
    if (LETTERS.containsKey(parameter)) {
      flags.add(FLAGS.indexOf(LETTERS.get(parameter)));
    } else if (parameter.endsWith("-1")) {
      // A colour that was chosen and is none, as xterm says after some rectangles.
      return;
    } else if (parameter.contains(":")) {
      color(parameter.startsWith("3"), color(parameter.split(":", -1)));
    } else {
      number(Integer.parseInt(parameter));
    }
  }

  /** A colour of those with names, or 0, which each answer begins with. */
  private void number(int number) {
    boolean bright = number >= 90;
    int of = number - (bright ? 90 : 30);
    if (of >= 0 && of < 20 && of % 10 < 8) {
      color(of < 10, "" + (of % 10 + (bright ? 8 : 0)));
    } else if (number != 0) {
      throw new AssertionError("no look: " + number);
    }
  }

  /** {@code 38:5:n} or {@code 38:2::r:g:b}, or the same with 48. */
  private static String color(String[] parts) {
    if (parts[1].equals("5")) {
      return parts[2];
    }
    int rgb = 0;
    for (int i = 3; i < 6; i++) {
      rgb = rgb << 8 | Integer.parseInt(parts[i]);
    }
    return "#" + rgb;
  }

  private void color(boolean ofText, String color) {
    if (ofText) {
      text = color;
    } else {
      background = color;
    }
  }
}
