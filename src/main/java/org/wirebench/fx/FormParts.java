package org.wirebench.fx;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the forms of all tools are put together from. */
public final class FormParts {
  private FormParts() {}

  /** A page of a form among others, which is scrolled when it is too high. */
  public static Tab page(String title, Node content) {
    VBox padded = new VBox(content);
    padded.getStyleClass().add("setup-content");
    ScrollPane scroll = new ScrollPane(padded);
    scroll.setFitToWidth(true);
    return new Tab(title, scroll);
  }

  /** Shows one of the tabs: the first whose title this is. */
  public static void select(TabPane tabs, String title) {
    tabs.getTabs().stream()
        .filter(tab -> tab.getText().equals(title))
        .findFirst()
        .ifPresent(tabs.getSelectionModel()::select);
  }

  /** A sentence or two above fields. */
  public static Label about(String sentence) {
    Label about = new Label(sentence);
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    about.getStyleClass().add("secondary");
    return about;
  }

  /** Fields below each other. */
  public static VBox column(Node... children) {
    VBox column = new VBox();
    column.getChildren().setAll(Arrays.asList(children));
    column.getStyleClass().add("setup-column");
    return column;
  }

  /** Shows a part of a form, which else takes no room. */
  public static void show(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
