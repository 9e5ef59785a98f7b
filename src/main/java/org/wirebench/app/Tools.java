package org.wirebench.app;

import java.util.List;
import org.wirebench.core.tool.Tool;
import org.wirebench.fx.DesktopTool;
import org.wirebench.tool.socket.SocketTool;
import org.wirebench.tool.socket.service.SocketEnvironment;
import org.wirebench.tool.socket.view.SocketDesktop;

/** The list of the tools: the one place that changes when a tool is added. */
public final class Tools {
  private Tools() {}

  /** Every tool, in the order of the rail. */
  public static List<DesktopTool> of(Services services) {
    return List.of(
        new SocketDesktop(
            new SocketTool(
                new SocketEnvironment(
                    services.network(), services.stores(), services.identity()))));
  }

  /** The halves that need no window. */
  public static List<Tool<?, ?>> headless(Services services) {
    return of(services).stream().<Tool<?, ?>>map(DesktopTool::tool).toList();
  }
}
