package org.wirebench.terminal.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.wirebench.testkit.Peer;
import org.wirebench.testkit.RealDisplay;

/** xterm in a window: what it shows of a stream, as it says itself when it is asked. */
final class Xterm implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  /** Modes that xterm does not know; it does not count beyond 65535. */
  private static final int FIRST_MARK = 20_000;

  private static final int LAST_MARK = 60_000;

  /** Colours are told as they were set, and sizes and checksums are told at all. */
  private static final List<String> RESOURCES =
      List.of(
          "allowWindowOps: true",
          "disallowedWindowOps:",
          "boldColors: false",
          "checksumExtension: " + XtermCells.SUMS,
          "decTerminalID: 520",
          "jumpScroll: false",
          "saveLines: 0",
          "scrollBar: false",
          "utf8: 2");

  /** What RIS leaves: the alternate screen, and the cursor that was saved there. */
  private static final String RESET = "\030\033c\033[?47h\033[2J\0337\033[?47l";

  private final RealDisplay display;
  private final Peer program;
  private final Socket socket;
  private final InputStream from;
  private final OutputStream to;
  private final byte[] buffer = new byte[1 << 16];
  private int mark = FIRST_MARK;
  private int rows = 24;
  private int columns = 80;

  private Xterm(RealDisplay display, Peer program, Socket socket) throws IOException {
    this.display = display;
    this.program = program;
    this.socket = socket;
    this.from = socket.getInputStream();
    this.to = socket.getOutputStream();
  }

  /**
   * Starts it on a screen of its own, with 24 rows of 80 columns; what it complains of goes into
   * files of a folder.
   */
  static Xterm start(Path folder) throws IOException {
    RealDisplay display = new RealDisplay(folder);
    try {
      return start(display, folder);
    } catch (IOException | RuntimeException notStarted) {
      display.close();
      throw notStarted;
    }
  }

  private static Xterm start(RealDisplay display, Path folder) throws IOException {
    Path script = folder.resolve("xterm.py");
    try (InputStream in = Objects.requireNonNull(Xterm.class.getResourceAsStream("xterm.py"))) {
      Files.copy(in, script);
    }
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(PATIENCE_MS);
      List<String> command = command(script, server.getLocalPort());
      Peer program = display.start(Map.of("LC_ALL", "C.UTF-8"), command);
      try {
        return accept(display, program, server);
      } catch (IOException | RuntimeException notStarted) {
        program.close();
        throw new IOException(program.toString(), notStarted);
      }
    }
  }

  private static List<String> command(Path script, int port) {
    String xterm = System.getProperty("wirebench.xterm", "xterm");
    List<String> command =
        new ArrayList<>(List.of(xterm, "-u8", "-fn", "fixed", "-geometry", "80x24"));
    for (String resource : RESOURCES) {
      command.addAll(List.of("-xrm", "*" + resource));
    }
    command.addAll(List.of("-e", "python3", script.toString(), "" + port));
    return command;
  }

  private static Xterm accept(RealDisplay display, Peer program, ServerSocket server)
      throws IOException {
    Socket socket = server.accept();
    try {
      socket.setSoTimeout(PATIENCE_MS);
      socket.setTcpNoDelay(true);
      return new Xterm(display, program, socket);
    } catch (IOException broken) {
      socket.close();
      throw broken;
    }
  }

  /** What it says of itself: its name and version. */
  String version() throws IOException {
    return ask("\033[>0q").replaceAll("^\033P>\\||\033\\\\$", "");
  }

  /** What it shows of a stream that is written to an empty screen of this size. */
  Seen show(int rows, int columns, String stream) throws IOException {
    if (rows != this.rows || columns != this.columns) {
      resize(rows, columns);
    }
    String _ = ask(RESET + stream);
    return new XtermCells(rows, columns, ask(XtermCells.question(rows, columns))).seen();
  }

  private void resize(int rows, int columns) throws IOException {
    String wanted = "8;" + rows + ";" + columns + "t";
    String _ = ask("\033[" + wanted);
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> ask("\033[18t").endsWith("\033[" + wanted));
    this.rows = rows;
    this.columns = columns;
  }

  /** Writes to it; what it answers, each byte as one character. */
  String ask(String stream) throws IOException {
    mark = mark < LAST_MARK ? mark + 1 : FIRST_MARK;
    to.write((stream + "\033[?" + mark + "$p").getBytes(UTF_8));
    to.flush();
    String end = "\033[?" + mark + ";0$y";
    StringBuilder answers = new StringBuilder();
    while (answers.length() < end.length()
        || answers.indexOf(end, answers.length() - end.length()) < 0) {
      answers.append(read(stream));
    }
    return answers.substring(0, answers.length() - end.length());
  }

  private String read(String asked) throws IOException {
    try {
      int count = from.read(buffer);
      if (count < 0) {
        throw new IOException(program.toString());
      }
      return new String(buffer, 0, count, ISO_8859_1);
    } catch (SocketTimeoutException silent) {
      throw new IOException("no answer to " + asked.replace("\033", "^["), silent);
    }
  }

  @Override
  public void close() throws IOException {
    try (display;
        program) {
      socket.close();
    }
  }
}
