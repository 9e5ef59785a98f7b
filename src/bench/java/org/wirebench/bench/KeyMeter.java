package org.wirebench.bench;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Presses keys at a control, and measures the time until what they type is written: with the wait
 * for the FX thread, for the thread that writes, and for a processor.
 */
final class KeyMeter {
  private static final long LIMIT_SECONDS = 30;

  private final BlockingQueue<Long> written = new LinkedBlockingQueue<>();

  /** Knows when something is written to {@code to}. */
  OutputStream measured(OutputStream to) {
    return new FilterOutputStream(to) {
      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        written.add(System.nanoTime());
        out.write(bytes, offset, count);
      }
    };
  }

  /** The milliseconds from the press of a letter until it is written. */
  double millisToWrite(Node control, char letter) throws InterruptedException {
    written.clear();
    long start = System.nanoTime();
    type(control, letter);
    Long end = written.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (end == null) {
      throw new IllegalStateException("the key was not sent");
    }
    return (end - start) / 1e6;
  }

  static void type(Node control, char letter) {
    Platform.runLater(
        () -> {
          String text = Character.toString(letter);
          Event.fireEvent(control, event(KeyEvent.KEY_PRESSED, text, KeyCode.UNDEFINED, false));
          Event.fireEvent(control, event(KeyEvent.KEY_TYPED, text, KeyCode.UNDEFINED, false));
        });
  }

  static void press(Node control, KeyCode code, boolean withControl) {
    Platform.runLater(
        () ->
            Event.fireEvent(
                control, event(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, withControl)));
  }

  private static KeyEvent event(
      EventType<KeyEvent> type, String character, KeyCode code, boolean withControl) {
    return new KeyEvent(type, character, "", code, false, withControl, false, false);
  }
}
