package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.time.Duration;

/** What a server does on its own with one client. Called on the client's reading thread. */
interface Responder {
  /** The client has connected; for datagrams, its first one is about to be handed over. */
  default void connected(Voice voice) throws IOException, InterruptedException {}

  /** Bytes came: a piece of the stream, or one datagram. */
  default void received(byte[] bytes, int length, Voice voice)
      throws IOException, InterruptedException {}

  /** Whether what comes is worth keeping in the transcript. */
  default boolean keepsInput() {
    return true;
  }

  /** What a responder can do to its client. */
  interface Voice extends Sink {
    /** Ends the conversation in order; does nothing for datagrams. */
    void close() throws IOException;

    /** Breaks the conversation; forgets the client, for datagrams. */
    void reset();

    /** Waits. */
    void pause(Duration time) throws InterruptedException;

    /**
     * Runs {@code work} beside the reading thread, until the conversation ends at the latest. For
     * datagrams it waits while too much runs beside already.
     */
    void beside(Aside work) throws InterruptedException;
  }

  /** Work that takes long, or has no end. */
  @FunctionalInterface
  interface Aside {
    void run() throws IOException, InterruptedException;
  }
}
