package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.socket.request.Generation;

/**
 * Sends the same message again and again.
 *
 * @param message what is sent, at least one byte
 * @param size how many bytes each message has: the message is repeated or cut; 0 for its own size
 * @param rate messages a second, above 0; {@link #AS_FAST_AS_POSSIBLE} for no limit
 * @param count how many messages; 0 for no end
 */
@SuppressWarnings("ArrayRecordComponent") // made for one run, never compared
public record Generator(byte[] message, int size, double rate, long count) {
  /** No pause between messages. */
  public static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

  private static final Messages TEXT = Messages.of(Generator.class);

  /** The shortest pause: many messages are sent at once rather than the thread woken for each. */
  private static final Duration TICK = Duration.ofMillis(1);

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final double NANOS = 1e9;

  public Generator {
    if (message.length == 0 || size < 0 || !(rate > 0) || count < 0) {
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
    return new Generator(asked.send().bytes(charset), asked.size(), rate, asked.count());
  }

  /**
   * Returns if its messages are not too long.
   *
   * @param datagrams whether each message is a datagram
   * @throws NetException that says what is too long
   */
  void check(boolean datagrams) throws NetException {
    int length = size == 0 ? message.length : size;
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

  /** Sends until the count is reached, the target fails, or the job is cancelled. */
  void run(Target target, JobContext context) throws IOException, InterruptedException {
    try (SendingWatch watch = new SendingWatch(count == 0 ? Progress.UNKNOWN : count, context)) {
      run(target, watch, context);
    }
  }

  private void run(Target target, SendingWatch watch, JobContext context)
      throws IOException, InterruptedException {
    byte[] bytes = filled();
    long start = context.clock().nanos();
    long sent = 0;
    while (count == 0 || sent < count) {
      long due = due(context.clock().nanos() - start);
      if (sent >= due) {
        context.pause(untilDue(sent, context.clock().nanos() - start));
        context.checkCancelled();
      }
      while (sent < due && (count == 0 || sent < count)) {
        watch.begun(sent + 1);
        target.send(bytes, 0, bytes.length);
        sent++;
        watch.sent(sent);
      }
      context.checkCancelled();
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

  private byte[] filled() {
    if (size == 0 || size == message.length) {
      return message.clone();
    }
    byte[] bytes = Arrays.copyOf(message, size);
    for (int at = message.length; at < size; at += message.length) {
      System.arraycopy(message, 0, bytes, at, Math.min(message.length, size - at));
    }
    return bytes;
  }
}
