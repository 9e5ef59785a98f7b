package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Waterfall;
import org.wirebench.tool.http.service.Exchange;

/**
 * Where the time of each exchange of a run went. One row for each, since a chain of redirects is
 * told by where it went and how long it took; the user chooses which one is shown.
 */
final class HopsPane extends ScrollPane {
  private static final Messages TEXT = Messages.of(HopsPane.class);

  private final Consumer<Exchange> choose;
  private final VBox rows = new VBox();
  private final List<Hop> hops = new ArrayList<>();

  private record Hop(Exchange exchange, ToggleButton which, Waterfall waterfall) {
    void show(boolean chosen) {
      which.setText(TEXT.get("answer.hop", Statuses.words(exchange), Statuses.asked(exchange)));
      which.setSelected(chosen);
      waterfall.show(exchange.timed());
    }
  }

  /**
   * @param choose is given the exchange that the user wants to see
   */
  HopsPane(Consumer<Exchange> choose) {
    this.choose = choose;
    rows.getStyleClass().add("hops");
    getStyleClass().add("hops-pane");
    setContent(rows);
    setFitToWidth(true);
    setMinHeight(0);
  }

  /** Shows how they stand now; those that are there already stay, and keep the focus. */
  void show(List<Exchange> all, Exchange shown) {
    if (!all.equals(hops.stream().map(Hop::exchange).toList())) {
      hops.clear();
      all.forEach(one -> hops.add(hop(one)));
      rows.getChildren().setAll(hops.stream().map(hop -> row(hop, all.size() == 1)).toList());
    }
    hops.forEach(hop -> hop.show(hop.exchange == shown));
  }

  /** Shows none. */
  void showNothing() {
    hops.clear();
    rows.getChildren().clear();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** As high as its rows, which wrap; a scroll pane is else as high as it likes. */
  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? getWidth() : width;
    return snapSizeY(rows.prefHeight(inner > 0 ? inner : -1))
        + snappedTopInset()
        + snappedBottomInset();
  }

  private Hop hop(Exchange exchange) {
    ToggleButton which = Describe.control(new ToggleButton(), TEXT.get("answer.hop.help"));
    which.setMnemonicParsing(false);
    which.setWrapText(true);
    which.setMinHeight(USE_PREF_SIZE);
    which.setOnAction(_ -> choose.accept(exchange));
    return new Hop(exchange, which, new Waterfall());
  }

  private static Node row(Hop hop, boolean only) {
    return only ? hop.waterfall : new VBox(hop.which, hop.waterfall);
  }
}
