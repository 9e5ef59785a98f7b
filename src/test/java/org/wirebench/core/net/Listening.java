package org.wirebench.core.net;

import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.wirebench.core.job.Job;
import org.wirebench.testkit.TestJobs;

/** A listener of ours in a job of its own, for tests. */
final class Listening implements AutoCloseable {
  private final BlockingQueue<Incoming> clients = new LinkedBlockingQueue<>();
  private final Listener listener;
  private final Job<Boolean> job;

  Listening(Network network, TestJobs jobs) throws InterruptedException {
    this(network, jobs, ListenSpec.loopback("test"));
  }

  Listening(Network network, TestJobs jobs, ListenSpec spec) throws InterruptedException {
    this(jobs, jobs.run(context -> network.listen(spec, context)));
  }

  Listening(TestJobs jobs, Listener listener) {
    this.listener = listener;
    this.job = jobs.start(context -> accept());
  }

  private boolean accept() throws Exception {
    for (Incoming one = listener.accept(); one != null; one = listener.accept()) {
      clients.add(one);
    }
    return true;
  }

  Listener listener() {
    return listener;
  }

  int port() {
    return ((InetSocketAddress) listener.address()).getPort();
  }

  /** Waits for the next client. */
  Incoming next() throws InterruptedException {
    return clients.take();
  }

  @Override
  public void close() {
    listener.close();
    await().until(job::isDone);
    clients.forEach(Incoming::close);
  }
}
