package org.wirebench.tool.socket.code;

import java.util.List;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.tool.socket.request.SocketRequest;

/** The writers of socket requests. */
public final class SocketWriters {
  private SocketWriters() {}

  /** One for each target. */
  public static List<CodeWriter<SocketRequest>> all() {
    return List.of(new PythonWriter(), new JavaWriter(), new ShellWriter());
  }
}
