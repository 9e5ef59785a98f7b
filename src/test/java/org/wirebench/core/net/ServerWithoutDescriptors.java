package org.wirebench.core.net;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

/**
 * A process of its own that has few file descriptors, uses them all up while a client waits, and
 * gives them back. Prints what the server wrote into the log of its job.
 */
final class ServerWithoutDescriptors {
  private static final int PAUSES = 3;

  private ServerWithoutDescriptors() {}

  public static void main(String[] arguments) throws Exception {
    CountDownLatch paused = new CountDownLatch(PAUSES);
    try (TestJobs jobs = new TestJobs(new Counting(paused));
        TestNetwork network = new TestNetwork();
        SocketChannel client = SocketChannel.open()) {
      BlockingQueue<Incoming> clients = new LinkedBlockingQueue<>();
      CompletableFuture<SocketAddress> address = new CompletableFuture<>();
      Job<Boolean> server =
          jobs.start(context -> serve(network.network(), address, clients, context));
      // A server that has run for a while: it has waited and met clients, though no trouble yet.
      boolean _ = jobs.run(_ -> waitsInVain());
      SocketChannel.open(address.get()).close();
      clients.take().close();
      List<FileInputStream> taken = new ArrayList<>(10_000);
      takeAll(taken);
      boolean _ = client.connect(address.get());
      paused.await();
      for (FileInputStream one : taken) {
        one.close();
      }
      clients.take().close();
      server.log().lines().forEach(line -> System.out.println(line.text()));
    }
  }

  private static boolean serve(
      Network network,
      CompletableFuture<SocketAddress> address,
      BlockingQueue<Incoming> clients,
      JobContext context)
      throws NetException, InterruptedException {
    Listener listener = network.listen(Listening.LOOPBACK, context);
    boolean _ = address.complete(listener.address());
    for (Incoming one = listener.accept(); one != null; one = listener.accept()) {
      clients.add(one);
    }
    return true;
  }

  /** The platform opens descriptors of its own when a virtual thread waits for the first time. */
  private static boolean waitsInVain() throws IOException {
    try (ServerSocket lonely = new ServerSocket(0)) {
      lonely.setSoTimeout(1);
      lonely.accept().close();
      return false;
    } catch (SocketTimeoutException expected) {
      return true;
    }
  }

  private static void takeAll(List<FileInputStream> taken) throws IOException {
    try {
      while (true) {
        taken.add(new FileInputStream("/dev/null"));
      }
    } catch (FileNotFoundException full) {
      if (!String.valueOf(full.getMessage()).contains("Too many open files")) {
        throw full;
      }
    }
  }

  /** The time of the machine; tells of each pause. */
  private record Counting(CountDownLatch paused) implements JobClock {
    @Override
    public long nanos() {
      return JobClock.system().nanos();
    }

    @Override
    public Instant now() {
      return JobClock.system().now();
    }

    @Override
    public Timer schedule(Duration delay, Runnable action) {
      return JobClock.system().schedule(delay, action);
    }

    @Override
    public void pause(Duration delay) throws InterruptedException {
      paused.countDown();
      JobClock.system().pause(delay);
    }
  }
}
