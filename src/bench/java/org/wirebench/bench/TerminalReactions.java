package org.wirebench.bench;

import static org.wirebench.bench.OnFx.onFx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.wirebench.core.job.JobClock;
import org.wirebench.fx.CaretRest;
import org.wirebench.terminal.view.TerminalView;

/**
 * A program of its own that measures how a window with terminals reacts: while programs write as
 * fast as they can, when one is stopped, and at rest. Prints rows of the table.
 */
public final class TerminalReactions {
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(100);
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Longer: Java compiles now and then what ran before, which is much beside nothing. */
  private static final Duration LOOK_AT_REST = Duration.ofSeconds(30);

  private static final int KEYS = 100;
  private static final int STOPS = 5;
  private static final int MANY = 10;
  private static final long LIMIT_SECONDS = 60;
  private static final String PROMPT = "ready>";

  /** Whoever starts a benchmark in the background has it ignore what Ctrl+C sends. */
  private static final String SHELL =
      "env --default-signal=INT \"PS1=" + PROMPT + " \" bash --norc --noprofile -i";

  private final JobClock clock = JobClock.system();

  private TerminalReactions() {}

  /** Takes the name of a file with plain text and that of one with coloured text. */
  public static void main(String[] files) throws Exception {
    OnFx.start();
    try {
      TerminalReactions reactions = new TerminalReactions();
      reactions.flood("flood of plain text", Path.of(files[0]), 1);
      reactions.flood("flood of coloured text", Path.of(files[1]), 1);
      reactions.flood(MANY + " floods of coloured text in tabs", Path.of(files[1]), MANY);
      reactions.selects(Path.of(files[1]));
      reactions.stops();
      reactions.rests();
    } finally {
      Platform.exit();
    }
  }

  private void flood(String what, Path file, int terminals) throws Exception {
    List<Process> programs = new ArrayList<>();
    KeyMeter keys = new KeyMeter();
    try (TerminalStage stage = TerminalStage.show(terminals)) {
      String command = "sh -c 'stty raw -echo; while :; do cat " + file + "; done'";
      for (TerminalView view : stage.views()) {
        boolean first = programs.isEmpty();
        programs.add(
            stage.connect(view, command, first ? keys::measured : UnaryOperator.identity()));
      }
      reactions(what, stage.views().getFirst(), keys);
    } finally {
      programs.forEach(Process::destroy);
    }
    Table.row("  heap after it, MB", HeapMeter.collected() / 1e6);
  }

  private void reactions(String what, TerminalView view, KeyMeter keys) throws Exception {
    FrameMeter frames = started(() -> {});
    clock.pause(WARM_UP);
    onFx(
        () -> {
          frames.reset();
          return true;
        });
    List<Double> waits = new ArrayList<>();
    for (int key = 0; key < KEYS; key++) {
      clock.pause(BETWEEN_KEYS);
      waits.add(keys.millisToWrite(view, 'x'));
    }
    onFx(
        () -> {
          frames.stop();
          return true;
        });
    Table.row(what + ": longest frame, ms", frames.longest());
    Table.row("  most work for a frame, ms", frames.mostWork());
    Table.row("  frames", (double) frames.frames());
    Table.row("  longest from a key to its byte, ms", Median.most(waits));
    Table.row("  median from a key to its byte, ms", Median.of(waits));
  }

  /** Selects with the mouse, which is somewhere else in each frame, with a full scrollback. */
  private void selects(Path file) throws Exception {
    try (TerminalStage stage = TerminalStage.show(1)) {
      TerminalView view = stage.views().getFirst();
      String command = "sh -c 'cat " + file + "; exec sleep " + LIMIT_SECONDS + "'";
      Process program = stage.connect(view, command, UnaryOperator.identity());
      try {
        clock.pause(WARM_UP);
        MouseDrag drag = onFx(() -> new MouseDrag(view));
        FrameMeter frames = started(drag::step);
        clock.pause(Duration.ofSeconds(1));
        onFx(
            () -> {
              frames.reset();
              return true;
            });
        clock.pause(LOOK);
        double seen = onFx(() -> (double) frames.frames());
        onFx(
            () -> {
              frames.stop();
              return true;
            });
        Table.row("the mouse selects: frames a second", seen / LOOK.toSeconds());
        Table.row("  longest frame, ms", frames.longest());
        Table.row("  most work for a frame, ms", frames.mostWork());
      } finally {
        program.destroy();
      }
    }
  }

