package org.wirebench.tool.socket.request;

import java.nio.charset.Charset;
import java.time.Duration;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/**
 * What the generator of a client sends again and again.
 *
 * @param send the message; an empty text while there is nothing to send
 * @param every how long from one message to the next, above zero
 * @param count how many messages; 0 for no end
 * @param size how many bytes each message has, 0 to {@link #LONGEST_MESSAGE}: the message is
 *     repeated or cut; 0 for its own size
 */
public record Generation(Payload send, Duration every, int count, int size) {
  /** How many bytes a message of a stream may have: 16 MiB, since all of it stands in the heap. */
  public static final int LONGEST_MESSAGE = 16 << 20;

  /** How many bytes fit into a datagram: 65,535 without the headers of IPv4 and UDP (RFC 768). */
  public static final int LONGEST_DATAGRAM = 65_507;

  /** Nothing, once a second. */
  public static final Generation NONE =
      new Generation(new Payload(Payload.Form.TEXT, ""), Duration.ofSeconds(1), 0, 0);

  private static final Messages TEXT = Messages.of(Generation.class);
  private static final int FASTEST = 1_000_000;
  private static final long NANOS = 1_000_000_000;

  static final Field<Payload> SEND =
      Field.of("send", StepKinds.payload()).or(NONE.send()).about(TEXT.get("generate.send"));
  private static final Field<Duration> EVERY =
      Field.duration("every").or(NONE.every()).about(TEXT.get("generate.every"));
  private static final Field<Integer> RATE =
      Field.integer("rate", 1, FASTEST).about(TEXT.get("generate.rate"));
  private static final Field<Integer> COUNT =
      Field.integer("count", 0, Integer.MAX_VALUE).or(0).about(TEXT.get("generate.count"));
  static final Field<Long> SIZE = Field.size("size").or(0L).about(TEXT.get("generate.size"));
  private static final Shape SHAPE = Shape.of(SEND, EVERY, RATE, COUNT, SIZE);

  /** All of it as one field. */
  static final Field<Generation> FIELD =
      Field.object("generate", SHAPE, Generation::read, Generation::write)
          .or(NONE)
          .about(TEXT.get("field.generate"));

  /**
   * How many bytes a message may have.
   *
   * @param datagrams whether each message is a datagram
   */
  public static int longest(boolean datagrams) {
    return datagrams ? LONGEST_DATAGRAM : LONGEST_MESSAGE;
  }

  /** Whether there is nothing to send. */
  public boolean isEmpty() {
    return send.text().isEmpty();
  }

  /**
   * The message with its places: text may have those that a rule's reply has, without groups.
   *
   * @throws ParseProblem when it is not well written, or names a group
   */
  public MessageTemplate template(Charset charset) throws ParseProblem {
    if (send.form() != Payload.Form.TEXT) {
      return MessageTemplate.of(send.bytes(charset));
    }
    MessageTemplate template = MessageTemplate.parse(send.text(), charset);
    if (template.hasGroups()) {
      throw new ParseProblem(TEXT.get("generate.group"), 0);
    }
    return template;
  }

  private static Generation read(Reader reader) {
    if (reader.get(SEND).form() == Payload.Form.FILE) {
      reader.problem(SEND, TEXT.get("generate.file"));
    }
    if (reader.has(EVERY) && reader.has(RATE)) {
      reader.problem(RATE, TEXT.get("generate.twice"));
    }
    if (reader.get(EVERY).isZero()) {
      reader.problem(EVERY, TEXT.get("generate.zero"));
    }
    if (reader.get(SIZE) > LONGEST_MESSAGE) {
      reader.problem(SIZE, TEXT.get("generate.long", LONGEST_MESSAGE));
    }
    return new Generation(
        reader.get(SEND),
        reader.find(RATE).map(rate -> Duration.ofNanos(NANOS / rate)).orElse(reader.get(EVERY)),
        reader.get(COUNT),
        (int) Math.min(reader.get(SIZE), LONGEST_MESSAGE));
  }

  private Tree.Fields write() {
    return SHAPE
        .writer()
        .put(SEND, send)
        .put(EVERY, every)
        .put(COUNT, count)
        .put(SIZE, (long) size)
        .fields();
  }
}
