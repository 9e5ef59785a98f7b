package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.util.Optional;
import org.wirebench.core.net.NetFailure;
import org.wirebench.tool.socket.request.Payload;

/** What a step can be done to. */
interface Stage {
  /**
   * Returns when the system has taken all of it.
   *
   * @throws IOException when the other side did not take all, or a file cannot be read
   */
  void send(Payload payload) throws Exception;

  void halfClose() throws IOException;

  void reset();

  /** Why the conversation broke; empty while it lasts and where it ended in order. */
  Optional<NetFailure> broken();

  /** Whether it is known that nobody hears what is sent: the port of its datagrams is closed. */
  boolean isUnreachable();

  /**
   * Looks at an end that came.
   *
   * @throws IOException when nothing should have ended
   */
  void checkEnd() throws IOException;

  /** Ends whatever the other side lets us wait for. */
  void giveUp();
}
