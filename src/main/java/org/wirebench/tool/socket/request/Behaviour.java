package org.wirebench.tool.socket.request;

import java.time.Duration;
import java.util.List;

/** What a server does on its own, whoever sits before it. */
public sealed interface Behaviour {
  /** Shows what comes and waits for the user. */
  record Nothing() implements Behaviour {}

  /** Sends back what comes, RFC 862. */
  record Echo() implements Behaviour {}

  /** Counts what comes and throws it away, RFC 863. */
  record Discard() implements Behaviour {}

  /** Sends lines of 72 characters without end, RFC 864; one of them for each datagram. */
  record Chargen() implements Behaviour {}

  /** Sends the time of day and closes, RFC 867. */
  record Daytime() implements Behaviour {}

  /** Sends a greeting and closes; for a datagram, answers with it. */
  record Greet(Payload greeting) implements Behaviour {}

  /**
   * Sends one reply after the other, each after the client has sent something; then nothing.
   *
   * @param speaksFirst whether the first is sent as soon as the client has connected, as servers of
   *     SMTP (RFC 5321 section 3.1) and FTP do; with datagrams nobody connects, and each waits
   */
  record Script(List<Payload> replies, boolean speaksFirst) implements Behaviour {
    public Script {
      replies = List.copyOf(replies);
    }

    /** A script that waits for the client. */
    public Script(List<Payload> replies) {
      this(replies, false);
    }
  }

  /** Answers what matches. */
  record Rules(List<Rule> rules) implements Behaviour {
    public Rules {
      rules = List.copyOf(rules);
    }
  }

  /**
   * One rule: when bytes match, a reply.
   *
   * @param when what is looked for
   * @param reply a {@link MessageTemplate}; may be empty
   * @param delay how long the server waits before it replies, at least zero
   * @param then what it does after the reply
   */
  record Rule(BytePattern when, String reply, Duration delay, Then then) {}

  /** What a server does after it has replied. */
  enum Then {
    /** Listens on. */
    GO_ON,
    /** Closes the connection in order, with a FIN. */
    CLOSE,
    /** Breaks the connection, with a RST. */
    RESET
  }
}
