package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.terminal.engine.ScreenView;
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
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goes = new CountDownLatch(1);
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
      begun.countDown();
      waitFor(goes);
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

    Writer go() {
      goes.countDown();
      return this;
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  /** A program that writes until it is left. */
  private static final class Endless extends InputStream {
    private static final byte[] TEXT = "old ".repeat(10_000).getBytes(UTF_8);
    private volatile boolean closed;

    @Override
    public int read() {
      return closed ? -1 : TEXT[0];
    }

    @Override
    public int read(byte[] into, int from, int count) {
      System.arraycopy(TEXT, 0, into, from, TEXT.length);
      return closed ? -1 : TEXT.length;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void whatTheProgramBeforeWroteIsNotMixedWithTheNext() {
    shown.show();
    Fx.run(() -> shown.view().connect(new Endless(), OutputStream.nullOutputStream(), _ -> {}));
    shown.untilShown("old");
    Writer next = new Writer("new").go();
    Fx.run(() -> shown.view().connect(next, OutputStream.nullOutputStream(), _ -> {}));
    shown.untilShown("new");
    shown.untilJobs(1);
    assertThat(shown.text()).endsWith("\nnew");
  }

  @Test
  void theNextProgramFindsNothingOfTheOneBeforeButItsText() {
    shown.show();
    shown.write("first\r\n\033[?1049h\033[?1000h\033[31mgone\033[?20");
    shown.untilShown("gone");
    Writer next = new Writer("next").go();
    Fx.run(() -> shown.view().connect(next, OutputStream.nullOutputStream(), _ -> {}));
    shown.untilShown("next");
    assertThat(shown.text()).isEqualTo("first\nnext");
    boolean mouse = MouseReports.asked(shown.view().terminal(), ScreenView::wantsMouse);
    assertThat(mouse).isFalse();
  }

  /** A program that asks, and is left before the answer, gets it; the next one does not. */
  @Test
  void whatOneProgramAskedIsNotAnsweredToTheNext() throws Exception {
    shown.show();
    CountDownLatch answered = new CountDownLatch(1);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    leave(new Writer("\033[6n".repeat(2000)), new Writer("\033[5n").go(), telling(sent, answered));
    answered.await();
    assertThat(sent.toString(UTF_8)).isEqualTo("\033[0n");
  }

  /** A program that takes nothing of what is sent to it. */
  private static final class Deaf extends OutputStream {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void write(int one) {
      asked.countDown();
      Writer.waitFor(closed);
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  @Test
  void whatAProgramDoesNotReadHasAnEnd() throws Exception {
    shown.show();
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger made = new AtomicInteger();
    Deaf deaf = new Deaf();
    TerminalConnection connection =
        Fx.call(
            () ->
                new TerminalConnection(
                    shown.view().jobs(), () -> {}, () -> refused.incrementAndGet()));
    Writer program = new Writer("").go();
    Fx.run(() -> connection.open(shown.view().terminal(), program, deaf, _ -> {}));
    Fx.run(() -> connection.send(new byte[] {'x'}));
    deaf.asked.await();
    for (int i = 0; i < 4; i++) {
      Fx.run(
          () -> connection.sendLater(16 << 20, () -> new byte[] {(byte) made.incrementAndGet()}));
    }
    assertThat(refused).hasValue(1);
    assertThat(made).hasValue(0);
    deaf.close();
    Fx.until(() -> made.get() == 3);
    Fx.run(connection::leave);
  }

  private static OutputStream telling(ByteArrayOutputStream sent, CountDownLatch answered) {
    return new OutputStream() {
      @Override
      public void write(int one) {
        sent.write(one);
        if (one == 'n') {
          answered.countDown();
        }
      }
    };
  }

  /** Connects one program, which is left while the terminal takes what it wrote. */
  private void leave(Writer first, Writer next, OutputStream to) throws InterruptedException {
    Fx.run(() -> shown.view().connect(first, OutputStream.nullOutputStream(), _ -> {}));
    first.begun.await();
    // All of it on the FX thread, which would wait for the lock that somebody else has.
    Fx.call(
        () -> {
          Terminal terminal = shown.view().terminal();
          terminal.lock();
          try {
            first.go().written.await();
            shown.view().connect(next, to, _ -> {});
          } finally {
            terminal.unlock();
          }
          return true;
        });
  }
}
