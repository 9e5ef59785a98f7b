package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.Terminal;

/** More is selected than can be copied. */
@Timeout(60)
class TerminalTextTest {
  private static final int COLUMNS = 1000;
  private static final int LINES = TerminalText.MOST / COLUMNS + 100;

  private final Terminal terminal = new Terminal(5, COLUMNS, LINES, bytes -> {});

  @AfterEach
  void close() throws Exception {
    terminal.close();
  }

  private void fill() {
    byte[] line = ("x".repeat(COLUMNS) + "\r\n").getBytes(UTF_8);
    for (int i = 0; i < LINES; i++) {
      terminal.feed(line, 0, line.length);
    }
  }

  private Selection all(Selection.Mode mode) {
    terminal.lock();
    try {
      Positions positions = terminal.view().positions();
      Position end = positions.at(LINES - 1, COLUMNS);
      return new Selection(mode, positions.first(), end);
    } finally {
      terminal.unlock();
    }
  }

  @Test
  void whatIsMissingIsSaidAtTheEnd() {
    fill();
    for (Selection.Mode mode : new Selection.Mode[] {Selection.Mode.LINE, Selection.Mode.BLOCK}) {
      String text = TerminalText.of(terminal, all(mode));
      int copied = (int) text.lines().filter(line -> line.startsWith("x")).count();
      assertThat(text.length()).isBetween(TerminalText.MOST, TerminalText.MOST + 2 * COLUMNS);
      assertThat(text).endsWith("x\n… " + (LINES - copied) + " more lines were not copied");
    }
    String html = TerminalHtml.of(terminal, all(Selection.Mode.LINE));
    assertThat(html).matches("(?s).*x\\n… \\d+ more lines were not copied</pre>");
  }
}
