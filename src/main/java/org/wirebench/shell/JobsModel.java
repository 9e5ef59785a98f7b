package org.wirebench.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Jobs;

/**
 * The jobs that a user wants to know of: those of tools, running or lately ended. Upkeep of the
 * window, which is of no tool, is left out. Safe for use by any thread.
 */
final class JobsModel implements Jobs.Listener {
  /** How many ended jobs are remembered. */
  static final int ENDED_LIMIT = 50;

  private final Deque<Job<?>> running = new ArrayDeque<>();
  private final Deque<Job<?>> ended = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Something has changed; called on threads of jobs, often. */
  void addListener(Runnable changed) {
    listeners.add(changed);
  }

  void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** The running ones, newest first, and then the ended ones, newest first. */
  synchronized List<Job<?>> jobs() {
    List<Job<?>> all = new ArrayList<>(running);
    all.addAll(ended);
    return all;
  }

  /** How many run. */
  synchronized int count() {
    return running.size();
  }

  @Override
  public void started(Job<?> job) {
    if (isOfTool(job)) {
      synchronized (this) {
        running.addFirst(job);
      }
      tell();
    }
  }

  @Override
  public void changed(Job<?> job) {
    if (isOfTool(job)) {
      tell();
    }
  }

  @Override
  public void ended(Job<?> job) {
    if (isOfTool(job)) {
      synchronized (this) {
        running.remove(job);
        ended.addFirst(job);
        while (ended.size() > ENDED_LIMIT) {
          ended.removeLast();
        }
      }
      tell();
    }
  }

  private static boolean isOfTool(Job<?> job) {
    return !job.spec().tool().isEmpty();
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
