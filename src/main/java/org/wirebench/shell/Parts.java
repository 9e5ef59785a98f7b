package org.wirebench.shell;

import java.util.List;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.Network;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.KeptFile;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.settings.SettingsStore;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FxJobs;

/**
 * What the window is built on.
 *
 * @param given variables that were set when the program was started, which are not saved
 * @param tools in the order of the rail
 * @param kept the files in which the tools keep what is not of one tab
 * @param version of the program, for the welcome page
 */
public record Parts(
    FxJobs jobs,
    Network network,
    WireLog wire,
    Lab lab,
    ByteStores stores,
    Folders folders,
    SettingsStore settings,
    Variables given,
    SessionStore session,
    List<DesktopTool> tools,
    List<KeptFile> kept,
    FaultReports faults,
    String version) {
  public Parts {
    tools = List.copyOf(tools);
    kept = List.copyOf(kept);
  }
}
