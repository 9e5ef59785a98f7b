package org.wirebench.core.job;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts jobs and knows those that run. */
public final class Jobs implements AutoCloseable {
  private final Runner runner;
  private final JobClock clock;
  private final Function<Throwable, ? extends Failure> classifier;
  private final Consumer<Throwable> faults;
  private final Set<Job<?>> running = ConcurrentHashMap.newKeySet();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore turns =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  /** Hears of every job; called on the threads of the jobs, so it must not block. */
  public interface Listener {
    /** A job has started. */
    void started(Job<?> job);

    /** Its progress, step or log has changed. */
    void changed(Job<?> job);

    /** It has ended; {@link Job#outcome()} is present. */
    void ended(Job<?> job);
  }

  /**
   * @param classifier turns what a task threw into words
   * @param faults is told of each exception that is a defect of the program, not of the network
   */
  public Jobs(
      Runner runner,
      JobClock clock,
      Function<Throwable, ? extends Failure> classifier,
      Consumer<Throwable> faults) {
    this.runner = runner;
    this.clock = clock;
    this.classifier = classifier;
    this.faults = faults;
  }

  /** The clock that the jobs go by. */
  public JobClock clock() {
    return clock;
  }

  /** The jobs that run now, in no order. */
  public Set<Job<?>> running() {
    return Set.copyOf(running);
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  /** Starts {@code task} on a thread of its own. */
  public <T> Job<T> start(JobSpec spec, Task<T> task) {
    Cancellation cancellation = new Cancellation(faults);
    JobRun<T> run = new JobRun<>(this, spec, task, cancellation);
    running.add(run.job());
    tell(listener -> listener.started(run.job()));
    runner.start(spec.name(), run);
    return run.job();
  }

  /** Cancels every job. Returns at once. */
  @Override
  public void close() {
    running.forEach(Job::cancel);
  }

  Runner runner() {
    return runner;
  }

  /** Those who compute may do so at once; first come, first served. */
  Semaphore turns() {
    return turns;
  }

  Consumer<Throwable> faults() {
    return faults;
  }

  /** A job ends whatever happens, so even a classifier that fails gets no say in that. */
  Failure classify(Throwable thrown) {
    try {
      return classifier.apply(thrown);
    } catch (RuntimeException | Error defect) {
      defect.addSuppressed(thrown);
      faults.accept(defect);
      return new Unclassified(thrown.toString(), defect.toString());
    }
  }

  private record Unclassified(String cause, String detail) implements Failure {
    @Override
    public String title() {
      return cause;
    }

    @Override
    public String remedy() {
      return "";
    }
  }

  void changed(Job<?> job) {
    tell(listener -> listener.changed(job));
  }

  void ended(Job<?> job) {
    running.remove(job);
    tell(listener -> listener.ended(job));
  }

  private void tell(Consumer<Listener> news) {
    for (Listener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException | Error defect) {
        faults.accept(defect);
      }
    }
  }
}
