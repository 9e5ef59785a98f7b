package org.wirebench.core.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Messages;

/**
 * Finds the addresses of a host within a time limit. A resolver answers for both families at once,
 * so there is nothing for the "Resolution Delay" of RFC 8305 section 3 to wait for.
 */
final class AddressFinder {
  private static final Messages TEXT = Messages.of(AddressFinder.class);

  private final Resolver resolver;
  private final JobContext context;

  AddressFinder(Resolver resolver, JobContext context) {
    this.resolver = resolver;
    this.context = context;
  }

  /**
   * The addresses of {@code endpoint}'s host that are of {@code family}, in the order to try; at
   * least one.
   */
  List<InetAddress> find(Endpoint endpoint, Family family, TimeLimit limit)
      throws IOException, InterruptedException {
    Optional<InetAddress> literal = endpoint.literal();
    List<InetAddress> all =
        literal.isPresent()
            ? List.of(Addresses.withZone(literal.get(), endpoint.host()))
            : resolve(endpoint.ascii(), limit);
    List<InetAddress> usable = all.stream().filter(family::accepts).toList();
    if (usable.isEmpty()) {
      UnknownHostException none = new UnknownHostException(endpoint.host());
      throw new NetException(
          FailureClassifier.failure(
              Kind.HOST_UNKNOWN,
              TEXT.get("unknown.title"),
              TEXT.get(
                  "unknown.family",
                  Escapes.display(endpoint.host()),
                  family == Family.IPV4 ? "IPv4" : "IPv6"),
              TEXT.get("unknown.familyRemedy"),
              none),
          none);
    }
    return Addresses.interleaved(usable);
  }

  private sealed interface Answer {
    record Found(List<InetAddress> addresses) implements Answer {}

    record Failed(Exception why) implements Answer {}
  }

  private List<InetAddress> resolve(String host, TimeLimit limit)
      throws IOException, InterruptedException {
    BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    limit.onExpiry(() -> answers.add(new Answer.Failed(new SocketTimeoutException(host))));
    JobContext.Fork<Boolean> asking =
        context.fork("resolve", forked -> answers.add(ask(host, forked)));
    try {
      return switch (answers.take()) {
        case Answer.Found(List<InetAddress> addresses) -> addresses;
        case Answer.Failed(IOException io) -> throw io;
        case Answer.Failed(InterruptedException stopped) -> throw stopped;
        case Answer.Failed(Exception other) -> throw new IOException(other);
      };
    } finally {
      asking.interrupt();
    }
  }

  private Answer ask(String host, JobContext forked) {
    try {
      List<InetAddress> found = forked.abandonable("resolve " + host, () -> resolver.resolve(host));
      return found.isEmpty()
          ? new Answer.Failed(new UnknownHostException(host))
          : new Answer.Found(found);
    } catch (UnknownHostException unknown) {
      // The platform's text is "host: Name or service not known"; the name is what matters.
      UnknownHostException named = new UnknownHostException(host);
      named.initCause(unknown);
      return new Answer.Failed(named);
    } catch (Exception failed) {
      return new Answer.Failed(failed);
    }
  }
}
