package org.wirebench.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Example;
import org.wirebench.fx.Targets;
import org.wirebench.fx.Tip;

/** The first tab: what this is, one click to try each tool, and what was used last. */
final class WelcomePage extends StillPage {
  private static final Messages TEXT = Messages.of(WelcomePage.class);
  private static final int EXAMPLES = 4;
  private static final int RECENT = 8;

  private final Desk desk;

  WelcomePage(Desk desk, Entry entry) {
    super(entry, TEXT.get("welcome.tab"));
    this.desk = desk;
    page().getStyleClass().add("welcome");
    Label heading = new Label(TEXT.get("welcome.title"));
    heading.getStyleClass().add("title");
    Label words = new Label(TEXT.get("welcome.words"));
    words.setWrapText(true);
    words.getStyleClass().add("lead");
    FlowPane cards = new FlowPane();
    cards.getStyleClass().add("cards");
    desk.parts().tools().forEach(tool -> cards.getChildren().add(card(tool)));
    page().getChildren().addAll(heading, words, cards);
    if (!desk.recent().all().isEmpty()) {
      page().getChildren().add(recent());
    }
    page().getChildren().add(keys());
    Label version = new Label(TEXT.get("welcome.version", desk.parts().version()));
    version.getStyleClass().add("secondary");
    page().getChildren().add(version);
  }

  private Node card(DesktopTool tool) {
    FontIcon icon = Describe.icon(tool.icon());
    icon.getStyleClass().addAll("tool-icon", "card-icon");
    Label name = new Label(tool.title(), icon);
    name.getStyleClass().add("heading");
    Label summary = new Label(tool.summary());
    summary.setWrapText(true);
    summary.getStyleClass().add("muted");
    summary.setMinHeight(VBox.USE_PREF_SIZE);
    VBox tries = new VBox();
    tries.getStyleClass().add("card-examples");
    for (Example example : tool.examples().stream().limit(EXAMPLES).toList()) {
      Hyperlink link = new Hyperlink(example.title(), Describe.icon(Feather.PLAY));
      link.setTooltip(new Tip(example.description()));
      link.setAccessibleHelp(example.description());
      link.setOnAction(
          _ -> {
            link.setVisited(false);
            desk.openExample(example);
          });
      tries.getChildren().add(link);
    }
    Button open = new Button(TEXT.get("welcome.open", tool.title()));
    open.setOnAction(_ -> desk.openBlank(tool.id()));
    open.setId("welcome-open-" + tool.id());
    VBox card = new VBox(name, summary, tries, open);
    card.getStyleClass().addAll("card", tool.hue().styleClass());
    return card;
  }

  private Node recent() {
    Label heading = new Label(TEXT.get("welcome.recent"));
    heading.getStyleClass().add("heading");
    VBox list = new VBox(heading);
    list.getStyleClass().add("welcome-section");
    for (Entry used : desk.recent().all().stream().limit(RECENT).toList()) {
      Hyperlink link = new Hyperlink(Targets.name(used));
      desk.tool(used.tool())
          .ifPresent(
              tool -> {
                FontIcon icon = Describe.icon(tool.icon());
                icon.getStyleClass().add("tool-icon");
                HBox sign = new HBox(icon);
                sign.getStyleClass().addAll("tab-sign", tool.hue().styleClass());
                link.setGraphic(sign);
              });
      link.setOnAction(_ -> desk.open(used));
      list.getChildren().add(link);
    }
    return list;
  }

  private static Node keys() {
    Label heading = new Label(TEXT.get("welcome.keys"));
    heading.getStyleClass().add("heading");
    FlowPane keys = new FlowPane();
    keys.getStyleClass().add("key-hints");
    List.of(
            List.of("Ctrl+K", TEXT.get("welcome.key.palette")),
            List.of("Ctrl+Enter", TEXT.get("welcome.key.primary")),
            List.of("F12", TEXT.get("welcome.key.dock")),
            List.of("Ctrl+Shift+T", TEXT.get("welcome.key.reopen")))
        .forEach(
            hint -> {
              Label key = new Label(hint.getFirst());
              key.getStyleClass().add("keys");
              HBox pair = new HBox(key, new Label(hint.getLast()));
              pair.getStyleClass().add("key-hint");
              pair.setAlignment(Pos.CENTER_LEFT);
              keys.getChildren().add(pair);
            });
    VBox section = new VBox(heading, keys);
    section.getStyleClass().add("welcome-section");
    return section;
  }
}
