package org.wirebench.app;

import java.util.List;
import java.util.function.Supplier;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.tool.Tool;
import org.wirebench.fx.DesktopTool;
import org.wirebench.tool.socket.SocketTool;
import org.wirebench.tool.socket.service.SocketEnvironment;
import org.wirebench.tool.socket.view.SocketDesktop;

/** The list of the tools: the one place that changes when a tool is added. */
public final class Tools {
  private Tools() {}

  /**
   * Every tool, in the order of the rail.
   *
   * @param defaults hold where a request leaves something open
   */
  public static List<DesktopTool> of(Services services, Supplier<NetDefaults> defaults) {
    return List.of(
        new SocketDesktop(
            new SocketTool(
                new SocketEnvironment(
                    services.network(), services.stores(), services.identity(), defaults))));
  }

  /** The halves that need no window. */
  public static List<Tool<?, ?>> headless(Services services, NetDefaults defaults) {
    return of(services, () -> defaults).stream().<Tool<?, ?>>map(DesktopTool::tool).toList();
  }
}
