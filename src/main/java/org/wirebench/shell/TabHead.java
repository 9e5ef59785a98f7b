package org.wirebench.shell;

import atlantafx.base.controls.Tab;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Tip;

/** The head of one tab: icon or spinner, name, and a dot while something is not saved. */
final class TabHead {
  private static final Messages TEXT = Messages.of(TabHead.class);
  private static final double DOT = 3.5;
  private static final double LIVE_DOT = 3;
  private static final int LONGEST = 28;
  private static final int ENDING = 10;

  private TabHead() {}

  static Tab of(WorkTab work) {
    Tab tab = new Tab();
    tab.setUserData(work);
    tab.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> shortened(work.titleProperty().get()), work.titleProperty()));
    FontIcon icon = Describe.icon(work.kind().icon());
    icon.getStyleClass().add("tool-icon");
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.getStyleClass().add("small-spinner");
    Circle live = new Circle(LIVE_DOT);
    live.getStyleClass().add("live-dot");
    StackPane.setAlignment(live, Pos.BOTTOM_RIGHT);
    live.visibleProperty().bind(work.liveProperty());
    BorderPane place = new BorderPane();
    // A spinner that is not on the screen would go on asking for frames. The tab, which may come
    // back after it was closed, holds what is bound to it weakly: its old head goes.
    place
        .centerProperty()
        .bind(Bindings.when(work.busyProperty()).<Node>then(spinner).otherwise(icon));
    StackPane sign = new StackPane(place, live);
    Circle dot = new Circle(DOT);
    dot.getStyleClass().add("dirty-dot");
    dot.visibleProperty().bind(work.dirtyProperty());
    dot.managedProperty().bind(work.dirtyProperty());
    HBox graphic = new HBox(sign, dot);
    graphic.getStyleClass().addAll("tab-sign", work.kind().hue().styleClass());
    tab.setGraphic(graphic);
    Tooltip tip = new Tip();
    tip.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> describe(work),
                work.titleProperty(),
                work.dirtyProperty(),
                work.liveProperty(),
                work.busyProperty()));
    tab.setTooltip(tip);
    tab.pinnedProperty().bindBidirectional(work.pinnedProperty());
    return tab;
  }

  /**
   * Lets go of the tab: the line holds the skin of each head that it ever had, and the head with it
   * (AtlantaFX 2.1.0, a subscription to the width of the tabs that does not end).
   */
  static void forget(Tab head) {
    if (head.getUserData() instanceof WorkTab work) {
      head.pinnedProperty().unbindBidirectional(work.pinnedProperty());
    }
    head.textProperty().unbind();
    head.setGraphic(null);
    // The skin of a head that is not in the line any more keeps its tooltip.
    head.getTooltip().textProperty().unbind();
    head.setTooltip(null);
    head.setContextMenu(null);
    head.setOnCloseRequest(null);
    head.setUserData(null);
  }

  /** A name that is too long loses its middle: the end tells hosts apart, and holds the port. */
  static String shortened(String title) {
    int length = title.codePointCount(0, title.length());
    if (length <= LONGEST) {
      return title;
    }
    int begin = title.offsetByCodePoints(0, LONGEST - ENDING - 1);
    int end = title.offsetByCodePoints(title.length(), -ENDING);
    return title.substring(0, begin).strip() + "…" + title.substring(end).strip();
  }

  private static String describe(WorkTab work) {
    StringBuilder text = new StringBuilder();
    text.append(TEXT.get("tab.tip", work.kind().title(), work.titleProperty().get()));
    work.file().ifPresent(file -> text.append('\n').append(file));
    if (work.dirtyProperty().get()) {
      text.append('\n').append(TEXT.get("tab.dirty"));
    }
    if (work.liveProperty().get()) {
      text.append('\n').append(TEXT.get("tab.live"));
    }
    if (work.busyProperty().get()) {
      text.append('\n').append(TEXT.get("tab.busy"));
    }
    return text.toString();
  }
}
