package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.socket.request.Generation;
import org.wirebench.tool.socket.request.MessageTemplate;

/**
 * Sends the same message again and again.
 *
 * @param message what is sent, at least one byte; its places are filled anew each time
 * @param size how many bytes each message has: the message is repeated or cut; 0 for its own size
 * @param rate messages a second, above 0; {@link #AS_FAST_AS_POSSIBLE} for no limit
 * @param count how many messages; 0 for no end
 */
public record Generator(MessageTemplate message, int size, double rate, long count) {
  /** No pause between messages. */
  public static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

  private static final Messages TEXT = Messages.of(Generator.class);

  /** The shortest pause: many messages are sent at once rather than the thread woken for each. */
  private static final Duration TICK = Duration.ofMillis(1);

  /** How long a burst may take: what else is sent waits for its end. */
  private static final Duration BURST = Duration.ofMillis(2);

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final double NANOS = 1e9;

  public Generator {
    boolean empty = message.isFixed() && message.fixedLength() == 0;
    if (empty || size < 0 || !(rate > 0) || count < 0) {
      throw new IllegalArgumentException("size " + size + ", rate " + rate + ", count " + count);
    }
  }

  /**
   * The generator that a request asks for.
   *
   * @throws ParseProblem when its message is not well; a request that was bound has checked that
   */
  public static Generator of(Generation asked, Charset charset) throws ParseProblem {
    double rate = NANOS / asked.every().toNanos();
    return new Generator(asked.template(charset), asked.size(), rate, asked.count());
  }

  /**
   * Returns if its messages are not too long.
   *
   * @param datagrams whether each message is a datagram
   * @throws NetException that says what is too long
   */
  void check(boolean datagrams) throws NetException {
    int length = size == 0 ? message.fixedLength() : size;
    int longest = Generation.longest(datagrams);
    if (length > longest) {
      throw new NetException(
          new NetFailure(
              NetFailure.Kind.LIMIT,
              TEXT.get("generator.long.title"),
              TEXT.get("generator.long.cause", Amounts.count(length), Amounts.count(longest)),
              TEXT.get("generator.long.remedy"),
              ""),
          null);
    }
  }

  /** Takes one message. */
  @FunctionalInterface
  interface Target {
    void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException;
  }

  /** Some messages that are due; none any more when the job is cancelled. */
  @FunctionalInterface
  interface Burst {
    void send(Target target) throws IOException, InterruptedException;
  }

  /** Has a burst sent, and returns when that is done. */
  @FunctionalInterface
  interface Sender {
    void send(Burst burst) throws IOException, InterruptedException;
  }

  /** Sends until the count is reached, the target fails, or the job is cancelled. */
  void run(Sender sender, JobContext context) throws IOException, InterruptedException {
    try (SendingWatch watch = new SendingWatch(count == 0 ? Progress.UNKNOWN : count, context)) {
      new Run(sender, watch, context).send();
    }
  }

  /** One run of it. */
  private final class Run {
    private final byte[] always;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Sender sender;
    private final SendingWatch watch;
    private final JobContext context;
    // The threads take turns: one waits while the other sends a burst.
    private long sent;

    Run(Sender sender, SendingWatch watch, JobContext context) {
      this.sender = sender;
      this.watch = watch;
      this.context = context;
      this.always = message.isFixed() ? fill(0) : new byte[0];
    }

    void send() throws IOException, InterruptedException {
      long start = context.clock().nanos();
      while (count == 0 || sent < count) {
        long due = due(context.clock().nanos() - start);
        if (sent < due) {
          long end = count == 0 ? due : Math.min(due, count);
          watch.begun(sent + 1);
          sender.send(target -> burst(end, target));
        } else {
          context.pause(untilDue(sent, context.clock().nanos() - start));
        }
        context.checkCancelled();
      }
    }

    private void burst(long end, Target target) throws IOException, InterruptedException {
      long start = context.clock().nanos();
      boolean goesOn = !context.isCancelled();
      while (goesOn) {
        watch.begun(sent + 1);
        byte[] bytes = message.isFixed() ? always : fill(sent + 1);
        target.send(bytes, 0, bytes.length);
        sent++;
        watch.sent(sent);
        boolean inTime = context.clock().nanos() - start < BURST.toNanos();
        goesOn = sent < end && inTime && !context.isCancelled();
      }
    }

    private byte[] fill(long number) {
      return sized(
          message.fill(
              new MessageTemplate.Values(List.of(), number, context.clock().now(), random)));
    }
  }

  /** How many messages should have been sent after so long; the first goes at once. */
  private long due(long nanos) {
    if (rate == AS_FAST_AS_POSSIBLE) {
      return Long.MAX_VALUE;
    }
    return 1 + (long) (nanos * rate / NANOS);
  }

  /**
   * How long it is, after so many nanoseconds, until the next message after {@code sent} is due.
   */
  private Duration untilDue(long sent, long nanos) {
    double wait = Math.min((double) sent * NANOS / rate - nanos, (double) LONGEST_WAIT.toNanos());
    return Duration.ofNanos(Math.max(TICK.toNanos(), (long) Math.ceil(wait)));
  }

  /** {@code bytes} repeated or cut to the size of a message. */
  private byte[] sized(byte[] bytes) {
    if (size == 0 || size == bytes.length) {
      return bytes;
    }
    byte[] sized = Arrays.copyOf(bytes, size);
    for (int at = bytes.length; at < size; at += bytes.length) {
      System.arraycopy(bytes, 0, sized, at, Math.min(bytes.length, size - at));
    }
    return sized;
  }
}
