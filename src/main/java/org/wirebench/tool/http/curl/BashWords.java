package org.wirebench.tool.http.curl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;

/**
 * The words of a command of bash: quotes of all kinds, escapes, continued lines and comments. A
 * variable of the shell becomes one of ours, since its value is not known here.
 */
final class BashWords {
  private static final Messages TEXT = Messages.of(BashWords.class);
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{(?<braced>[A-Za-z_]\\w*)}|(?<bare>[A-Za-z_]\\w*))");
  private static final Pattern OCTAL = Pattern.compile("[0-7]{1,3}");
  private static final Pattern HEX = Pattern.compile("x([0-9A-Fa-f]{1,2})");
  private static final Pattern LOW = Pattern.compile("\\\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})");
  private static final Pattern UNICODE = Pattern.compile("u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})");

  private final String text;

  /** Where what a program prints goes to, and which of it: 2 for its errors. */
  private static final Pattern REDIRECTION = Pattern.compile("&>>?|>>|>\\||>&|>");

  private static final Pattern DESCRIPTOR = Pattern.compile("[0-9]+");

  private final List<String> words = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean redirected;
  private String descriptor = "";
  private int at;

  private BashWords(String text) {
    this.text = text;
  }

  static Words of(String text) {
    BashWords words = new BashWords(text.replace("\r\n", "\n"));
    words.read();
    return new Words(words.words, List.copyOf(words.notes));
  }

  private void read() {
    boolean goesOn = true;
    while (goesOn && at < text.length()) {
      goesOn = step(text.charAt(at));
    }
    end();
  }

  /** Reads on; false at the end of the command. */
  private boolean step(char c) {
    switch (c) {
      case '\'' -> single();
      case '"' -> twice();
      case '\\' -> escape();
      case '$' -> dollar();
      case '#' -> comment();
      case '\n' -> {
        return line();
      }
      case ' ', '\t' -> {
        end();
        at++;
      }
      case '|', ';', '&', '>', '<' -> {
        return operator(c);
      }
      default -> {
        if (c == '`') {
          notes.add(TEXT.get("shell.command"));
        }
        add(c);
      }
    }
    return true;
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
    at++;
  }

  private void end() {
    if (inWord && redirected) {
      target(word.toString());
    } else if (inWord) {
      words.add(word.toString());
    }
    redirected &= !inWord;
    word.setLength(0);
    inWord = false;
  }

  /** Where errors go says nothing of the request; what else goes to a file is said. */
  private void target(String file) {
    boolean idle = file.equals("/dev/null") || DESCRIPTOR.matcher(file).matches();
    if (!descriptor.equals("2") && !idle) {
      notes.add(TEXT.get("shell.output", Escapes.display(file)));
    }
  }

  private void comment() {
    if (inWord) {
      add('#');
      return;
    }
    int line = text.indexOf('\n', at);
    at = line < 0 ? text.length() : line;
  }

  /** A line ends the command, unless nothing stood in it or only options can follow. */
  private boolean line() {
    end();
    at++;
    String rest = text.substring(at).stripLeading();
    if (words.isEmpty() || rest.isEmpty() || rest.startsWith("-")) {
      return true;
    }
    notes.add(TEXT.get("shell.more"));
    return false;
  }

  /** One within a word is meant as a part of it: an address with &amp; that was not quoted. */
  private boolean operator(char c) {
    Matcher redirection = REDIRECTION.matcher(text).region(at, text.length());
    if (redirection.lookingAt()) {
      redirect(redirection.end());
      return true;
    }
    boolean within = inWord && at + 1 < text.length() && !isBlank(text.charAt(at + 1));
    if (within && (c == '&' || c == ';') && text.charAt(at + 1) != c) {
      add(c);
      return true;
    }
    end();
    notes.add(TEXT.get("shell.rest", Escapes.display(text.substring(at).strip())));
    return false;
  }

  /** The next word is no part of the command. */
  private void redirect(int end) {
    boolean numbered = DESCRIPTOR.matcher(word).matches();
    descriptor = numbered ? word.toString() : "";
    if (numbered) {
      word.setLength(0);
      inWord = false;
    }
    end();
    redirected = true;
    at = end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private void single() {
    int close = text.indexOf('\'', at + 1);
    if (close < 0) {
      notes.add(TEXT.get("shell.open"));
      close = text.length();
    }
    word.append(text, at + 1, close);
    inWord = true;
    at = close + 1;
  }

  private void twice() {
    inWord = true;
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length() && "$`\"\\\n".indexOf(text.charAt(at + 1)) >= 0) {
        if (text.charAt(at + 1) != '\n') {
          word.append(text.charAt(at + 1));
        }
        at += 2;
      } else if (c == '$') {
        variable();
      } else {
        if (c == '`') {
          notes.add(TEXT.get("shell.command"));
        }
        add(c);
      }
    }
    if (at >= text.length()) {
      notes.add(TEXT.get("shell.open"));
    }
    at++;
  }

  private void escape() {
    if (at + 1 < text.length() && text.charAt(at + 1) == '\n') {
      at += 2;
      return;
    }
    at++;
    if (at < text.length()) {
      add(text.charAt(at));
    }
  }

  private void dollar() {
    if (text.startsWith("$'", at)) {
      at += 2;
      inWord = true;
      ansi();
    } else if (text.startsWith("$\"", at)) {
      at++;
    } else {
      variable();
    }
  }

  private void variable() {
    Matcher name = VARIABLE.matcher(text).region(at, text.length());
    if (name.lookingAt()) {
      String called = name.group("braced") == null ? name.group("bare") : name.group("braced");
      notes.add(TEXT.get("shell.variable", name.group(), "{{" + called + "}}"));
      word.append("{{").append(called).append("}}");
      inWord = true;
      at = name.end();
      return;
    }
    if (text.startsWith("$(", at)) {
      notes.add(TEXT.get("shell.command"));
    }
    add('$');
  }

  /** What stands in <code>$'…'</code> (bash manual, "ANSI-C Quoting"). */
  private void ansi() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
        ansiEscape(bytes);
      } else {
        int character = text.codePointAt(at);
        bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(character);
      }
    }
    if (at >= text.length()) {
      notes.add(TEXT.get("shell.open"));
    }
    at++;
    word.append(bytes.toString(StandardCharsets.UTF_8));
  }

  private void ansiEscape(ByteArrayOutputStream bytes) {
    Matcher octal = OCTAL.matcher(text).region(at, text.length());
    Matcher hex = HEX.matcher(text).region(at, text.length());
    Matcher unicode = UNICODE.matcher(text).region(at, text.length());
    if (octal.lookingAt()) {
      bytes.write(Integer.parseInt(octal.group(), 8));
      at = octal.end();
    } else if (hex.lookingAt()) {
      bytes.write(Integer.parseInt(hex.group(1), 16));
      at = hex.end();
    } else if (unicode.lookingAt()) {
      String digits = unicode.group().substring(1);
      long point = Long.parseLong(digits, 16);
      bytes.writeBytes(character(point).getBytes(StandardCharsets.UTF_8));
      at = unicode.end();
      surrogate(point, bytes);
    } else {
      letter(text.charAt(at), bytes);
      at++;
    }
  }

  private static String character(long point) {
    return Character.isValidCodePoint((int) Math.min(point, Integer.MAX_VALUE))
        ? Character.toString((int) point)
        : "\ufffd";
  }

  /** Browsers write what is beyond the basic plane as two escapes. */
  private void surrogate(long high, ByteArrayOutputStream bytes) {
    Matcher low = LOW.matcher(text).region(at, text.length());
    if (high >= 0xd800 && high < 0xdc00 && low.lookingAt()) {
      byte[] before = bytes.toByteArray();
      bytes.reset();
      // A lone surrogate was written as one question mark.
      bytes.write(before, 0, before.length - 1);
      char[] pair = {(char) high, (char) Integer.parseInt(low.group(1), 16)};
      bytes.writeBytes(new String(pair).getBytes(StandardCharsets.UTF_8));
      at = low.end();
    }
  }

  private static void letter(char c, ByteArrayOutputStream bytes) {
    int plain = "abeEfnrtv".indexOf(c);
    if (plain >= 0) {
      bytes.write("\u0007\b\u001b\u001b\f\n\r\t\u000b".charAt(plain));
    } else if ("\\'\"?".indexOf(c) >= 0) {
      bytes.write(c);
    } else {
      bytes.write('\\');
      bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
    }
  }
}
