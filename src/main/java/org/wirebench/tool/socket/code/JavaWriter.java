package org.wirebench.tool.socket.code;

import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;

/**
 * Writes a socket request as one file of Java that {@code java} starts, for JDK 21 and newer and
 * with {@code java.base} alone.
 */
public final class JavaWriter implements CodeWriter<SocketRequest> {
  @Override
  public Target target() {
    return Target.JAVA;
  }

  @Override
  public String write(SocketRequest request) {
    return switch (request) {
      case ClientRequest client -> new JavaClient(client).write();
      case ServerRequest server -> new JavaServer(server).write();
    };
  }
}
