package org.wirebench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.wirebench.core.text.Messages;

/**
 * Where commands write.
 *
 * @param out what was asked for
 * @param err what went wrong
 * @param colour whether {@code out} shows colours
 */
public record Console(PrintWriter out, PrintWriter err, boolean colour) {
  private static final Messages TEXT = Messages.of(Console.class);
  private static final String RESET = "\u001b[0m";

  /** The streams of the process. */
  public static Console system(Map<String, String> environment) {
    boolean colour =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent()
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    Charset charset = System.out.charset();
    return new Console(
        new PrintWriter(System.out, false, charset),
        new PrintWriter(System.err, true, System.err.charset()),
        colour);
  }

  /** A line of what was asked for, seen at once. */
  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line of what went wrong. */
  public void complain(String text) {
    err.println(text);
    err.flush();
  }

  /** What only a developer can put right, with all that is known of it. */
  public void defect(Throwable defect) {
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace));
    complain(TEXT.get("defect", trace));
  }

  /** The text in green where colours are shown. */
  String good(String text) {
    return colour ? "\u001b[32m" + text + RESET : text;
  }

  /** The text in red where colours are shown. */
  String bad(String text) {
    return colour ? "\u001b[31m" + text + RESET : text;
  }
}
