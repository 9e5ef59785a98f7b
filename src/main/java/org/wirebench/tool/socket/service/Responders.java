package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobClock;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Payload;

/** Makes the responders of one server, one for each client. */
final class Responders {
  private static final DateTimeFormatter DAYTIME =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy HH:mm:ss-zzz", Locale.ENGLISH);

  private final Behaviour behaviour;
  private final Charset charset;
  private final JobClock clock;
  private final RuleBook rules;

  Responders(Behaviour behaviour, Charset charset, JobClock clock, RandomGenerator random)
      throws ParseProblem {
    this.behaviour = behaviour;
    this.charset = charset;
    this.clock = clock;
    this.rules =
        new RuleBook(
            behaviour instanceof Behaviour.Rules(var list) ? list : List.of(),
            charset,
            clock,
            random);
  }

  /** The responder for one client. */
  Responder forClient() throws ParseProblem {
    return switch (behaviour) {
      case Behaviour.Nothing() -> new Responder() {};
      case Behaviour.Echo() -> new Echo();
      case Behaviour.Discard() -> new Discard();
      case Behaviour.Chargen() -> new Chargen();
      case Behaviour.Daytime() -> new Daytime(clock);
      case Behaviour.Greet(var greeting) -> new Greet(Saying.of(greeting, charset));
      case Behaviour.Script(var replies, boolean first) -> new Script(sayings(replies), first);
      case Behaviour.Rules(var _) -> rules.forClient();
    };
  }

  private List<Saying> sayings(List<Payload> payloads) throws ParseProblem {
    List<Saying> all = new ArrayList<>();
    for (Payload payload : payloads) {
      all.add(Saying.of(payload, charset));
    }
    return all;
  }

  private static final class Echo implements Responder {
    @Override
    public void received(byte[] bytes, int length, Voice voice)
        throws IOException, InterruptedException {
      voice.send(bytes, 0, length);
    }
  }

  private static final class Discard implements Responder {
    @Override
    public boolean keepsInput() {
      return false;
    }
  }

  /** The pattern of RFC 864: 72 of the 95 printing characters, each line beginning one later. */
  private static final class Chargen implements Responder {
    private static final int PRINTING = 95;
    private static final int WIDTH = 72;
    private static final int LINES = 95;

    private final byte[] round = round();
    private int line;

    private static byte[] round() {
      StringBuilder text = new StringBuilder();
      for (int first = 0; first < LINES; first++) {
        for (int i = 0; i < WIDTH; i++) {
          text.append((char) (' ' + (first + i) % PRINTING));
        }
        text.append("\r\n");
      }
      return text.toString().getBytes(US_ASCII);
    }

    @Override
    public void connected(Voice voice) throws InterruptedException {
      if (!voice.isDatagram()) {
        voice.beside(
            () -> {
              while (true) {
                voice.send(round);
              }
            });
      }
    }

    @Override
    public void received(byte[] bytes, int length, Voice voice)
        throws IOException, InterruptedException {
      if (voice.isDatagram()) {
        int size = WIDTH + 2;
        voice.send(round, line * size, size);
        line = (line + 1) % LINES;
      }
    }
  }

  private record Daytime(JobClock clock) implements Responder {
    @Override
    public void connected(Voice voice) throws IOException, InterruptedException {
      if (!voice.isDatagram()) {
        tell(voice);
        voice.close();
      }
    }

    @Override
    public void received(byte[] bytes, int length, Voice voice)
        throws IOException, InterruptedException {
      if (voice.isDatagram()) {
        tell(voice);
      }
    }

    private void tell(Voice voice) throws IOException, InterruptedException {
      String time = DAYTIME.format(clock.now().atZone(ZoneId.systemDefault()));
      voice.send((time + "\r\n").getBytes(US_ASCII));
    }
  }

  private record Greet(Saying greeting) implements Responder {
    @Override
    public void connected(Voice voice) throws IOException, InterruptedException {
      if (!voice.isDatagram()) {
        greeting.say(voice);
        voice.close();
      }
    }

    @Override
    public void received(byte[] bytes, int length, Voice voice)
        throws IOException, InterruptedException {
      if (voice.isDatagram()) {
        greeting.say(voice);
      }
    }
  }

  private static final class Script implements Responder {
    private final List<Saying> replies;
    private final boolean speaksFirst;
    private int next;

    Script(List<Saying> replies, boolean speaksFirst) {
      this.replies = replies;
      this.speaksFirst = speaksFirst;
    }

    @Override
    public void connected(Voice voice) throws IOException, InterruptedException {
      if (speaksFirst && !voice.isDatagram()) {
        sayNext(voice);
      }
    }

    @Override
    public void received(byte[] bytes, int length, Voice voice)
        throws IOException, InterruptedException {
      sayNext(voice);
    }

    private void sayNext(Voice voice) throws IOException, InterruptedException {
      if (next < replies.size()) {
        replies.get(next++).say(voice);
      }
    }
  }
}
