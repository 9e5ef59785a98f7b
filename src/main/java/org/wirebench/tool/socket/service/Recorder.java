package org.wirebench.tool.socket.service;

import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;

/** Where a conversation is written down. */
interface Recorder {
  void add(Direction direction, byte[] bytes, int offset, int length);

  /** Writes down what is about to be sent; it is {@link #count counted} when it is. */
  void keep(Direction direction, byte[] bytes, int offset, int length);

  void count(Direction direction, int length);

  void event(String text);

  void failure(String text);

  /** Writes into {@code transcript}, as its only party. */
  static Recorder into(Transcript transcript) {
    return into(transcript, 0);
  }

  /** Writes into {@code transcript} as {@code party}. */
  static Recorder into(Transcript transcript, int party) {
    return new Recorder() {
      @Override
      public void add(Direction direction, byte[] bytes, int offset, int length) {
        transcript.add(direction, party, bytes, offset, length);
      }

      @Override
      public void keep(Direction direction, byte[] bytes, int offset, int length) {
        transcript.keep(direction, party, bytes, offset, length);
      }

      @Override
      public void count(Direction direction, int length) {
        transcript.count(direction, length);
      }

      @Override
      public void event(String text) {
        transcript.event(party, text);
      }

      @Override
      public void failure(String text) {
        transcript.failure(party, text);
      }
    };
  }

  /** Writes into this one and into {@code other}. */
  default Recorder and(Recorder other) {
    Recorder first = this;
    return new Recorder() {
      @Override
      public void add(Direction direction, byte[] bytes, int offset, int length) {
        first.add(direction, bytes, offset, length);
        other.add(direction, bytes, offset, length);
      }

      @Override
      public void keep(Direction direction, byte[] bytes, int offset, int length) {
        first.keep(direction, bytes, offset, length);
        other.keep(direction, bytes, offset, length);
      }

      @Override
      public void count(Direction direction, int length) {
        first.count(direction, length);
        other.count(direction, length);
      }

      @Override
      public void event(String text) {
        first.event(text);
        other.event(text);
      }

      @Override
      public void failure(String text) {
        first.failure(text);
        other.failure(text);
      }
    };
  }
}
