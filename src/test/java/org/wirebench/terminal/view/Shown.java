package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.fx.FxJobs;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;
import org.wirebench.testkit.TestWindow;

/** A terminal in a window, and the program at its other end, which the test plays. */
final class Shown implements AfterEachCallback {
  static final int SCROLLBACK = 1000;
  private static final int BUFFER = 1 << 16;

  private final TestNetwork network = new TestNetwork();
  private final TestWindow window = new TestWindow();
  private final TestJobs jobs;
  private final ByteStores stores = network.stores();
  private final PipedOutputStream written = new PipedOutputStream();
  private final Received received = new Received();
  private final List<TerminalSize> sizes = Collections.synchronizedList(new ArrayList<>());
  private final TerminalPane pane;
  private final TerminalView view;
  private final List<TerminalView> others = new ArrayList<>();

  /** What the program was sent. */
  private static final class Received extends OutputStream {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int one) {
      all.write(one);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
      all.write(bytes, from, count);
    }

    synchronized String take() {
      String text = all.toString(UTF_8);
      all.reset();
      return text;
    }
  }

  /** Lines without end, which nobody has to wait for. */
  private static final class Flood extends InputStream {
    private static final byte[] LINES = "flood\r\n".repeat(1000).getBytes(UTF_8);
    private volatile boolean closed;

    @Override
    public int read() {
      return closed ? -1 : LINES[0];
    }

    @Override
    public int read(byte[] into, int from, int count) {
      int some = Math.min(count, LINES.length);
      System.arraycopy(LINES, 0, into, from, some);
      return closed ? -1 : some;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  Shown() {
    this(JobClock.system());
  }

  /** By this clock. */
  Shown(JobClock clock) {
    jobs = new TestJobs(clock);
    pane = Fx.call(() -> new TerminalPane(fxJobs(), stores, SCROLLBACK));
    view = pane.view();
  }

  private FxJobs fxJobs() {
    return new FxJobs(jobs.jobs(), jobs.faults()::add);
  }

  /** Shows it with a program that waits. */
  Shown show() {
    window.show(Fx.call(() -> new StackPane(pane)), 640, 400);
    Fx.run(
        () -> {
          view.requestFocus();
          view.connect(piped(), received, sizes::add);
        });
    Fx.until(() -> !sizes.isEmpty());
    return this;
  }

  /**
   * Shows it so that links can be opened.
   *
   * @param opened gets their addresses
   */
  Shown show(List<String> opened) {
    show();
    Fx.run(() -> view.setOnOpen(opened::add));
    return this;
  }

  private PipedInputStream piped() {
    try {
      return new PipedInputStream(written, BUFFER);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** One more, which is not shown and writes without end until the test ends. */
  TerminalView flooded() {
    TerminalView another = Fx.call(() -> new TerminalView(fxJobs(), stores, SCROLLBACK));
    others.add(another);
    Fx.run(() -> another.connect(new Flood(), OutputStream.nullOutputStream(), _ -> {}));
    return another;
  }

  TerminalPane pane() {
    return pane;
  }

  TerminalView view() {
    return view;
  }

  TestWindow window() {
    return window;
  }

  List<TerminalSize> sizes() {
    return sizes;
  }

  /** The program writes. */
  void write(String text) {
    try {
      written.write(text.getBytes(UTF_8));
      written.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The program ends. */
  void end() throws IOException {
    written.close();
  }

  /** Waits until the program was sent this, and nothing else. */
  void untilSent(String text) {
    StringBuilder all = new StringBuilder();
    Fx.until(() -> all.append(received.take()).toString().equals(text));
  }

  /** Waits until so many jobs run, and what ended before was told. */
  void untilJobs(int count) {
    Fx.until(() -> jobs.jobs().running().size() == count);
    Fx.settle();
  }

  /** What the program was sent since this was asked last. */
  String sent() {
    return received.take();
  }

  /** What is on the screen. */
  String text() {
    return Fx.call(() -> String.valueOf(view.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
  }

  void untilShown(String text) {
    Fx.until(() -> text().contains(text));
    Fx.settle();
  }

  /** What a program writes to make a link of a text (OSC 8). */
  static String link(String address, String text) {
    return linkWith("", address, text);
  }

  /** As {@link #link}, with parameters as "id=1". */
  static String linkWith(String parameters, String address, String text) {
    return "\033]8;" + parameters + ";" + address + "\033\\" + text + "\033]8;;\033\\";
  }

  /** Where it says that the link leads which is shown; empty while none is. */
  String link() {
    return Fx.call(
        () -> {
          Label label = (Label) view.lookup("#terminal-link");
          return label.isVisible() ? label.getText() : "";
        });
  }

  /** The columns of a row that are underlined as a link. */
  Overlay.Range underlined(int row) {
    return Fx.call(() -> skin().shown().overlay(row).link());
  }

  private TerminalSkin skin() {
    return (TerminalSkin) view.getSkin();
  }

  /** The middle of a cell on the display. */
  Point2D at(int row, int column) {
    return Fx.call(
        () -> {
          TerminalSkin skin = skin();
          CellMetrics cell = skin.metrics();
          return view.localToScreen(
              skin.inset() + (column + 0.5) * cell.width(),
              skin.inset() + (row + 0.5) * cell.height());
        });
  }

  /** Left of the text of a cell, where a drag that takes it begins. */
  Point2D before(int row, int column) {
    return at(row, column).subtract(2, 0);
  }

  /**
   * Drags the mouse while a key is held, of which the headless platform tells the mouse nothing.
   *
   * @param held Shift or Alt
   */
  void drag(KeyCode held, Point2D from, Point2D to) {
    Fx.run(() -> drag(List.of(held), from, to));
  }

  /** Drags the mouse, all at once. FX thread. */
  void drag(Point2D from, Point2D to) {
    drag(List.of(), from, to);
  }

  private void drag(List<KeyCode> keys, Point2D from, Point2D to) {
    view.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, keys, from));
    view.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, keys, to));
    view.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, keys, to));
  }

  /** Moves the mouse from point to point, and nowhere between. */
  void move(Point2D... way) {
    for (Point2D at : way) {
      Fx.run(() -> view.fireEvent(mouse(MouseEvent.MOUSE_MOVED, MouseButton.NONE, List.of(), at)));
    }
  }

  /** Presses the mouse and takes it elsewhere, even where the headless platform does not see it. */
  void hold(Point2D from, Point2D to) {
    MouseButton button = MouseButton.PRIMARY;
    Fx.run(() -> view.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, button, List.of(), from)));
    Fx.run(() -> view.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, button, List.of(), to)));
  }

  /** Ends {@link #hold}. */
  void letGo(Point2D at) {
    MouseButton button = MouseButton.PRIMARY;
    Fx.run(() -> view.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, button, List.of(), at)));
  }

  /**
   * Clicks while keys are held, as {@link #drag} does.
   *
   * @param held Shift, Alt and Ctrl
   */
  void click(MouseButton button, Point2D at, KeyCode... held) {
    List<KeyCode> keys = List.of(held);
    Fx.run(() -> view.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, button, keys, at)));
    Fx.run(() -> view.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, button, keys, at)));
  }

  private MouseEvent mouse(
      EventType<MouseEvent> type, MouseButton button, List<KeyCode> held, Point2D at) {
    Point2D inside = view.screenToLocal(at);
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    return new MouseEvent(
        view,
        view,
        type,
        inside.getX(),
        inside.getY(),
        at.getX(),
        at.getY(),
        button,
        1,
        held.contains(KeyCode.SHIFT),
        held.contains(KeyCode.CONTROL),
        held.contains(KeyCode.ALT),
        false,
        down && button == MouseButton.PRIMARY,
        false,
        down && button == MouseButton.SECONDARY,
        false,
        false,
        false,
        null);
  }

  /** Turns the wheel by notches, up where that is positive, while Ctrl is held. */
  void zoom(int notches) {
    Fx.run(
        () ->
            view.fireEvent(
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    0,
                    0,
                    0,
                    0,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    0,
                    40.0 * notches,
                    0,
                    40.0 * notches,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
  }

  /** Copies by the keyboard what is selected; what the clipboard has then. */
  String copied() {
    Fx.run(() -> put("nothing"));
    Fx.run(view::copy);
    Fx.until(() -> !"nothing".equals(Clipboard.getSystemClipboard().getString()));
    return Fx.call(() -> Clipboard.getSystemClipboard().getString());
  }

  /** Puts a text into the clipboard. FX thread. */
  static void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    boolean _ = Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    Fx.call(
        () -> {
          pane.close();
          for (TerminalView other : others) {
            other.close();
          }
          return true;
        });
    written.close();
    jobs.close();
    network.close();
    window.afterEach(context);
  }
}
