package org.wirebench.shell;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.ToolView;

/** A tab in which nothing runs and nothing is saved. */
abstract class StillPage implements ToolView {
  private final Entry entry;
  private final VBox page = new VBox();
  private final ScrollPane scroll = new ScrollPane(page);
  private final StringProperty title;
  private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
  private final SimpleBooleanProperty edits = new SimpleBooleanProperty();

  StillPage(Entry entry, String title) {
    this.entry = entry;
    this.title = new SimpleStringProperty(title);
    page.getStyleClass().add("page");
    scroll.setFitToWidth(true);
  }

  /** Where what is shown is put. */
  final VBox page() {
    return page;
  }

  @Override
  public final Node node() {
    return scroll;
  }

  @Override
  public final ObservableStringValue title() {
    return title;
  }

  @Override
  public final ObservableBooleanValue busy() {
    return busy;
  }

  @Override
  public final Observable edits() {
    return edits;
  }

  @Override
  public final Entry entry() {
    return entry;
  }

  @Override
  public List<Action> actions() {
    return List.of();
  }

  @Override
  public void focus() {
    scroll.requestFocus();
  }

  @Override
  public void primary() {
    // There is no such button here.
  }

  @Override
  public void cancel() {
    // Nothing runs here.
  }

  @Override
  public void close() {
    // Nothing is kept.
  }
}
