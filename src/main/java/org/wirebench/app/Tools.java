package org.wirebench.app;

import java.util.List;
import org.wirebench.core.tool.Tool;
import org.wirebench.tool.socket.SocketTool;
import org.wirebench.tool.socket.service.SocketEnvironment;

/** The list of the tools: the one place that changes when a tool is added. */
public final class Tools {
  private Tools() {}

  /** Every tool, in the order of the rail. */
  public static List<Tool<?, ?>> of(Services services) {
    return List.of(
        new SocketTool(
            new SocketEnvironment(services.network(), services.stores(), services.identity())));
  }
}
