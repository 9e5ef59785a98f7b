package org.wirebench.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.wirebench.bench.OnFx.onFx;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Png;
import org.wirebench.fx.Theme;
import org.wirebench.fx.transcript.TranscriptPane;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.SocketHarness;
import org.wirebench.tool.socket.service.SocketHarness.Running;

/**
 * A peer that sends lines of 100 bytes at full speed for 20 s, shown while it is recorded, against
 * {@code nc > file}: rates, the longest time between two frames, the heap, and that nothing is
 * lost.
 */
public final class TranscriptBench {
  private static final int SECONDS = 20;
  private static final double MEGA = 1e6;
  private static final int LEAST_RESTS = 4;
  private static final int MOST_RESTS = 8;
  private static final double CALM = 25;

  private final Path folder;
  private final SocketHarness harness = new SocketHarness();
  private final ByteStores stores;
  private final TranscriptPane pane;
  private final Stage stage;
  private final SimpleObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.DEFAULT);
  private final FrameMeter meter;
  private long shown;

  private TranscriptBench(Path folder) throws Exception {
    this.folder = folder;
    this.stores = new ByteStores(folder.resolve("view"));
    FxJobs jobs = new FxJobs(harness.jobs(), TranscriptBench::defect);
    this.pane = onFx(() -> new TranscriptPane(jobs, stores, new Silent()));
    this.meter = onFx(() -> new FrameMeter(() -> shown = pane().log().source().end()));
    this.stage = onFx(this::window);
  }

  private TranscriptPane pane() {
    return pane;
  }

  private Stage window() {
    Stage window = new Stage(StageStyle.UNDECORATED);
    Scene scene = new Scene(pane, 1280, 800);
    new Theme(settings).dress(scene);
    window.setScene(scene);
    window.show();
    return window;
  }

  private static void defect(Throwable defect) {
    throw new IllegalStateException(defect);
  }

  /** Nobody looks. */
  private static final class Silent implements Notices {
    @Override
    public void info(String text) {}

    @Override
    public void info(String text, Action next) {}

    @Override
    public void failure(Failure failure) {
      throw new IllegalStateException(failure.title() + ": " + failure.cause());
    }
  }

  /** Takes a folder for two pictures, or nothing; needs nc. */
  public static void main(String[] arguments) throws Exception {
    OnFx.start();
    Path folder = Files.createTempDirectory("wirebench-bench");
    TranscriptBench bench = new TranscriptBench(folder);
    try {
      Table.head();
      bench.run(arguments.length == 0 ? null : Path.of(arguments[0]));
    } finally {
      bench.close();
      Platform.exit();
    }
  }

  private void run(@org.jspecify.annotations.Nullable Path pictures) throws Exception {
    onFx(
        () -> {
          meter.start();
          return true;
        });
    // The first seconds of any program are slow, of the peer's too.
    flood(3, "warm up", false);
    Table.row("longest time between frames, ms, at rest", settled());
    double recorded = flood(SECONDS, "", true);
    onFx(
        () -> {
          field("#transcript-filter").setText("5 abc");
          pane.actions().getFirst().fire();
          field("#transcript-search").setText("XYZ");
          return true;
        });
    double _ = settled();
    double filtered = flood(SECONDS, "filtered and searched: ", true);
    double peer = peer();
    Table.row("lines recorded a second, vs nc > file", recorded, peer);
    Table.row("filtered and searched: lines recorded a second", filtered, peer);
    if (pictures != null) {
      picture(pictures.resolve("transcript-light.png"), ThemeChoice.LIGHT);
      picture(pictures.resolve("transcript-dark.png"), ThemeChoice.DARK);
    }
  }

  private TextField field(String id) {
    return (TextField) pane.lookup(id);
  }

  /**
   * Waits until the machine has taken back the gigabytes that were deleted before, which stops all
   * programs of a virtual machine for moments, and returns the longest time between two frames, in
   * milliseconds, of the five seconds after.
   */
  private double settled() throws Exception {
    double longest = 0;
    for (int i = 0; i < MOST_RESTS && (i < LEAST_RESTS || longest > CALM); i++) {
      longest = rest();
    }
    return longest;
  }

  private double rest() throws Exception {
    onFx(
        () -> {
          meter.reset();
          return true;
        });
    CountDownLatch over = new CountDownLatch(1);
    var _ =
        new FxJobs(harness.jobs(), TranscriptBench::defect)
            .after(Duration.ofSeconds(5), over::countDown);
    over.await();
    return onFx(meter::longest);
  }

  private record Sender(Peer process, int port, Path count) implements AutoCloseable {
    static Sender start(Path folder, int seconds) throws IOException {
      int port = Peer.freePort();
      Path count = Files.createTempFile(folder, "sent", ".txt");
      Peer process =
          Peer.start(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              LineSource.class.getName(),
              Integer.toString(port),
              Integer.toString(seconds),
              count.toString());
      Peer.awaitListening(port);
      return new Sender(process, port, count);
    }

    long sent() throws Exception {
      process.await(60);
      return Long.parseLong(Files.readString(count));
    }

    @Override
    public void close() {
      process.close();
    }
  }

  /** What nc writes into a file, in lines per second. */
  private double peer() throws Exception {
    Path file = folder.resolve("peer.txt");
    try (Sender sender = Sender.start(folder, SECONDS)) {
      long start = System.nanoTime();
      Process nc =
          new ProcessBuilder("nc", "-d", "127.0.0.1", Integer.toString(sender.port()))
              .redirectOutput(file.toFile())
              .start();
      int _ = nc.waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      check(Files.size(file) == sender.sent(), "nc lost bytes");
      return Files.size(file) / (double) LineSource.LINE / seconds;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Returns how many lines were recorded a second. */
  private double flood(int seconds, String what, boolean print) throws Exception {
    try (Sender sender = Sender.start(folder, seconds)) {
      HeapMeter heap = new HeapMeter();
      long start = System.nanoTime();
      Running<ClientSession> client =
          harness.talk(SocketHarness.client(Transport.TCP, "127.0.0.1", sender.port(), ""));
      Transcript transcript = client.session().transcript();
      onFx(
          () -> {
            pane.show(transcript, UTF_8, _ -> "");
            meter.reset();
            return true;
          });
      Outcome<Boolean> outcome = client.job().await();
      double taken = (System.nanoTime() - start) / 1e9;
      long shownThen = onFx(() -> shown);
      double longest = onFx(meter::longest);
      double frames = onFx(meter::frames) / taken;
      long peak = heap.peak();
      check(outcome instanceof Outcome.Done, "the stream ended with " + outcome);
      check(transcript.stopped() == null, "recording stopped: " + transcript.stopped());
      long sent = sender.sent();
      long recorded = transcript.total(Direction.IN);
      double lines = recorded / (double) LineSource.LINE / taken;
      if (print) {
        Table.row(what + "rows shown a second, at the last frame", shownThen / taken);
        Table.row(what + "frames a second", frames);
        Table.row(what + "longest time between frames, ms", longest);
        Table.row(what + "most work of a frame on the FX thread, ms", onFx(meter::mostWork));
        Table.row(what + "bytes recorded, vs sent", (double) recorded, (double) sent);
        Table.row(what + "largest heap, garbage and all, MB", peak / MEGA);
        Table.row(what + "heap after a full collection, MB", HeapMeter.collected() / MEGA);
      }
      check(sent == recorded && transcript.bytes().size() >= sent, "lost: " + (sent - recorded));
      if (print && !what.isEmpty()) {
        awaitLooked();
        Table.row(what + "hits, vs lines", hits(), sent / (double) LineSource.LINE);
        return lines;
      }
      onFx(
          () -> {
            pane.show(null, UTF_8, _ -> "");
            return true;
          });
      transcript.close();
      return lines;
    }
  }

  private void awaitLooked() {
    // The job that looks ends two seconds after it has seen everything.
    while (!harness.jobs().running().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private double hits() throws Exception {
    var label = onFx(() -> (javafx.scene.control.Label) pane.lookup("#transcript-hits"));
    String digits = onFx(label::getText).replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Double.parseDouble(digits);
  }

  private void picture(Path file, ThemeChoice theme) throws Exception {
    onFx(
        () -> {
          settings.set(settings.get().withTheme(theme));
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          try (OutputStream out = new FileOutputStream(file.toFile())) {
            Png.write(stage.getScene().snapshot(null), out);
          }
          return true;
        });
  }

  private void close() throws Exception {
    onFx(
        () -> {
          pane.close();
          stage.close();
          return true;
        });
    harness.close();
    stores.close();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
