package org.wirebench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.Session;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.TestFolders;

/**
 * What an idle window costs: the app with a connected tab, against an empty window of JavaFX with
 * the same options. Each is a process of its own; the processor time of both is counted over the
 * same ten seconds, once it has stopped falling. On a display where there is one, else without.
 */
public final class IdleBench {
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration BETWEEN = Duration.ofMillis(100);

  /** The caret blinks for ten seconds after the last input; before, nothing is at rest. */
  private static final int LEAST_LOOKS = 5;

  /** By how much two looks may differ when nothing falls any more, in per cent of a core. */
  private static final double STEADY = 0.15;

  private final JobClock clock = JobClock.system();
  private final Path folder;
  private final boolean display = !System.getenv().getOrDefault("DISPLAY", "").isEmpty();

  private IdleBench(Path folder) {
    this.folder = folder;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    new IdleBench(Files.createTempDirectory("wirebench-bench")).run();
  }

  private void run() throws Exception {
    String where = display ? "on DISPLAY " + System.getenv("DISPLAY") : "headless";
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Asked empty = start("empty")) {
      remember(server.getLocalPort());
      server.setSoTimeout((int) LIMIT.toMillis());
      // The second to start is in front and has the focus.
      try (Asked app = start(IdleWindow.APP)) {
        connect(app);
        try (Socket client = server.accept()) {
          Used used = atRest(app, empty);
          check(isOpen(client), "the tab was not connected any more");
          Table.head();
          Table.row("idle, a tab connected, % of a core, " + where, used.ours(), used.peer());
        }
      }
    }
  }

  /** The app finds its tab as it was left, filled in. */
  private void remember(int port) {
    Entry entry =
        Entry.of(
            "Idle",
            "socket",
            Tree.Fields.NONE.with("host", "127.0.0.1").with("port", Integer.toString(port)));
    Session.OpenTab tab = new Session.OpenTab(entry, Optional.empty(), false, true, Map.of(), "");
    try (SessionStore store = new SessionStore(TestFolders.in(folder), clock, IdleBench::notKept)) {
      store.save(() -> new Session(Optional.empty(), List.of(tab), 0, ""));
    }
  }

  private static void notKept(IOException failed) {
    throw new IllegalStateException(failed);
  }

  private void connect(Asked app) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!app.ask(IdleWindow.CONNECT).equals(IdleWindow.DONE)) {
      check(System.nanoTime() < end, "no tab to connect was shown");
      clock.pause(BETWEEN);
    }
  }

  /** Nobody wrote, and nobody has gone. */
  private static boolean isOpen(Socket client) throws IOException {
    client.setSoTimeout(1);
    try {
      return client.getInputStream().read() >= 0;
    } catch (SocketTimeoutException silent) {
      return true;
    }
  }

  /** What both have used over the same time, in per cent of a core. */
  private record Used(double ours, double peer) {
    boolean fallsTo(Used next) {
      return ours - next.ours > STEADY || peer - next.peer > STEADY;
    }
  }

  /** Waits until the work of the start is over, and returns what is used after. */
  private Used atRest(Asked app, Asked empty) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    Used before = used(app, empty, LOOK);
    Used now = used(app, empty, LOOK);
    for (int looks = 2; looks < LEAST_LOOKS || before.fallsTo(now); looks++) {
      check(System.nanoTime() < end, "no rest: " + now);
      before = now;
      now = used(app, empty, LOOK);
    }
    return used(app, empty, MEASURED);
  }

  private Used used(Asked app, Asked empty, Duration length)
      throws IOException, InterruptedException {
    ThreadTimes appBefore = app.times();
    ThreadTimes emptyBefore = empty.times();
    clock.pause(length);
    return new Used(app.times().percentSince(appBefore), empty.times().percentSince(emptyBefore));
  }

  /** With the options of this process, but for those that say there is no display. */
  private Asked start(String which) throws IOException {
    List<String> command = ChildJvm.command(display, IdleWindow.class, which);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put(Folders.HOME_VARIABLE, folder.toString());
    return new Asked(builder.start());
  }

  /** A process that answers. */
  private record Asked(Process process, BufferedReader answers, PrintStream questions)
      implements AutoCloseable {
    Asked(Process process) {
      this(
          process,
          process.inputReader(StandardCharsets.UTF_8),
          new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8));
    }

    String ask(String question) throws IOException {
      questions.println(question);
      String answer = answers.readLine();
      check(answer != null, "the window has ended");
      return answer;
    }

    ThreadTimes times() throws IOException {
      return ThreadTimes.of(process.pid());
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
