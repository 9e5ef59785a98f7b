package org.wirebench.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.Failure;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;

/**
 * Where defects of the program go: to the log, and to the window as soon as there is one. Safe for
 * use by any thread.
 */
public final class FaultReports implements Consumer<Throwable> {
  private static final Messages TEXT = Messages.of(FaultReports.class);
  private static final Logger LOG = System.getLogger("wirebench");

  private volatile @Nullable Consumer<Failure> window;

  /** Nobody has seen a defect yet. */
  public FaultReports() {}

  /** Shows what comes from now on to the user as well; called on any thread. */
  void showIn(Consumer<Failure> notices) {
    window = notices;
  }

  @Override
  public void accept(Throwable defect) {
    LOG.log(Logger.Level.ERROR, "a defect of the program", defect);
    Consumer<Failure> shown = window;
    if (shown != null) {
      shown.accept(new Defect(defect));
    }
  }

  /** Settings or drafts could not be written; tried again with the next change. Any thread. */
  public void notSaved(IOException failed) {
    LOG.log(Logger.Level.WARNING, "not saved", failed);
    Consumer<Failure> shown = window;
    if (shown != null) {
      shown.accept(
          new Trouble(
              TEXT.get("notSaved.title"),
              TEXT.get("notSaved.cause", NetFailure.of(failed).cause())));
    }
  }

  /** A defect, in words. */
  private record Defect(Throwable thrown) implements Failure {
    @Override
    public String title() {
      return TEXT.get("defect.title");
    }

    @Override
    public String cause() {
      return TEXT.get("defect.cause", Escapes.display(String.valueOf(thrown)));
    }

    @Override
    public String remedy() {
      return TEXT.get("defect.remedy");
    }

    @Override
    public String detail() {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }
}
