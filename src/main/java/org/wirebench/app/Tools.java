package org.wirebench.app;

import java.util.List;
import java.util.function.Supplier;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.tool.Tool;
import org.wirebench.fx.DesktopTool;
import org.wirebench.tool.http.HttpTool;
import org.wirebench.tool.http.lab.HttpLab;
import org.wirebench.tool.http.lab.MockBook;
import org.wirebench.tool.http.service.HttpEnvironment;
import org.wirebench.tool.http.service.auth.Browser;
import org.wirebench.tool.http.view.HttpDesktop;
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
    return of(services, defaults, SystemBrowser.ofSystem()::open);
  }

  private static List<DesktopTool> of(
      Services services, Supplier<NetDefaults> defaults, Browser browser) {
    return List.of(
        new SocketDesktop(
            new SocketTool(
                new SocketEnvironment(
                    services.network(), services.stores(), services.identity(), defaults))),
        http(services, defaults, browser));
  }

  private static DesktopTool http(
      Services services, Supplier<NetDefaults> defaults, Browser browser) {
    HttpEnvironment environment =
        new HttpEnvironment(
            services.network(),
            services.stores(),
            services.clock(),
            services.identity(),
            defaults,
            browser);
    HttpLab lab = new HttpLab(services.identity(), new MockBook());
    return new HttpDesktop(new HttpTool(environment, lab));
  }

  /** The halves that need no window. */
  public static List<Tool<?, ?>> headless(Services services, NetDefaults defaults) {
    return of(services, () -> defaults, Browser.none()).stream()
        .<Tool<?, ?>>map(DesktopTool::tool)
        .toList();
  }
}
