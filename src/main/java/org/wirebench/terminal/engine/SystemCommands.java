package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.wirebench.terminal.engine.Palette.Special;

/** Operating system commands, of xterm and those that came after it (OSC). */
final class SystemCommands {
  private static final int FIRST_SPECIAL = 10;
  private static final int FIRST_SPECIAL_RESET = 110;

  private final Emulation emulation;

  SystemCommands(Emulation emulation) {
    this.emulation = emulation;
  }

  void perform(String data, boolean byBell) {
    int end = data.indexOf(';');
    String number = end < 0 ? data : data.substring(0, end);
    String text = end < 0 ? "" : data.substring(end + 1);
    // The same end as that of the question, since some programs know but one.
    String terminator = byBell ? "\007" : "\033\\";
    switch (number) {
      case "0", "2" -> emulation.titles.set(text);
      case "4" -> colors(text, terminator);
      case "7" -> emulation.listener.workingDirectory(text);
      case "8" -> link(text);
      case "10", "11", "12" -> special(Integer.parseInt(number), text, terminator);
      case "52" -> clipboard(text);
      case "104" -> resetColors(text);
      case "110", "111", "112" -> {
        emulation.palette.reset(Special.ALL.get(Integer.parseInt(number) - FIRST_SPECIAL_RESET));
        emulation.colorsChanged();
      }
      case "133" -> prompt(text);
      default -> {}
    }
  }

  /** Pairs of a number and a colour, or a question mark. */
  private void colors(String text, String terminator) {
    String[] words = text.split(";", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      int index = index(words[i]);
      if (index < 0) {
        continue;
      }
      if (words[i + 1].equals("?")) {
        int color = emulation.palette.color(index);
        emulation.answer("\033]4;" + index + ";" + ColorText.of(color) + terminator);
      } else {
        int color = ColorText.read(words[i + 1]);
        if (color >= 0) {
          emulation.palette.set(index, color);
          emulation.colorsChanged();
        }
      }
    }
  }

  /** A number of the palette, or -1. */
  private static int index(String word) {
    boolean number = !word.isEmpty() && word.length() <= 3;
    for (int i = 0; i < word.length(); i++) {
      number &= word.charAt(i) >= '0' && word.charAt(i) <= '9';
    }
    int index = number ? Integer.parseInt(word) : Palette.SIZE;
    return index < Palette.SIZE ? index : -1;
  }

  /** A colour or a question mark for this one, and more for those that follow it. */
  private void special(int first, String text, String terminator) {
    int number = first;
    for (String word : text.split(";", -1)) {
      if (number - FIRST_SPECIAL >= Special.ALL.size()) {
        return;
      }
      Special special = Special.ALL.get(number - FIRST_SPECIAL);
      if (word.equals("?")) {
        String color = ColorText.of(emulation.palette.color(special));
        emulation.answer("\033]" + number + ";" + color + terminator);
      } else {
        int color = ColorText.read(word);
        if (color >= 0) {
          emulation.palette.set(special, color);
          emulation.colorsChanged();
        }
      }
      number++;
    }
  }

  private void resetColors(String text) {
    if (text.isEmpty()) {
      emulation.palette.resetIndexed();
    }
    for (String word : text.split(";", -1)) {
      int index = index(word);
      if (index >= 0) {
        emulation.palette.reset(index);
      }
    }
    emulation.colorsChanged();
  }

  /** {@code parameters ; address}; an empty address ends the link. */
  private void link(String text) {
    int end = text.indexOf(';');
    if (end < 0) {
      return;
    }
    String id = "";
    for (String parameter : text.substring(0, end).split(":", -1)) {
      if (parameter.startsWith("id=")) {
        id = parameter.substring(3);
      }
    }
    int link = emulation.links.number(id, text.substring(end + 1));
    emulation.cursor.extra = Extra.withLink(emulation.cursor.extra, link);
  }

  /** {@code selections ; base64}. What is in the clipboard is never told. */
  private void clipboard(String text) {
    int end = text.indexOf(';');
    String encoded = end < 0 ? "" : text.substring(end + 1);
    if (encoded.isEmpty() || encoded.equals("?")) {
      return;
    }
    try {
      emulation.listener.clipboard(new String(Base64.getDecoder().decode(encoded), UTF_8));
    } catch (IllegalArgumentException notBase64) {
      // xterm would empty the clipboard; what the user has there is worth more than that.
      return;
    }
  }

  private void prompt(String text) {
    Line line = emulation.line();
    emulation.promptsSaid++;
    switch (text.isEmpty() ? ' ' : text.charAt(0)) {
      case 'A', 'N' -> line.prompt = line.prompt.and(Prompt.PROMPT);
      case 'C' -> line.prompt = line.prompt.and(Prompt.OUTPUT);
      case 'D' -> line.prompt = failed(text) ? line.prompt.and(Prompt.FAILURE) : line.prompt;
      default -> {}
    }
  }

  /** {@code D ; code ; …}: whether there is a code, and it is not that of success. */
  private static boolean failed(String text) {
    String[] words = text.split(";", -1);
    String code = words.length > 1 ? words[1] : "";
    boolean number = !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && code.chars().anyMatch(c -> c != '0');
  }
}
