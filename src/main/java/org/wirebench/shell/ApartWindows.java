package org.wirebench.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import org.wirebench.fx.Theme;

/** The windows of those tabs that have one of their own. */
final class ApartWindows {
  private final TabsViewModel tabs;
  private final Shell shell;
  private final Theme theme;
  private final Map<WorkTab, ApartWindow> windows = new HashMap<>();

  ApartWindows(TabsViewModel tabs, Shell shell, Theme theme) {
    this.tabs = tabs;
    this.shell = shell;
    this.theme = theme;
    tabs.apart().addListener((ListChangeListener<WorkTab>) _ -> update());
  }

  private void update() {
    for (WorkTab tab : List.copyOf(windows.keySet())) {
      if (!tabs.apart().contains(tab)) {
        ApartWindow gone = windows.remove(tab);
        if (gone != null) {
          gone.close();
        }
      }
    }
    for (WorkTab tab : tabs.apart()) {
      if (!windows.containsKey(tab)) {
        windows.put(tab, new ApartWindow(tab, shell, theme));
      }
    }
  }

  void close() {
    windows.values().forEach(ApartWindow::close);
    windows.clear();
  }
}
