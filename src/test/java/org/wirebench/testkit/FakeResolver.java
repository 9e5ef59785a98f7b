package org.wirebench.testkit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.wirebench.core.net.Resolver;

/** Knows the names that a test gives it, and may never answer. */
public final class FakeResolver implements Resolver {
  private final Map<String, List<InetAddress>> names;
  private final CountDownLatch answering;

  private FakeResolver(Map<String, List<InetAddress>> names, CountDownLatch answering) {
    this.names = Map.copyOf(names);
    this.answering = answering;
  }

  public static FakeResolver of(String name, String... literals) {
    return new FakeResolver(
        Map.of(name, List.of(literals).stream().map(InetAddress::ofLiteral).toList()),
        new CountDownLatch(0));
  }

  /** Answers only when {@code gate} opens, and no interrupt moves it. */
  public static FakeResolver stuckUntil(CountDownLatch gate) {
    return new FakeResolver(Map.of(), gate);
  }

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    boolean waiting = true;
    while (waiting) {
      try {
        answering.await();
        waiting = false;
      } catch (InterruptedException unmoved) {
        waiting = true;
      }
    }
    List<InetAddress> found = names.get(host);
    if (found == null) {
      throw new UnknownHostException(host);
    }
    return found;
  }
}
