package org.wirebench.tool.socket.code;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.tool.socket.request.SocketRequest;

/** The writers of socket requests. */
public final class SocketWriters {
  private SocketWriters() {}

  /**
   * One for each target.
   *
   * @param defaults hold where a request leaves something open
   */
  public static List<CodeWriter<SocketRequest>> all(Supplier<NetDefaults> defaults) {
    return Stream.of(new PythonWriter(), new JavaWriter(), new ShellWriter())
        .<CodeWriter<SocketRequest>>map(writer -> new Filled(writer, defaults))
        .toList();
  }
}
