package org.wirebench.tool.socket.code;

import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.PythonCode;
import org.wirebench.core.code.Target;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;

/**
 * Writes a socket request as a program for Python 3.9 and newer, with its standard library alone,
 * from top to bottom as a tutorial would.
 */
public final class PythonWriter implements CodeWriter<SocketRequest> {
  private static final String FROM = "from ";

  @Override
  public Target target() {
    return Target.PYTHON;
  }

  @Override
  public String write(SocketRequest request) {
    Program program =
        switch (request) {
          case ClientRequest client -> new PythonClient(client).write();
          case ServerRequest server -> new PythonServer(server).write();
        };
    StringBuilder text = new StringBuilder(PythonCode.comment(program.head())).append('\n');
    for (String module : program.imports()) {
      text.append(module.startsWith(FROM) ? "" : "import ").append(module).append('\n');
    }
    return text.append('\n').append(program.body()).toString();
  }
}
