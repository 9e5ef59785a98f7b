package org.wirebench.tool.socket.service;

/** A client of a server whose steps are played: it is sent to with patience, and parted from. */
interface PlayedClient extends ServedClient, Sink {
  /** Where what is said with it is written down. */
  Recorder recorder();

  /** Whether it has left in order, was sent away, or is being parted from. */
  boolean isParting();

  /** Ends its connection in order, after all that was sent; forgets it, for datagrams. */
  void goodbye();

  /** Waits until it is gone. */
  void awaitGone() throws InterruptedException;
}
