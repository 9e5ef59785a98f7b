package org.wirebench.tool.socket.code;

import java.util.function.Supplier;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;

/** Fills in what a request leaves open before it is written, since a program has no settings. */
record Filled(CodeWriter<SocketRequest> writer, Supplier<NetDefaults> defaults)
    implements CodeWriter<SocketRequest> {
  @Override
  public Target target() {
    return writer.target();
  }

  @Override
  public String write(SocketRequest request) {
    return writer.write(
        switch (request) {
          case ClientRequest client -> client.filled(defaults.get());
          case ServerRequest server -> server;
        });
  }
}
