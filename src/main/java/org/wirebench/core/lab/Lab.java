package org.wirebench.core.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;

/**
 * The embedded servers, each of which is a job while it runs. Safe for use by any thread; nothing
 * here blocks.
 */
public final class Lab implements AutoCloseable {
  private static final Messages TEXT = Messages.of(Lab.class);

  private final Jobs jobs;
  private final SequencedMap<String, Slot> slots = new LinkedHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<Status> news = new ConcurrentLinkedQueue<>();

  /** How many news are not told yet: who adds the first of them tells them all. */
  private final AtomicInteger untold = new AtomicInteger();

  /** How a server stands. */
  public enum State {
    STOPPED,
    STARTING,
    RUNNING,
    STOPPING,
    /** It could not be started, or something ended it that nobody asked for. */
    FAILED
  }

  /**
   * How one server stands at one moment.
   *
   * @param address where it listens, while it runs
   * @param request a request of its tool that talks to it, while it runs
   * @param failure why it failed, when it has
   */
  public record Status(
      LabServer server,
      State state,
      Optional<String> address,
      Optional<Tree.Fields> request,
      Optional<Failure> failure) {}

  /**
   * Hears of every change, in the order in which they happened, and of one at a time; called on
   * threads of jobs, so it must not block.
   */
  @FunctionalInterface
  public interface Listener {
    /** The server stands as {@code now} says. */
    void changed(Status now);
  }

  /** One server and its job; guarded by itself. */
  private static final class Slot {
    final LabServer server;
    State state = State.STOPPED;
    @Nullable Job<?> job;
    LabServer.@Nullable Running running;
    @Nullable Failure failure;

    /** Whether it is to start again once it has stopped. */
    boolean again;

    Slot(LabServer server) {
      this.server = server;
    }

    synchronized Status status() {
      Optional<LabServer.Running> open =
          state == State.RUNNING ? Optional.ofNullable(running) : Optional.empty();
      return new Status(
          server,
          state,
          open.map(LabServer.Running::address),
          open.map(LabServer.Running::request),
          Optional.ofNullable(failure));
    }
  }

  /**
   * @param jobs runs the servers
   * @param servers all that there are, in the order in which they are shown
   * @throws IllegalArgumentException when two have the same id
   */
  public Lab(Jobs jobs, List<LabServer> servers) {
    this.jobs = jobs;
    for (LabServer server : servers) {
      if (slots.putIfAbsent(server.id(), new Slot(server)) != null) {
        throw new IllegalArgumentException("two lab servers " + server.id());
      }
    }
  }

  /** How all servers stand, in their order. */
  public List<Status> status() {
    List<Status> all = new ArrayList<>();
    slots.values().forEach(slot -> all.add(slot.status()));
    return all;
  }

  /**
   * How one server stands.
   *
   * @throws IllegalArgumentException when there is no such server
   */
  public Status status(String id) {
    return slot(id).status();
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  /**
   * Starts a server, unless it runs or starts already; one that is stopping starts again after.
   *
   * @throws IllegalArgumentException when there is no such server
   */
  public void start(String id) {
    Slot slot = slot(id);
    synchronized (slot) {
      if (slot.state == State.STARTING || slot.state == State.RUNNING) {
        return;
      }
      if (slot.state == State.STOPPING) {
        slot.again = true;
        return;
      }
      slot.state = State.STARTING;
      slot.failure = null;
      news.add(slot.status());
    }
    tell();
    launch(slot);
  }

  private void launch(Slot slot) {
    LabServer server = slot.server;
    Job<Boolean> job =
        jobs.start(
            JobSpec.named(TEXT.get("job", server.title()), server.tool()),
            context -> serve(slot, context));
    boolean stopped;
    synchronized (slot) {
      slot.job = job;
      stopped = slot.state == State.STOPPING;
    }
    if (stopped) {
      job.cancel();
    }
    job.onEnd(outcome -> ended(slot, outcome));
  }

  private boolean serve(Slot slot, JobContext context) throws Exception {
    try (LabServer.Running running = slot.server.start(context)) {
      boolean stopped;
      synchronized (slot) {
        slot.running = running;
        stopped = slot.state != State.STARTING;
        if (!stopped) {
          slot.state = State.RUNNING;
          news.add(slot.status());
        }
      }
      context.log(TEXT.get("listening", running.address()));
      if (!stopped) {
        tell();
      }
      running.await();
      return true;
    } finally {
      synchronized (slot) {
        slot.running = null;
      }
    }
  }

  private void ended(Slot slot, Outcome<Boolean> outcome) {
    boolean again;
    synchronized (slot) {
      boolean asked = slot.state == State.STOPPING;
      again = slot.again;
      slot.again = false;
      slot.job = null;
      slot.failure = outcome instanceof Outcome.Failed<Boolean>(Failure why) && !asked ? why : null;
      slot.state = slot.failure == null ? State.STOPPED : State.FAILED;
      news.add(slot.status());
    }
    tell();
    if (again) {
      start(slot.server.id());
    }
  }

  /**
   * Stops a server, if it runs; its clients are disconnected.
   *
   * @throws IllegalArgumentException when there is no such server
   */
  public void stop(String id) {
    Slot slot = slot(id);
    Job<?> job;
    synchronized (slot) {
      slot.again = false;
      if (slot.state != State.STARTING && slot.state != State.RUNNING) {
        return;
      }
      slot.state = State.STOPPING;
      news.add(slot.status());
      job = slot.job;
    }
    tell();
    if (job != null) {
      job.cancel();
    }
  }

  /** Starts all servers. */
  public void startAll() {
    slots.keySet().forEach(this::start);
  }

  /** Stops all servers. */
  @Override
  public void close() {
    slots.keySet().forEach(this::stop);
  }

  private Slot slot(String id) {
    Slot slot = slots.get(id);
    if (slot == null) {
      throw new IllegalArgumentException("no lab server " + id);
    }
    return slot;
  }

  /** Tells one of the news; outside of any lock, since listeners are strangers. */
  private void tell() {
    if (untold.getAndIncrement() > 0) {
      return;
    }
    RuntimeException defect = null;
    do {
      Status now = news.remove();
      for (Listener listener : listeners) {
        try {
          listener.changed(now);
        } catch (RuntimeException thrown) {
          // The others are told all the same.
          defect = thrown;
        }
      }
    } while (untold.decrementAndGet() > 0);
    if (defect != null) {
      throw defect;
    }
  }
}
