package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobClock;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.MessageTemplate;

/**
 * The rules of a server, made ready. In a stream each client's unanswered bytes are looked through;
 * the match that begins first wins, among equals the rule that stands first. A datagram is looked
 * through alone.
 */
final class RuleBook {
  /** How many unanswered bytes of a stream are looked through; older ones are forgotten. */
  static final int WINDOW = 64 * 1024;

  private final List<Ready> rules = new ArrayList<>();
  private final JobClock clock;
  private final RandomGenerator random;

  private record Ready(
      BytePattern.Finder finder, MessageTemplate reply, Behaviour.Rule rule, AtomicLong counter) {}

  private record Hit(Ready ready, BytePattern.Found found) {}

  RuleBook(List<Behaviour.Rule> rules, Charset charset, JobClock clock, RandomGenerator random)
      throws ParseProblem {
    this.clock = clock;
    this.random = random;
    for (Behaviour.Rule rule : rules) {
      this.rules.add(
          new Ready(
              rule.when().finder(charset),
              MessageTemplate.parse(rule.reply(), charset),
              rule,
              new AtomicLong()));
    }
  }

  Responder forClient() {
    return new Client();
  }

  private final class Client implements Responder {
    private byte[] window = new byte[1024];
    private int length;

    @Override
    public void received(byte[] bytes, int count, Voice voice)
        throws IOException, InterruptedException {
      if (voice.isDatagram()) {
        length = 0;
      }
      boolean over = false;
      for (int at = 0; at < count && !over; ) {
        int piece = Math.min(count - at, WINDOW / 2);
        append(bytes, at, piece);
        at += piece;
        over = answerAll(voice);
      }
    }

    private void append(byte[] bytes, int from, int count) {
      forget(Math.max(0, length + count - WINDOW));
      if (length + count > window.length) {
        window =
            Arrays.copyOf(window, Math.min(WINDOW, Math.max(2 * window.length, length + count)));
      }
      System.arraycopy(bytes, from, window, length, count);
      length += count;
    }

    private void forget(int count) {
      System.arraycopy(window, count, window, 0, length - count);
      length -= count;
    }

    /** Replies to every match; true when the conversation is over then. */
    private boolean answerAll(Voice voice) throws IOException, InterruptedException {
      Optional<Hit> hit = firstHit();
      while (hit.isPresent()) {
        forget(hit.get().found().end());
        if (answer(hit.get(), voice)) {
          return true;
        }
        hit = firstHit();
      }
      return false;
    }

    private Optional<Hit> firstHit() throws IOException {
      @Nullable Hit first = null;
      for (Ready ready : rules) {
        Optional<BytePattern.Found> found = ready.finder().find(window, length);
        if (found.isPresent() && (first == null || found.get().start() < first.found().start())) {
          first = new Hit(ready, found.get());
        }
      }
      return Optional.ofNullable(first);
    }

    /** Replies; true when the conversation is over then. */
    private boolean answer(Hit hit, Voice voice) throws IOException, InterruptedException {
      Duration delay = hit.ready().rule().delay();
      if (!delay.isPositive()) {
        return answerNow(hit, voice);
      }
      if (voice.isDatagram()) {
        // One thread hears all who send datagrams; it must not wait for the sake of one of them.
        voice.beside(
            () -> {
              voice.pause(delay);
              boolean _ = answerNow(hit, voice);
            });
        return false;
      }
      voice.pause(delay);
      return answerNow(hit, voice);
    }

    private boolean answerNow(Hit hit, Voice voice) throws IOException, InterruptedException {
      Behaviour.Rule rule = hit.ready().rule();
      byte[] reply =
          hit.ready()
              .reply()
              .fill(
                  new MessageTemplate.Values(
                      hit.found().groups(),
                      hit.ready().counter().incrementAndGet(),
                      clock.now(),
                      random));
      if (reply.length > 0) {
        voice.send(reply);
      }
      return switch (rule.then()) {
        case GO_ON -> false;
        case CLOSE -> {
          voice.close();
          yield true;
        }
        case RESET -> {
          voice.reset();
          yield true;
        }
      };
    }
  }
}