  private static FrameMeter started(Runnable eachFrame) throws Exception {
    return onFx(
        () -> {
          FrameMeter meter = new FrameMeter(eachFrame);
          meter.start();
          return meter;
        });
  }

  /** Stops a program that writes without end, with the keys. */
  private void stops() throws Exception {
    List<Double> times = new ArrayList<>();
    try (TerminalStage stage = TerminalStage.show(1)) {
      TerminalView view = stage.views().getFirst();
      Process shell = stage.connect(view, SHELL, UnaryOperator.identity());
      try {
        millisToPrompt(view, System.nanoTime());
        for (int stop = 0; stop < STOPS; stop++) {
          "yes".chars().forEach(letter -> KeyMeter.type(view, (char) letter));
          KeyMeter.press(view, KeyCode.ENTER, false);
          clock.pause(WARM_UP);
          long start = System.nanoTime();
          KeyMeter.press(view, KeyCode.C, true);
          times.add(millisToPrompt(view, start));
        }
      } finally {
        shell.destroy();
      }
    }
    Table.row("Ctrl+C in `yes`: longest until the prompt is there, ms", Median.most(times));
    Table.row("  median, ms", Median.of(times));
  }

  /** Until the frame after the one in which nothing was behind the prompt. */
  private static double millisToPrompt(TerminalView view, long start) throws Exception {
    CompletableFuture<Long> shown = new CompletableFuture<>();
    FrameMeter frames =
        started(
            () -> {
              if (text(view).endsWith(PROMPT)) {
                Platform.runLater(() -> shown.complete(System.nanoTime()));
              }
            });
    double millis = (shown.get(LIMIT_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
    onFx(
        () -> {
          frames.stop();
          return true;
        });
    return millis;
  }

  private static String text(TerminalView view) {
    return String.valueOf(view.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  /** What a prompt takes behind which the cursor blinks, and then rests. */
  private void rests() throws Exception {
    double rests;
    try (TerminalStage stage = TerminalStage.show(1)) {
      TerminalView view = stage.views().getFirst();
      String blinking = "sh -c 'printf \"\\033[1 q\"; exec " + SHELL + "'";
      Process shell = stage.connect(view, blinking, UnaryOperator.identity());
      try {
        millisToPrompt(view, System.nanoTime());
        KeyMeter.type(view, 'x');
        clock.pause(Duration.ofSeconds(1));
        Table.row("at a prompt, the cursor blinks: % of a core over 30 s", percent());
        clock.pause(CaretRest.AFTER);
        rests = percent();
      } finally {
        shell.destroy();
      }
    }
    Table.row(
        "at a prompt, the cursor rests: % of a core, vs an empty window", rests, emptyWindow());
  }

  private double emptyWindow() throws Exception {
    Stage stage =
        onFx(
            () -> {
              Stage empty = new Stage();
              empty.setScene(new Scene(new Group(), 960, 730));
              empty.show();
              return empty;
            });
    clock.pause(CaretRest.AFTER);
    double percent = percent();
    onFx(
        () -> {
          stage.hide();
          return true;
        });
    return percent;
  }

  private double percent() throws IOException, InterruptedException {
    ThreadTimes before = ThreadTimes.of(ProcessHandle.current().pid());
    clock.pause(LOOK_AT_REST);
    return ThreadTimes.of(ProcessHandle.current().pid()).percentSince(before);
  }
}
