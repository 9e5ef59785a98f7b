package org.wirebench.fx;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;

/**
 * What failed, why, what took how long until then, and what to do next, under the address row;
 * takes no room while there is nothing to say.
 */
public final class FailureBanner extends VBox {
  private static final Messages TEXT = Messages.of(FailureBanner.class);

  private final Label title = new Label();
  private final Label cause = new Label();
  private final Label remedy = new Label();
  private final Waterfall steps = new Waterfall();
  private final HBox buttons = new HBox();
  private final Hyperlink more = new Hyperlink();
  private final TextArea detail = new TextArea();
  private boolean stepsElsewhere;

  /** An empty banner, which is not shown. */
  public FailureBanner() {
    getStyleClass().add("failure-banner");
    title.getStyleClass().add("failure-title");
    for (Label label : List.of(title, cause, remedy)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    detail.getStyleClass().add("mono");
    detail.setEditable(false);
    detail.setAccessibleText(TEXT.get("failure.detail"));
    buttons.getStyleClass().add("failure-buttons");
    buttons.setAlignment(Pos.CENTER_LEFT);
    more.setOnAction(_ -> showDetail(!getChildren().contains(detail)));
    Button close = Describe.iconButton(Feather.X, TEXT.get("failure.dismiss"), this::hide);
    VBox words = new VBox(title, cause, remedy, steps, buttons);
    words.getStyleClass().add("failure-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(Describe.icon(Feather.X_CIRCLE), words, close);
    row.getStyleClass().add("failure-row");
    getChildren().add(row);
    hide();
    managedProperty().bind(visibleProperty());
  }

  /** Shows a failure, with a button for each thing to do next, the best first. */
  public void show(Failure failure, Action... remedies) {
    title.setText(failure.title());
    setText(cause, failure.cause());
    setText(remedy, failure.remedy());
    steps.show(failure instanceof NetFailure net && !stepsElsewhere ? net.steps() : List.of());
    buttons.getChildren().clear();
    for (Action action : remedies) {
      Button button = Describe.button(action);
      button.getStyleClass().add("small");
      buttons.getChildren().add(button);
    }
    if (!failure.detail().isEmpty()) {
      buttons.getChildren().add(more);
    }
    setShown(buttons, !buttons.getChildren().isEmpty());
    detail.setText(failure.detail());
    detail.setPrefRowCount(Math.clamp(failure.detail().lines().count() + 1, 2, 8));
    showDetail(false);
    setAccessibleText(failure.title() + ". " + failure.cause() + " " + failure.remedy());
    setVisible(true);
  }

  /** Leaves out what took how long, since that stands elsewhere in the same view. */
  public void setStepsElsewhere() {
    stepsElsewhere = true;
  }

  /** Takes the banner away. */
  public void hide() {
    setVisible(false);
  }

  private void showDetail(boolean shown) {
    getChildren().remove(detail);
    if (shown) {
      getChildren().add(detail);
    }
    more.setText(TEXT.get(shown ? "failure.less" : "failure.more"));
    more.setVisited(false);
  }

  private static void setText(Label label, String text) {
    label.setText(text);
    setShown(label, !text.isEmpty());
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
