package org.wirebench.core.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a result shows of one subject. */
public sealed interface Value {
  /** Nothing: a header that was not sent, an answer that did not come. */
  record Missing() implements Value {}

  /** A text. */
  record Text(String text) implements Value {}

  /** A number. */
  record Numeric(BigDecimal number) implements Value {}

  /** A length of time, at least zero. */
  record Time(Duration time) implements Value {}

  /** An amount of data in bytes, at least 0. */
  record Size(long bytes) implements Value {}

  /** Bytes of any length, of which a check sees only windows. */
  record Bytes(Source source, Charset charset) implements Value {}

  /** A list of texts, such as all values of a header or all replies. */
  record Many(List<String> texts) implements Value {
    public Many {
      texts = List.copyOf(texts);
    }
  }

  /** Where bytes are read from; it must not change while checks run. */
  interface Source {
    /** How many can be read. */
    long size();

    /** How many there were, at least {@link #size()}; what is beyond that was not kept. */
    default long whole() {
      return size();
    }

    /**
     * The bytes from {@code position} on; fewer than {@code length} at the end.
     *
     * @throws IOException when they cannot be read
     */
    byte[] read(long position, int length) throws IOException;
  }

  /** Nothing. */
  static Value missing() {
    return new Missing();
  }

  static Value text(String text) {
    return new Text(text);
  }

  /** The text, or nothing. */
  static Value text(Optional<String> text) {
    return text.<Value>map(Text::new).orElseGet(Missing::new);
  }

  static Value number(long number) {
    return new Numeric(BigDecimal.valueOf(number));
  }

  static Value number(double number) {
    return new Numeric(BigDecimal.valueOf(number));
  }

  static Value time(Duration time) {
    return new Time(time);
  }

  static Value size(long bytes) {
    return new Size(bytes);
  }

  static Value many(List<String> texts) {
    return new Many(texts);
  }

  static Value bytes(Source source, Charset charset) {
    return new Bytes(source, charset);
  }

  /** Bytes that are in memory. */
  static Value bytes(byte[] bytes, Charset charset) {
    return bytes(bytes, bytes.length, charset);
  }

  /**
   * The beginning, in memory, of what was longer.
   *
   * @param whole how many bytes there were
   */
  static Value bytes(byte[] beginning, long whole, Charset charset) {
    return new Bytes(new MemorySource(beginning, whole), charset);
  }
}
