package org.wirebench.tool.socket.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Exchange;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;

/** What was said, made into something that can be said again. */
public final class Recording {
  /**
   * How many bytes of a conversation are taken: 1 MiB, since all of it stands in a file of text.
   */
  public static final int LIMIT = 1 << 20;

  private static final Messages TEXT = Messages.of(Recording.class);

  private Recording() {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Turn(Direction direction, byte[] bytes) {}

  /**
   * The steps of a client that says the same again: each of its turns is sent, and after it as many
   * bytes are waited for as came then.
   *
   * @throws IOException when the conversation is longer than {@link #LIMIT}, or cannot be read
   */
  public static List<Step> steps(Transcript transcript, Charset charset) throws IOException {
    List<Step> steps = new ArrayList<>();
    for (Turn turn : turns(transcript)) {
      steps.add(
          switch (turn.direction()) {
            case OUT -> new Step.Send(payload(turn, charset));
            case IN, EVENT -> new Step.Await(new Step.Until.Bytes(turn.bytes().length));
          });
    }
    return steps;
  }

  /**
   * The script of a server that answers as the other side did: one reply for each of our turns.
   *
   * @throws IOException when the conversation is longer than {@link #LIMIT}, or cannot be read
   */
  public static List<Payload> script(Transcript transcript, Charset charset) throws IOException {
    List<Payload> replies = new ArrayList<>();
    for (Turn turn : turns(transcript)) {
      if (turn.direction() == Direction.IN) {
        replies.add(payload(turn, charset));
      }
    }
    return replies;
  }

  private static Payload payload(Turn turn, Charset charset) {
    return Payload.text(Escapes.encode(turn.bytes(), charset));
  }

  /** What was said, with all that one side said without a break in one piece. */
  private static List<Turn> turns(Transcript transcript) throws IOException {
    long size = transcript.total(Direction.IN) + transcript.total(Direction.OUT);
    if (size > LIMIT) {
      throw new IOException(TEXT.get("recording.long", Amounts.bytes(size), Amounts.bytes(LIMIT)));
    }
    List<Turn> turns = new ArrayList<>();
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    Direction direction = Direction.EVENT;
    for (long i = 0; i < transcript.count(); i++) {
      Exchange exchange = transcript.exchange(i);
      if (exchange.direction() == Direction.EVENT) {
        continue;
      }
      if (exchange.direction() != direction) {
        end(direction, open, turns);
        direction = exchange.direction();
      }
      open.writeBytes(transcript.payload(exchange));
    }
    end(direction, open, turns);
    return turns;
  }

  private static void end(Direction direction, ByteArrayOutputStream open, List<Turn> turns) {
    if (open.size() > 0) {
      turns.add(new Turn(direction, open.toByteArray()));
      open.reset();
    }
  }
}
