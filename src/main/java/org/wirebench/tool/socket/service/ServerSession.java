package org.wirebench.tool.socket.service;

import java.net.SocketAddress;
import java.util.List;
import java.util.OptionalLong;
import org.wirebench.core.transcript.Transcript;

/** A server that runs. Every method may be called from any thread and does not block. */
public interface ServerSession {
  /** Where it listens, with the port it got. */
  SocketAddress address();

  /** What was said with all clients. */
  Transcript transcript();

  /** The clients that are there and the last that left, in the order they came. */
  List<? extends ServedClient> clients();

  /** How many clients came in all, whether they are still there or not. */
  long came();

  /** How many clients are there now. */
  int connected();

  /** How many were sent away, since there were too many. */
  long refused();

  /** How many datagrams the kernel threw away since they came too fast; empty where unknown. */
  OptionalLong kernelDrops();
}
