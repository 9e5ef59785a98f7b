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
import org.wirebench.tool.socket.request.Behaviour;
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

  /** What one side said: a datagram, or of a stream all that it said without a break. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Turn(boolean byClient, byte[] bytes) {}

  /**
   * The steps of a client that says the same again: each turn of the client is sent, and for each
   * of the server as many bytes are waited for as came then. A datagram without any bytes is not
   * waited for, since there is nothing to tell it by.
   *
   * @param client the number of the client of a server whose part is taken, as in {@link
   *     Exchange#party()}; 0 for the first. A recording of a client has only the one.
   * @throws IOException when the conversation is longer than {@link #LIMIT}, or cannot be read
   */
  public static List<Step> steps(Transcript transcript, int client, Charset charset)
      throws IOException {
    List<Step> steps = new ArrayList<>();
    for (Turn turn : turns(transcript, client)) {
      if (turn.byClient()) {
        steps.add(new Step.Send(payload(turn, charset)));
      } else if (turn.bytes().length > 0) {
        steps.add(new Step.Await(new Step.Until.Bytes(turn.bytes().length)));
      }
    }
    return steps;
  }

  /**
   * The script of a server that answers as the server did: one reply for each turn of the client,
   * the first unasked where the server spoke first. Of datagrams, one reply for each that came: a
   * script cannot answer one datagram with none or with several.
   *
   * @param client as for {@link #steps}
   * @throws IOException when the conversation is longer than {@link #LIMIT}, or cannot be read
   */
  public static Behaviour.Script script(Transcript transcript, int client, Charset charset)
      throws IOException {
    List<Turn> turns = turns(transcript, client);
    List<Payload> replies = new ArrayList<>();
    for (Turn turn : turns) {
      if (!turn.byClient()) {
        replies.add(payload(turn, charset));
      }
    }
    boolean speaksFirst = transcript.isStream() && !turns.isEmpty() && !turns.getFirst().byClient();
    return new Behaviour.Script(replies, speaksFirst);
  }

  private static Payload payload(Turn turn, Charset charset) {
    return Payload.text(Escapes.encode(turn.bytes(), charset));
  }

  private static List<Turn> turns(Transcript transcript, int client) throws IOException {
    Turns turns = new Turns(transcript.isStream());
    int party = client;
    for (long i = 0; i < transcript.count(); i++) {
      Exchange exchange = transcript.exchange(i);
      if (exchange.direction().isNews()) {
        continue;
      }
      party = party == 0 ? exchange.party() : party;
      if (exchange.party() == party) {
        turns.add(exchange, transcript.payload(exchange));
      }
    }
    return turns.end();
  }

  /** Gathers what two sides said. */
  private static final class Turns {
    private final boolean stream;
    private final List<Turn> turns = new ArrayList<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private boolean byClient;
    private long size;

    Turns(boolean stream) {
      this.stream = stream;
    }

    void add(Exchange exchange, byte[] bytes) throws IOException {
      size += bytes.length;
      if (size > LIMIT) {
        throw new IOException(TEXT.get("recording.long", Amounts.bytes(LIMIT)));
      }
      // A server numbers its clients from 1, and what comes in is theirs.
      boolean recordedByServer = exchange.party() > 0;
      boolean now = (exchange.direction() == Direction.OUT) != recordedByServer;
      if (!stream) {
        turns.add(new Turn(now, bytes));
        return;
      }
      if (now != byClient) {
        finishTurn();
        byClient = now;
      }
      open.writeBytes(bytes);
    }

    private void finishTurn() {
      if (open.size() > 0) {
        turns.add(new Turn(byClient, open.toByteArray()));
        open.reset();
      }
    }

    List<Turn> end() {
      finishTurn();
      return turns;
    }
  }
}
