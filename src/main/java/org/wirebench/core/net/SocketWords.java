package org.wirebench.core.net;

import static org.wirebench.core.net.FailureClassifier.failure;
import static org.wirebench.core.net.FailureClassifier.message;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Messages;

/**
 * What the operating system says of sockets. The platform has few types for it, so most is told by
 * the text, which is the system's own.
 */
final class SocketWords {
  private static final Messages TEXT = Messages.of(SocketWords.class);

  private SocketWords() {}

  static Optional<NetFailure> of(IOException thrown) {
    String said = message(thrown).toLowerCase(Locale.ROOT);
    if (thrown instanceof PortUnreachableException) {
      return Optional.of(
          failure(
              Kind.REFUSED,
              TEXT.get("refused.title"),
              TEXT.get("refused.udp"),
              TEXT.get("refused.remedy"),
              thrown));
    }
    if (has(said, "permission denied", "operation not permitted", "forbidden by its access")) {
      return Optional.of(
          failure(
              Kind.PERMISSION,
              TEXT.get("permission.title"),
              TEXT.get("permission.cause"),
              TEXT.get("permission.remedy"),
              thrown));
    }
    return binding(thrown, said)
        .or(() -> reaching(thrown, said))
        .or(() -> ending(thrown, said))
        .or(() -> limits(thrown, said));
  }

  private static boolean has(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<NetFailure> binding(IOException thrown, String said) {
    if (has(said, "cannot assign", "can't assign", "not valid in its context")) {
      return Optional.of(
          failure(
              Kind.INVALID,
              TEXT.get("notOurs.title"),
              TEXT.get("notOurs.cause"),
              TEXT.get("notOurs.remedy"),
              thrown));
    }
    if (thrown instanceof BindException || has(said, "already in use", "only one usage")) {
      return Optional.of(
          failure(
              Kind.ADDRESS_IN_USE,
              TEXT.get("inUse.title"),
              TEXT.get("inUse.cause"),
              TEXT.get("inUse.remedy"),
              thrown));
    }
    return Optional.empty();
  }

  private static Optional<NetFailure> reaching(IOException thrown, String said) {
    if (has(said, "timed out")) {
      return Optional.of(FailureClassifier.timedOut(thrown));
    }
    if (thrown instanceof NoRouteToHostException
        || has(said, "no route", "unreachable", "host is down")) {
      return Optional.of(
          failure(
              Kind.UNREACHABLE,
              TEXT.get("unreachable.title"),
              TEXT.get("unreachable.cause"),
              TEXT.get("unreachable.remedy"),
              thrown));
    }
    if (has(said, "address family not supported", "protocol family unavailable")) {
      return Optional.of(
          failure(
              Kind.UNREACHABLE,
              TEXT.get("unreachable.title"),
              TEXT.get("unreachable.family"),
              TEXT.get("unreachable.familyRemedy"),
              thrown));
    }
    if (has(said, "temporarily unavailable")) {
      // What Linux says of a Unix-domain socket whose queue is full: unix(7), EAGAIN.
      return Optional.of(
          failure(
              Kind.REFUSED,
              TEXT.get("queueFull.title"),
              TEXT.get("queueFull.cause"),
              TEXT.get("queueFull.remedy"),
              thrown));
    }
    if (thrown instanceof ConnectException || has(said, "connection refused")) {
      return Optional.of(
          failure(
              Kind.REFUSED,
              TEXT.get("refused.title"),
              TEXT.get("refused.cause"),
              TEXT.get("refused.remedy"),
              thrown));
    }
    return Optional.empty();
  }

  private static Optional<NetFailure> ending(IOException thrown, String said) {
    if (has(said, "connection reset", "forcibly closed", "connection abort")) {
      return Optional.of(
          failure(
              Kind.RESET,
              TEXT.get("reset.title"),
              TEXT.get("reset.cause"),
              TEXT.get("reset.remedy"),
              thrown));
    }
    if (has(said, "broken pipe")) {
      return Optional.of(
          failure(
              Kind.RESET,
              TEXT.get("pipe.title"),
              TEXT.get("pipe.cause"),
              TEXT.get("reset.remedy"),
              thrown));
    }
    if (has(said, "closed by interrupt", "socket closed", "socket is closed")) {
      return Optional.of(FailureClassifier.closedHere(thrown));
    }
    return Optional.empty();
  }

  private static Optional<NetFailure> limits(IOException thrown, String said) {
    if (has(said, "message too long")) {
      return Optional.of(
          failure(
              Kind.LIMIT,
              TEXT.get("packetLong.title"),
              TEXT.get("packetLong.cause"),
              TEXT.get("packetLong.remedy"),
              thrown));
    }
    if (has(said, "too many open files")) {
      return Optional.of(
          failure(
              Kind.LIMIT,
              TEXT.get("manyOpen.title"),
              TEXT.get("manyOpen.cause"),
              TEXT.get("manyOpen.remedy"),
              thrown));
    }
    return Optional.empty();
  }
}
