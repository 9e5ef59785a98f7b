package org.wirebench.terminal.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wirebench.terminal.engine.Key;
import org.wirebench.terminal.engine.KeyModifiers;
import org.wirebench.terminal.engine.Terminal;
import org.wirebench.terminal.engine.TerminalListener;

/**
 * vttest in a terminal of ours: what it writes is shown, what that answers goes to it, and its
 * questions are answered as somebody would who looks at the screen.
 */
final class Vttest implements AutoCloseable, TerminalListener {
  private static final int ROWS = 24;
  private static final int COLUMNS = 80;

  /** It ends then, however it hangs: whoever reads from it sees the end. */
  private static final String LONGEST = "120";

  private static final Pattern MENU = Pattern.compile("Enter choice number \\(0 - \\d+\\): $");
  private static final Pattern STEP = Pattern.compile("(Push <RETURN>|RETURN key: ?|\\005)$");
  private static final byte[] REVERSE_VIDEO = "\033[?5$p".getBytes(US_ASCII);
  private static final String IS_SET = "\033[?5;1$y";

  /**
   * One of its screens, as it is kept and as it is compared, and all that was written until then.
   */
  record Shown(String screen, Seen seen, String stream) {}

  private final Process process;
  private final OutputStream to;
  private final InputStream from;
  private final Terminal terminal = new Terminal(ROWS, COLUMNS, 0, this);
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[4096];
  private StringBuilder sinceKey = new StringBuilder();
  private boolean asking;
  private String told = "";

  private Vttest(Process process) {
    this.process = process;
    this.to = process.getOutputStream();
    this.from = process.getInputStream();
  }

  /** Starts it and waits for its menu. */
  static Vttest start() throws IOException {
    String command = "stty rows " + ROWS + " cols " + COLUMNS + "; exec vttest";
    Process process =
        new ProcessBuilder("timeout", LONGEST, "script", "-qfec", command, "/dev/null")
            .redirectErrorStream(true)
            .start();
    Vttest vttest = new Vttest(process);
    vttest.await();
    return vttest;
  }

  /**
   * Goes through a test.
   *
   * @param choices what is chosen in the menu, and in those below it
   * @return its screens, until a menu is shown again
   */
  List<Shown> run(int... choices) throws IOException {
    List<Shown> screens = new ArrayList<>();
    boolean menu = true;
    for (int choice : choices) {
      menu = key("" + choice);
    }
    while (!menu) {
      screens.add(shown());
      menu = key("");
    }
    for (int i = 1; i < choices.length; i++) {
      key("0");
    }
    return screens;
  }

  private Shown shown() {
    String written = stream.toString(ISO_8859_1);
    return new Shown(
        KeptScreen.of(terminal.view(), isReverse()), Seen.of(terminal.view()), written);
  }

  /** Types, and waits for the next question; whether that is which test to do. */
  private boolean key(String typed) throws IOException {
    sinceKey = new StringBuilder();
    to.write(terminal.typed(typed, KeyModifiers.NONE));
    to.write(terminal.key(Key.ENTER, KeyModifiers.NONE));
    to.flush();
    return await();
  }

  private boolean await() throws IOException {
    while (true) {
      int count = from.read(buffer);
      if (count < 0) {
        throw new IOException("vttest ended:\n" + KeptScreen.of(terminal.view(), false));
      }
      stream.write(buffer, 0, count);
      sinceKey.append(new String(buffer, 0, count, ISO_8859_1));
      terminal.feed(buffer, 0, count);
      if (MENU.matcher(sinceKey).find()) {
        return true;
      }
      if (STEP.matcher(sinceKey).find()) {
        return false;
      }
    }
  }

  /** Whether the whole screen is in reverse video (DECSCNM), as the terminal says itself. */
  private boolean isReverse() {
    asking = true;
    terminal.feed(REVERSE_VIDEO, 0, REVERSE_VIDEO.length);
    asking = false;
    return told.equals(IS_SET);
  }

  @Override
  public void answer(byte[] bytes) {
    if (asking) {
      told = new String(bytes, US_ASCII);
      return;
    }
    try {
      to.write(bytes);
      to.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void resizeWanted(int rows, int columns) {
    terminal.resize(rows, columns);
  }

  @Override
  public void close() throws IOException {
    try (terminal) {
      process.destroy();
    }
  }
}
