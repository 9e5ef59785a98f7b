package org.wirebench.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;

/** The pages below the tabs: all traffic, all jobs, all servers. */
final class Dock extends BorderPane {
  private static final Messages TEXT = Messages.of(Dock.class);

  /** A page of the dock. */
  enum Page {
    WIRE(Feather.ACTIVITY),
    JOBS(Feather.LAYERS),
    LAB(Feather.SERVER);

    private final Ikon icon;

    Page(Ikon icon) {
      this.icon = icon;
    }

    Ikon icon() {
      return icon;
    }
  }

  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.WIRE);
  private final Map<Page, Node> built = new EnumMap<>(Page.class);
  private final Map<Page, ToggleButton> heads = new EnumMap<>(Page.class);
  private final Function<Page, Node> builder;

  /**
   * @param builder builds a page when it is first shown
   * @param hide closes the dock
   */
  Dock(Function<Page, Node> builder, Runnable hide) {
    this.builder = builder;
    getStyleClass().add("dock");
    HBox head = new HBox();
    head.getStyleClass().add("dock-head");
    ToggleGroup group = new ToggleGroup();
    for (Page each : Page.values()) {
      ToggleButton tab = new ToggleButton(TEXT.get(each), Describe.icon(each.icon()));
      tab.getStyleClass().addAll("flat", "dock-tab");
      tab.setToggleGroup(group);
      tab.setId("dock-" + each.name());
      Describe.control(tab, tip(each));
      tab.setOnAction(
          _ -> {
            tab.setSelected(true);
            page.set(each);
          });
      page.subscribe(now -> tab.setSelected(now == each));
      head.getChildren().add(tab);
      heads.put(each, tab);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button close = Describe.iconButton(Feather.CHEVRON_DOWN, TEXT.get("dock.hide"), hide);
    Describe.control(close, TEXT.get("dock.hide"), TEXT.get("dock.hide.keys"));
    head.getChildren().addAll(space, close);
    setTop(head);
  }

  private static String tip(Page page) {
    return switch (page) {
      case WIRE -> TEXT.get("dock.wire");
      case JOBS -> TEXT.get("dock.jobs");
      case LAB -> TEXT.get("dock.lab");
    };
  }

  /** Which page is shown. */
  ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** Builds the page that is shown, from now on whenever it changes; called when first opened. */
  void begin() {
    if (getCenter() == null) {
      page.subscribe(now -> setCenter(built.computeIfAbsent(now, builder)));
    }
  }

  /** Puts the focus on the head of the page that is shown: its controls follow. */
  void focus() {
    Optional.ofNullable(heads.get(page.get())).ifPresent(Node::requestFocus);
  }

  /** A page, if it has been built. */
  Node page(Page which) {
    return built.computeIfAbsent(which, builder);
  }
}
