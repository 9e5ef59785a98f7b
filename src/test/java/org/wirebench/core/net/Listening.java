package org.wirebench.core.net;

import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.wirebench.core.job.Job;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.testkit.TestJobs;

/** A listener of ours in a job of its own, for tests. */
final class Listening implements AutoCloseable {
  /** On 127.0.0.1, at any free port. */
  static final ListenSpec LOOPBACK = ListenSpec.on("test", "127.0.0.1", 0);

  private final BlockingQueue<Incoming> clients = new LinkedBlockingQueue<>();
  private final Listener listener;
  private final Job<Boolean> job;

  Listening(Network network, TestJobs jobs) throws InterruptedException {
    this(network, jobs, LOOPBACK);
  }

  Listening(Network network, TestJobs jobs, ListenSpec spec) throws InterruptedException {
    this(jobs, jobs.run(context -> network.listen(spec, context)));
  }

  Listening(TestJobs jobs, Listener listener) {
    this.listener = listener;
    this.job = jobs.start(context -> accept());
  }

  /** The same with TLS, whose handshake may take so long. */
  static ListenSpec shakingHands(ServerTls tls, Duration limit) {
    return new ListenSpec(
        LOOPBACK.tool(),
        LOOPBACK.host(),
        LOOPBACK.port(),
        LOOPBACK.family(),
        LOOPBACK.socket(),
        tls,
        limit);
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
