package org.wirebench.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Example;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;
import org.wirebench.fx.ToolContext;

/** What the parts of the window can have done by the window. FX thread only. */
interface Desk {
  /** What everything is built on. */
  Parts parts();

  /** What the tools are given. */
  ToolContext toolContext();

  /** What the user set. */
  ObservableValue<Settings> settings();

  /** Sets, applies and saves. */
  void set(Settings settings);

  Notices notices();

  RecentEntries recent();

  /** Opens an entry in a new tab. */
  void open(Entry entry);

  /** Opens a new tab of a kind. */
  void openBlank(String kindId);

  /** Starts the server of an example, then opens its tabs. */
  void openExample(Example example);

  /** Starts a server of the lab, unless it runs, then opens a tab that talks to it. */
  void openServer(String id);

  /** Opens a page of the dock. */
  void showDock(Dock.Page page);

  default FxJobs jobs() {
    return parts().jobs();
  }

  /** The tool of that id, if there is one. */
  default Optional<DesktopTool> tool(String id) {
    return parts().tools().stream().filter(tool -> tool.id().equals(id)).findFirst();
  }
}
