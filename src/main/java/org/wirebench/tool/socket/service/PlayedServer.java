package org.wirebench.tool.socket.service;

import java.util.List;

/** A server whose steps are played. */
interface PlayedServer extends ServerSession {
  @Override
  List<? extends PlayedClient> clients();
}
