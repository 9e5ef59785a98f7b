package org.wirebench.shell;

import java.util.List;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Problem;

/** Something of the program's own files that did not work, in words. */
record Trouble(String title, String cause, String detail) implements Failure {
  private static final Messages TEXT = Messages.of(Trouble.class);

  /** All that is known of it. */
  Trouble(String title, String cause) {
    this(title, cause, "");
  }

  /** A file could not be read. */
  static Trouble reading(String why) {
    return new Trouble(TEXT.get("trouble.title"), why);
  }

  /** A file of requests is damaged: the first thing that is wrong, and all of them as detail. */
  static Trouble in(DamagedFileException file) {
    List<String> all = file.problems().stream().map(Trouble::line).toList();
    return new Trouble(
        TEXT.get("trouble.file", file.path().getFileName(), all.size()),
        all.getFirst(),
        all.size() == 1 ? "" : String.join("\n", all));
  }

  private static String line(Problem problem) {
    String said = Escapes.display(problem.message());
    return TEXT.get("trouble.place", problem.mark().line(), problem.mark().column(), said);
  }

  @Override
  public String remedy() {
    return "";
  }
}
