package org.wirebench.terminal.view;

import java.time.Duration;
import javafx.css.PseudoClass;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;

/** A bell that is seen for a moment. FX thread only. */
final class TerminalBell {
  private static final PseudoClass BELL = PseudoClass.getPseudoClass("bell");
  private static final Duration FLASH = Duration.ofMillis(120);

  private final TerminalView view;
  private JobClock.@Nullable Timer end;

  TerminalBell(TerminalView view) {
    this.view = view;
  }

  void ring() {
    view.pseudoClassStateChanged(BELL, true);
    stop();
    end = view.jobs().after(FLASH, () -> view.pseudoClassStateChanged(BELL, false));
  }

  /** Waits for nothing any more. */
  void stop() {
    if (end != null) {
      end.cancel();
      end = null;
    }
  }
}
