package org.wirebench.shell;

import java.util.function.Function;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Hue;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;

/** Everything that a tab can be of. */
final class TabKinds {
  static final String WELCOME = "welcome";
  static final String SETTINGS = "settings";
  private static final Messages TEXT = Messages.of(TabKinds.class);

  private final Desk desk;
  private final ToolContext context;

  /**
   * @param context what the tools are given
   */
  TabKinds(Desk desk, ToolContext context) {
    this.desk = desk;
    this.context = context;
  }

  /** The kind of that id; where there is none, one that shows what its entries say. */
  TabKind of(String id) {
    return switch (id) {
      case WELCOME ->
          still(id, TEXT.get("welcome.tab"), Feather.HOME, entry -> new WelcomePage(desk, entry));
      case SETTINGS ->
          still(
              id,
              TEXT.get("settings.title"),
              Feather.SETTINGS,
              entry -> new SettingsPage(desk, entry));
      default -> desk.tool(id).map(this::of).orElseGet(() -> unknown(id));
    };
  }

  private static TabKind still(String id, String title, Ikon icon, Function<Entry, ToolView> open) {
    Entry blank = Entry.of(title, id, Tree.Fields.NONE);
    return new TabKind(id, title, icon, Hue.GREY, () -> blank, true, false, same -> same, open);
  }

  private TabKind of(DesktopTool tool) {
    return new TabKind(
        tool.id(),
        tool.title(),
        tool.icon(),
        tool.hue(),
        tool::blank,
        false,
        true,
        entry -> withoutSecrets(tool, entry),
        entry -> tool.open(context, entry));
  }

  private static Entry withoutSecrets(DesktopTool tool, Entry entry) {
    return entry.with(tool.tool().withoutSecrets(entry.request()));
  }

  private static TabKind unknown(String id) {
    Entry blank = Entry.of(id, id, Tree.Fields.NONE);
    return new TabKind(
        id,
        id,
        Feather.HELP_CIRCLE,
        Hue.GREY,
        () -> blank,
        false,
        false,
        same -> same,
        UnknownPage::new);
  }
}
