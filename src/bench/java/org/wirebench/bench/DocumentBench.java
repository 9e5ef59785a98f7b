package org.wirebench.bench;

import static org.wirebench.bench.OnFx.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Runner;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.settings.Settings;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Theme;
import org.wirebench.fx.document.Document;
import org.wirebench.fx.document.DocumentPane;

/**
 * The pane of a document with one line of JSON of 100 MB, against {@code jq .} which writes it
 * nowhere, and with 1 GB of text that comes while it is shown: when there is something to see, what
 * it takes of the heap, and how smooth it scrolls, at 1280 by 800.
 */
public final class DocumentBench {
  private static final long TEXT_SIZE = 1_000_000_000;
  private static final int CHUNK = 1 << 20;
  private static final long LEAST_VALUES = 1_000_000;
  private static final int FRAMES = 400;
  private static final double MEGA = 1e6;
  private static final long LIMIT = 120_000_000_000L;

  private final Path folder;
  private final ByteStores stores;
  private final DocumentPane pane;
  private final LogView log;

  /** Nothing that is told there is expected here. */
  private static final class Loud implements Notices {
    @Override
    public void info(String text) {
      throw new IllegalStateException(text);
    }

    @Override
    public void info(String text, Action next) {
      throw new IllegalStateException(text);
    }

    @Override
    public void failure(Failure failure) {
      throw new IllegalStateException(failure.title() + ": " + failure.cause());
    }
  }

  private DocumentBench(Path folder) throws Exception {
    this.folder = folder;
    this.stores = new ByteStores(folder.resolve("stores"));
    FxJobs jobs =
        new FxJobs(
            new Jobs(
                Runner.virtualThreads(), JobClock.system(), NetFailure::of, DocumentBench::defect),
            DocumentBench::defect);
    this.pane = onFx(() -> new DocumentPane(jobs, stores, new Loud()));
    this.log = onFx(this::show);
  }

  private static void defect(Throwable thrown) {
    throw new IllegalStateException(thrown);
  }

  /** Takes no arguments; needs jq. */
  public static void main(String[] arguments) throws Exception {
    OnFx.start();
    DocumentBench bench = new DocumentBench(Files.createTempDirectory("wirebench-bench"));
    try {
      Table.head();
      bench.json();
      bench.text();
    } finally {
      onFx(
          () -> {
            bench.pane.close();
            return true;
          });
      bench.stores.close();
      Platform.exit();
    }
  }

  private LogView show() {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    Scene scene = new Scene(pane, 1280, 800);
    Theme theme = new Theme(new SimpleObjectProperty<>(Settings.DEFAULT));
    theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    return (LogView) pane.lookup("#document-rows");
  }

  /** Seconds until something holds, looked at once per frame. */
  private static double until(long start, BooleanSupplier condition) throws Exception {
    CompletableFuture<Long> when = new CompletableFuture<>();
    FrameMeter meter =
        onFx(
            () -> {
              FrameMeter made =
                  new FrameMeter(
                      () -> {
                        if (!when.isDone() && condition.getAsBoolean()) {
                          when.complete(System.nanoTime());
                        } else if (System.nanoTime() - start > LIMIT) {
                          when.completeExceptionally(new IllegalStateException("never shown"));
                        }
                      });
              made.start();
              return made;
            });
    try {
      return (when.get() - start) / 1e9;
    } finally {
      onFx(
          () -> {
            meter.stop();
            return true;
          });
    }
  }

  private boolean shows(String begin) {
    Object text = log.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return String.valueOf(text).stripLeading().startsWith(begin);
  }

  private void json() throws Exception {
    Path file = folder.resolve("one-line.json");
    ByteStore store = OneLine.create(stores, file);
    Document document = new Document(store, "application/json", Optional.empty(), "one-line.json");
    double first = Double.MAX_VALUE;
    double formatted = Double.MAX_VALUE;
    for (int round = 0; round < 2; round++) {
      onFx(
          () -> {
            pane.clear();
            return true;
          });
      long before = HeapMeter.collected();
      HeapMeter heap = new HeapMeter();
      long start = System.nanoTime();
      onFx(
          () -> {
            pane.show(document);
            pane.complete();
            return true;
          });
      first = Math.min(first, until(start, () -> shows("[")));
      formatted = Math.min(formatted, until(start, this::isTree));
      if (round == 0) {
        Table.row(
            "100 MB JSON: most of the heap, garbage and all, MB", (heap.peak() - before) / MEGA);
        Table.row("100 MB JSON: heap after a collection, MB", grown(before));
      }
    }
    Table.row("100 MB JSON in one line: first screen, seconds", first);
    Table.row(
        "100 MB JSON in one line: formatted, seconds, vs jq .",
        formatted,
        Peer.secondsToRead(file, "jq", "."));
    scroll("100 MB JSON, formatted");
    Files.delete(file);
    onFx(
        () -> {
          pane.clear();
          return true;
        });
    store.close();
  }

  private static double grown(long before) {
    return (HeapMeter.collected() - before) / MEGA;
  }

  /** As text it has a row for each few kilobytes, as a tree one for each value. */
  private boolean isTree() {
    return log.source().end() > LEAST_VALUES;
  }

  private void scroll(String what) throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    long[] frames = {0};
    FrameMeter[] meter = new FrameMeter[1];
    onFx(
        () -> {
          meter[0] =
              new FrameMeter(
                  () -> {
                    // Fast strokes of the wheel, and now and then a jump far away.
                    log.fireEvent(wheel());
                    frames[0]++;
                    if (frames[0] % 20 == 0) {
                      log.show(log.source().end() / FRAMES * frames[0]);
                    }
                    if (frames[0] == FRAMES) {
                      done.complete(true);
                    }
                  });
          meter[0].start();
          return true;
        });
    done.get();
    onFx(
        () -> {
          meter[0].stop();
          return true;
        });
    Table.row(what + ": longest frame while scrolling, ms", meter[0].longest());
    Table.row(what + ": most work for a frame, ms", meter[0].mostWork());
  }

  private static ScrollEvent wheel() {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        100,
        100,
        100,
        100,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        -400,
        0,
        -400,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private void text() throws Exception {
    byte[] chunk = new byte[CHUNK];
    Arrays.fill(chunk, (byte) 'x');
    for (int i = 80; i < CHUNK; i += 81) {
      chunk[i] = '\n';
    }
    ByteStore store = stores.create();
    long before = HeapMeter.collected();
    HeapMeter heap = new HeapMeter();
    long start = System.nanoTime();
    onFx(
        () -> {
          pane.show(new Document(store, "text/plain", Optional.empty(), "large.txt"));
          return true;
        });
    store.append(chunk, 0, CHUNK);
    double first = -1;
    for (long size = CHUNK; size < TEXT_SIZE; size += CHUNK) {
      store.append(chunk, 0, CHUNK);
      if (size % (16 * CHUNK) == 0 || first < 0) {
        onFx(
            () -> {
              pane.grown();
              return true;
            });
      }
      first = first < 0 ? until(start, () -> shows("xxx")) : first;
    }
    onFx(
        () -> {
          pane.complete();
          return true;
        });
    double all = until(start, () -> log.source().end() > TEXT_SIZE / 82);
    Table.row("1 GB of text that comes: first screen, seconds", first);
    Table.row("1 GB of text that comes: all lines known, seconds", all);
    Table.row("1 GB of text: most of the heap, garbage and all, MB", (heap.peak() - before) / MEGA);
    Table.row("1 GB of text: heap after a collection, MB", grown(before));
    scroll("1 GB of text");
    store.close();
  }
}
