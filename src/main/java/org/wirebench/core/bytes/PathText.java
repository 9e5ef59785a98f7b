package org.wirebench.core.bytes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.wirebench.core.text.Messages;

/** Paths of files as people type them. */
public final class PathText {
  private static final Messages TEXT = Messages.of(PathText.class);

  private PathText() {}

  /**
   * The path that {@code text} says; whether there is such a file is not asked.
   *
   * @throws ParseProblem at a character that no path of this system can have
   */
  public static Path parse(String text) throws ParseProblem {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw problem(text, nul);
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException wrong) {
      throw problem(text, wrong.getIndex());
    }
  }

  private static ParseProblem problem(String text, int at) {
    return at >= 0 && at < text.length()
        ? new ParseProblem(TEXT.get("path.character", Escapes.character(text, at), at + 1), at)
        : new ParseProblem(TEXT.get("path.wrong"), 0);
  }
}
