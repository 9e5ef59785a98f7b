package org.wirebench.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * A screen of its own, with a window manager, for programs that open real windows. Xvfb, openbox,
 * xdotool and the X11 utilities must be installed.
 */
public final class RealDisplay implements AutoCloseable {
  public static final int WIDTH = 1600;
  public static final int HEIGHT = 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int ATTEMPTS = 3;
  private static final String KEYS =
      """
      <openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard>
        <keybind key="A-F4"><action name="Close"/></keybind>
        <keybind key="A-F10"><action name="ToggleMaximize"/></keybind>
      </keyboard></openbox_config>
      """;

  private final Path folder;
  private final Peer server;
  private final Peer manager;
  private final String display;

  /**
   * A window and its frame, in pixels of the screen.
   *
   * @param title how high what stands above the window in its frame is
   */
  public record Place(int x, int y, int width, int height, int title) {
    /** Whether nothing but a frame is around it. */
    public boolean isMaximised() {
      return width == WIDTH && height == HEIGHT - title;
    }

    /** JavaFX may count from the frame or from the window, as it was told of the frame in time. */
    boolean isAbout(Place other) {
      return width == other.width
          && height == other.height
          && Math.abs(x - other.x) <= title
          && Math.abs(y - other.y) <= title;
    }

    boolean isOnScreen() {
      return title > 10 && x >= 0 && y - title >= 0 && x + width <= WIDTH && y + height <= HEIGHT;
    }
  }

  /** Starts it; what its programs say goes into files of {@code folder}. */
  public RealDisplay(Path folder) throws IOException {
    this.folder = folder;
    Path keys = Files.writeString(folder.resolve("openbox.xml"), KEYS);
    String screen = WIDTH + "x" + HEIGHT + "x24";
    server =
        Peer.start(
            folder,
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            screen,
            "-nolisten",
            "tcp",
            "-noreset");
    try {
      server.awaitOutput("\n");
      display = ":" + server.output().strip();
      manager = manager(keys);
    } catch (IOException | RuntimeException notStarted) {
      server.close();
      throw notStarted;
    }
  }

  /** On a busy machine openbox may not get its display at once, and ends then. */
  private Peer manager(Path keys) throws IOException {
    String said = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Peer started = start(Map.of(), List.of("openbox", "--config-file", keys.toString()));
      try {
        until(() -> isManaged() || !started.isAlive());
      } catch (RuntimeException notReady) {
        started.close();
        throw notReady;
      }
      if (started.isAlive()) {
        return started;
      }
      said = started.errors();
      started.close();
    }
    throw new IOException("openbox did not start: " + said);
  }

  private boolean isManaged() {
    return ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").contains("window id");
  }

  /** Starts a program on this screen. */
  public Peer start(Map<String, String> environment, List<String> command) throws IOException {
    Map<String, String> here = new HashMap<>(environment);
    here.put("DISPLAY", display);
    return Peer.start(folder, here, command);
  }

  /** Waits until the only window of that name is there and has the keys; its number. */
  public String awaitWindow(String name) {
    until(
        () -> {
          String found = ask("xdotool", "search", "--onlyvisible", "--name", name);
          return !found.isEmpty() && found.equals(ask("xdotool", "getactivewindow"));
        });
    return ask("xdotool", "getactivewindow").strip();
  }

  /** Waits until a window stands still where all of it and its title bar can be seen. */
  public Place awaitPlace(String window) {
    AtomicReference<Place> before = new AtomicReference<>(place(window));
    patiently()
        .during(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Place now = place(window);
              assertThat(now).isEqualTo(before.getAndSet(now)).matches(Place::isOnScreen);
            });
    return place(window);
  }

  /** Waits until a window has the size of a place, and stands there but for its frame. */
  public void awaitPlace(String window, Place place) {
    patiently().untilAsserted(() -> assertThat(place(window)).matches(place::isAbout));
  }

  /** Where a window is now, which may be on its way. */
  public Place place(String window) {
    String facts = ask("xwininfo", "-id", window);
    return new Place(
        number(facts, "Absolute upper-left X"),
        number(facts, "Absolute upper-left Y"),
        number(facts, "Width"),
        number(facts, "Height"),
        number(facts, "Relative upper-left Y"));
  }

  private static int number(String facts, String name) {
    Matcher line = Pattern.compile(name + ": +(-?\\d+)").matcher(facts);
    if (!line.find()) {
      throw new AssertionError("no " + name + " in: " + facts);
    }
    return Integer.parseInt(line.group(1));
  }

  /** Has the window manager close the window with the keys, as its button would. */
  public void closeWindow() {
    String _ = ask("xdotool", "key", "alt+F4");
  }

  /** Has the window manager maximise the window with the keys, or make it as it was. */
  public void toggleMaximised() {
    String _ = ask("xdotool", "key", "alt+F10");
  }

  /** Waits until a condition holds. */
  public void until(Callable<Boolean> condition) {
    patiently().until(condition);
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100));
  }

  private String ask(String... command) {
    try (Peer program = start(Map.of(), List.of(command))) {
      int _ = program.awaitEnd();
      return program.output();
    } catch (IOException missing) {
      throw new AssertionError(missing);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    manager.close();
    // With a signal that it hears, so that it takes its lock and its socket with it.
    server.stop();
    try {
      int _ = server.awaitEnd();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } finally {
      server.close();
    }
  }
}
