package org.wirebench.tool.http.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.workspace.Tree;

/** A command of curl that was pasted, such as browsers make it for a request. */
public final class CurlCommand {
  private static final Pattern CURL =
      Pattern.compile(
          "\\s*(?:#[^\n]*\n\\s*)*(?:[$>%] +)?(?:[^\\s'\"=#:]*/)?curl(?:\\.exe)?\\s+\\S");
  private static final Pattern NAME = Pattern.compile("(?:.*/)?curl(?:\\.exe)?");
  private static final Pattern PROMPT = Pattern.compile("\\A\\s*[$>%] +");

  /** What only cmd.exe has: a caret before a quote or a line end. */
  private static final Pattern CARET = Pattern.compile("\\^[\"\r\n]");

  /** What only bash has. */
  private static final Pattern SINGLE = Pattern.compile("\\s\\$?'");

  /** A quote within quotes, as programs of Windows read it. */
  private static final Pattern DOUBLED = Pattern.compile("[^\\s\"]\"\"[^\\s\"]");

  private CurlCommand() {}

  /**
   * A request as it is typed.
   *
   * @param request the fields of {@link org.wirebench.tool.http.request.HttpFields}; what the
   *     command leaves open is left out, as far as the tool does no harm there: decoding and
   *     cookies
   * @param notes what of the command was not taken over, in sentences for people
   */
  public record Parsed(Tree.Fields request, List<String> notes) {
    public Parsed {
      notes = List.copyOf(notes);
    }
  }

  /** Whether {@code text} is a command of curl, right or wrong. */
  public static boolean isCurl(String text) {
    return CURL.matcher(text).lookingAt();
  }

  /**
   * The request that {@code text} asks for, quoted for bash or for Windows' cmd.exe. Whatever is
   * wrong in it is among the notes.
   *
   * @throws IllegalArgumentException when it is none, see {@link #isCurl}
   */
  public static Parsed parse(String text) {
    if (!isCurl(text)) {
      throw new IllegalArgumentException("no command of curl");
    }
    String command = PROMPT.matcher(text).replaceFirst("");
    Words words = isForWindows(command) ? CmdWords.of(command) : BashWords.of(command);
    List<String> notes = new ArrayList<>(words.notes());
    List<String> arguments =
        words.words().stream().dropWhile(word -> !NAME.matcher(word).matches()).skip(1).toList();
    Given given = Given.of(arguments, notes);
    return new Parsed(new Pasted(given, notes).request(), notes);
  }

  private static boolean isForWindows(String command) {
    Matcher caret = CARET.matcher(command);
    Matcher single = SINGLE.matcher(command);
    boolean hasSingle = single.find();
    if (caret.find()) {
      return !hasSingle || caret.start() < single.start();
    }
    return !hasSingle && DOUBLED.matcher(command).find();
  }
}
