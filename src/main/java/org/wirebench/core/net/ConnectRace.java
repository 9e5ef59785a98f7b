package org.wirebench.core.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NotConnectedException.Attempt;

/**
 * Happy Eyeballs (RFC 8305 section 5): tries one address after the other, the next when one fails
 * or has not answered for a quarter of a second; the first to connect wins, and the others are
 * closed. For one use.
 *
 * <p>Two attempts cannot have the same port of this machine at once. Where the port is given, they
 * are made one by one: each has an equal share of the time, and is closed before the next begins.
 */
final class ConnectRace {
  /** "Connection Attempt Delay", RFC 8305 section 8. */
  static final Duration ATTEMPT_DELAY = Duration.ofMillis(250);

  private final JobContext context;
  private final TimeLimit limit;
  private final SocketSettings settings;
  private final @Nullable InetSocketAddress local;
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final List<Runner> runners = new ArrayList<>();
  private JobClock.Timer delay = () -> {};
  private Duration headStart = ATTEMPT_DELAY;

  private sealed interface News {
    record Connected(Runner runner) implements News {}

    record Failed(Runner runner, IOException why) implements News {}

    /** Nothing has come of the last attempt for a while. */
    record Slow(Runner runner) implements News {}

    record TimeUp() implements News {}
  }

  ConnectRace(
      JobContext context,
      TimeLimit limit,
      SocketSettings settings,
      @Nullable InetSocketAddress local) {
    this.context = context;
    this.limit = limit;
    this.settings = settings;
    this.local = local;
  }

  /**
   * @param addresses at least one, in the order to try
   * @return connected, and no longer registered with the job
   * @throws NotConnectedException when all failed or the time is up
   */
  SocketChannel run(List<InetSocketAddress> addresses) throws IOException, InterruptedException {
    SocketChannel winner = null;
    try {
      limit.onExpiry(() -> news.add(new News.TimeUp()));
      winner = race(addresses);
      return winner;
    } finally {
      delay.cancel();
      for (Runner one : runners) {
        one.leave(winner);
      }
    }
  }

  private SocketChannel race(List<InetSocketAddress> addresses)
      throws IOException, InterruptedException {
    headStart = isOneByOne() ? limit.length().dividedBy(addresses.size()) : ATTEMPT_DELAY;
    start(addresses.getFirst());
    while (true) {
      switch (news.take()) {
        case News.Connected(Runner runner) -> {
          if (!runner.hasFailed()) {
            return runner.channel();
          }
          goOn(addresses);
        }
        case News.Failed(Runner runner, IOException why) -> {
          runner.failed(why);
          goOn(addresses);
        }
        case News.Slow(Runner runner) -> {
          if (runner == runners.getLast() && runners.size() < addresses.size()) {
            if (isOneByOne()) {
              // The news that it has ended starts the next, which then finds the port free.
              runner.giveUp();
            } else {
              start(addresses.get(runners.size()));
            }
          }
        }
        case News.TimeUp() -> throw lost();
      }
    }
  }

  /** One attempt is over. */
  private void goOn(List<InetSocketAddress> addresses) throws IOException {
    if (runners.size() < addresses.size()) {
      start(addresses.get(runners.size()));
    } else if (runners.stream().allMatch(Runner::hasFailed)) {
      throw lost();
    }
  }

  private boolean isOneByOne() {
    return local != null && local.getPort() != 0;
  }

  private void start(InetSocketAddress address) throws IOException {
    delay.cancel();
    Runner runner = new Runner(address);
    runners.add(runner);
    delay = context.clock().schedule(headStart, () -> news.add(new News.Slow(runner)));
    JobContext.Fork<Boolean> _ = context.fork("connect", _ -> runner.connect());
  }

  private NotConnectedException lost() {
    return new NotConnectedException(runners.stream().map(Runner::attempt).toList());
  }

  /** One address in the race. */
  private final class Runner {
    private final InetSocketAddress address;
    private final long started = context.clock().nanos();
    private final SocketChannel channel;
    private final JobContext.Registration registration;
    private @Nullable Attempt failed;

    Runner(InetSocketAddress address) throws IOException {
      this.address = address;
      this.channel = SocketChannel.open();
      this.registration = context.closeOnCancel(channel);
    }

    SocketChannel channel() {
      return channel;
    }

    boolean connect() {
      try {
        settings.applyTo(channel);
        if (local != null) {
          OwnAddress.bind(channel, local);
        }
        boolean done = channel.connect(address);
        news.add(new News.Connected(this));
        return done;
      } catch (IOException failure) {
        news.add(
            new News.Failed(this, local == null ? failure : OwnAddress.explained(local, failure)));
        return false;
      } catch (UnsupportedAddressTypeException unspoken) {
        news.add(new News.Failed(this, Unspoken.failure(unspoken)));
        return false;
      } catch (RuntimeException defect) {
        news.add(new News.Failed(this, new IOException(defect)));
        throw defect;
      }
    }

    void failed(IOException why) throws IOException {
      if (failed == null) {
        failed = new Attempt(address, why, took());
      }
      channel.close();
    }

    /** It has not answered while it was its turn. */
    void giveUp() throws IOException {
      failed = new Attempt(address, null, took());
      channel.close();
    }

    boolean hasFailed() {
      return failed != null;
    }

    Attempt attempt() {
      return failed == null ? new Attempt(address, null, took()) : failed;
    }

    private Duration took() {
      return Duration.ofNanos(context.clock().nanos() - started);
    }

    void leave(@Nullable SocketChannel winner) throws IOException {
      registration.close();
      if (channel != winner) {
        channel.close();
      }
    }
  }
}
