package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.terminal.engine.Terminal;
import org.wirebench.testkit.Fx;

/** One program after another at the same terminal. */
@Timeout(60)
class TerminalConnectionTest {
  @RegisterExtension private final Shown shown = new Shown();

  /** A program that writes a text once and waits then. */
  private static final class Writer extends InputStream {
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final byte[] text;

    Writer(String text) {
      this.text = text.getBytes(UTF_8);
    }

    @Override
    public int read() {
      return -1;
    }

    @Override
    public int read(byte[] into, int from, int count) {
      if (written.getCount() == 0) {
        waitFor(closed);
        return -1;
      }
      System.arraycopy(text, 0, into, from, text.length);
      written.countDown();
      return text.length;
    }

    private static void waitFor(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException left) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  @Test
  void whatTheProgramBeforeWroteIsNotMixedWithTheNext() {
    shown.show();
    Writer first = new Writer("old ".repeat(10_000));
    Writer next = new Writer("\r\nnew");
    Fx.call(
        () -> {
          Terminal terminal = shown.view().terminal();
          terminal.lock();
          try {
            shown.view().connect(first, OutputStream.nullOutputStream(), _ -> {});
            first.written.await();
            shown.view().connect(next, OutputStream.nullOutputStream(), _ -> {});
            next.written.await();
          } finally {
            terminal.unlock();
          }
          return true;
        });
    shown.untilShown("new");
    shown.untilJobs(1);
    assertThat(shown.text()).endsWith("\nnew");
  }
}
