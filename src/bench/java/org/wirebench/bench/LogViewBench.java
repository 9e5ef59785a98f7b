package org.wirebench.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Runner;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.settings.Settings;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;
import org.wirebench.fx.Theme;

/**
 * How smooth the rows of a log stay while very many are added each second: the time between frames,
 * and within a frame the time from its pulse to its end, at 1280 by 800.
 */
public final class LogViewBench {
  private static final Duration LENGTH = Duration.ofSeconds(6);
  private static final int WARM_UP_FRAMES = 60;
  private static final String LINE =
      "the quick brown fox jumps over the lazy dog and then some more of it, until it is long"
          + " enough";

  private final Jobs jobs =
      new Jobs(
          Runner.virtualThreads(),
          JobClock.system(),
          NetFailure::of,
          defect -> {
            throw new IllegalStateException(defect);
          });
  private final FxJobs fx =
      new FxJobs(
          jobs,
          defect -> {
            throw new IllegalStateException(defect);
          });
  private final AtomicLong rows = new AtomicLong();

  private LogViewBench() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws InterruptedException {
    LogViewBench bench = new LogViewBench();
    OnFx.start();
    System.out.printf(
        Locale.ROOT,
        "%-24s %14s %10s %10s %10s%n",
        "rows a second, wanted",
        "shown",
        "median",
        "99 %",
        "worst");
    for (boolean wrap : new boolean[] {false, true}) {
      for (long rate : new long[] {0, 1_000, 200_000, 1_000_000}) {
        bench.measure(rate, wrap);
      }
    }
    Platform.exit();
  }

  private void measure(long rate, boolean wrap) throws InterruptedException {
    rows.set(0);
    List<Double> frames = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(1);
    fx.later(() -> show(rate, wrap, frames, done));
    done.await();
    List<Double> sorted =
        frames.stream().skip(Math.min(WARM_UP_FRAMES, frames.size() / 2)).sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-24s %,14.0f %7.1f ms %7.1f ms %7.1f ms%n",
        String.format(Locale.ROOT, "%,d%s", rate, wrap ? ", wrapped" : ""),
        rows.get() / (double) LENGTH.toSeconds(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast());
  }

  private void show(long rate, boolean wrap, List<Double> frames, CountDownLatch done) {
    LogView view = new LogView(fx, "bench");
    view.wrapProperty().set(wrap);
    view.setSource(
        new RowSource() {
          @Override
          public long end() {
            return rows.get();
          }

          @Override
          public Row row(long index) {
            return Row.of(Long.toString(index), Row.Kind.IN, index + " " + LINE);
          }
        });
    Stage stage = new Stage(StageStyle.UNDECORATED);
    Scene scene = new Scene(view, 1280, 800);
    Theme theme = new Theme(new SimpleObjectProperty<>(Settings.DEFAULT));
    theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    Job<Boolean> producer =
        jobs.start(
            JobSpec.named("produce", "bench"),
            context -> {
              long start = System.nanoTime();
              while (!context.isCancelled()) {
                long due = (long) ((System.nanoTime() - start) / 1e9 * rate);
                while (rows.get() < due) {
                  rows.incrementAndGet();
                  view.changed();
                }
                LockSupport.parkNanos(500_000);
              }
              return true;
            });
    AnimationTimer timer =
        new AnimationTimer() {
          private long last;
          private long first;

          @Override
          public void handle(long ignored) {
            long now = System.nanoTime();
            first = first == 0 ? now : first;
            if (last != 0) {
              frames.add((now - last) / 1e6);
            }
            last = now;
            if (now - first > LENGTH.toNanos()) {
              stop();
              producer.cancel();
              stage.close();
              theme.close();
              done.countDown();
            }
          }
        };
    timer.start();
  }
}
