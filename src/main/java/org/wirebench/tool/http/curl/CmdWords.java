package org.wirebench.tool.http.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;

/**
 * The words of a command of Windows' cmd.exe: first what cmd makes of it, which knows carets and
 * lines, then what a program makes of that, which knows quotes and backslashes.
 */
final class CmdWords {
  private static final Messages TEXT = Messages.of(CmdWords.class);

  private static final Pattern ERRORS = Pattern.compile("(?<!\\S)2$");
  private static final Pattern TARGET = Pattern.compile(">>?[ \t]*((?:\"[^\"]*\"?|[^\\s|>\"])*)");

  private final List<String> words = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private CmdWords() {}

  static Words of(String text) {
    CmdWords words = new CmdWords();
    words.split(words.line(text.replace("\r\n", "\n").strip()));
    return new Words(words.words, words.notes);
  }

  /** The line that the program gets: without carets. */
  private String line(String text) {
    StringBuilder line = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '^' && !quoted && i + 1 < text.length()) {
        i++;
        if (text.charAt(i) == '\n') {
          // The line goes on; what follows is never a sign of cmd, not even another line end.
          i++;
        }
        line.append(i < text.length() ? text.charAt(i) : "");
      } else if (!quoted && (c == '\n' || c == '|')) {
        notes.add(TEXT.get("shell.rest", Escapes.display(text.substring(i).strip())));
        return line.toString();
      } else if (!quoted && c == '>') {
        i = redirected(text, i, line) - 1;
      } else {
        quoted ^= c == '"';
        line.append(c);
      }
    }
    return line.toString();
  }

  /** Where what it prints goes to is no part of the command; returns where that ends. */
  private int redirected(String text, int from, StringBuilder line) {
    boolean errors = ERRORS.matcher(line).find();
    if (errors) {
      line.setLength(line.length() - 1);
    }
    Matcher target = TARGET.matcher(text).region(from, text.length());
    boolean _ = target.lookingAt();
    String file = target.group(1);
    if (!errors && !file.startsWith("&") && !file.equalsIgnoreCase("nul")) {
      notes.add(TEXT.get("shell.output", Escapes.display(file)));
    }
    return target.end();
  }

  /** As programs of Windows read their command line ("Parsing C command-line arguments"). */
  private void split(String line) {
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean inWord = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      int slashes = slashes(line, i);
      if (slashes > 0 && i + slashes < line.length() && line.charAt(i + slashes) == '"') {
        word.repeat('\\', slashes / 2);
        inWord = true;
        i += slashes - 1;
        if (slashes % 2 == 1) {
          word.append('"');
          i++;
        }
      } else if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          word.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
        inWord = true;
      } else if (!quoted && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    if (quoted) {
      notes.add(TEXT.get("shell.open"));
    }
  }

  private static int slashes(String line, int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) == '\\') {
      end++;
    }
    return end - from;
  }
}
