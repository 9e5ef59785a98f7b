package org.wirebench.tool.socket.code;

import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.ShellCode;
import org.wirebench.core.code.Target;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;

/**
 * Writes a socket request as a command of a shell, with {@code nc} (the one of OpenBSD), {@code
 * socat} or {@code openssl}, whichever can do it best.
 */
public final class ShellWriter implements CodeWriter<SocketRequest> {
  @Override
  public Target target() {
    return Target.SHELL;
  }

  @Override
  public String write(SocketRequest request) {
    Program program =
        switch (request) {
          case ClientRequest client -> new ShellClient(client).write();
          case ServerRequest server -> new ShellServer(server).write();
        };
    return ShellCode.comment(program.head()) + "\n" + program.body();
  }
}
