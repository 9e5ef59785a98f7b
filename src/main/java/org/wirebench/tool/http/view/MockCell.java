package org.wirebench.tool.http.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Tip;

/** A mock route in the list of all. */
final class MockCell extends ListCell<MockLine> {
  private static final Messages TEXT = Messages.of(MockCell.class);
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  /** More of a path is not seen. */
  private static final int LONGEST = 200;

  private final CheckBox on = new CheckBox();
  private final Label method = new Label();
  private final Label path = new Label();
  private final FontIcon wrong = Describe.icon(Feather.ALERT_CIRCLE);
  private final FontIcon remark = Describe.icon(Feather.INFO);
  private final Label status = new Label();
  private final Label calls = new Label();
  private final HBox row = new HBox(on, method, path, wrong, remark, status, calls);

  MockCell() {
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("mock-row");
    Describe.control(on, TEXT.get("mocks.on"));
    // The list has the keys: the space bar switches what is chosen.
    on.setFocusTraversable(false);
    on.setOnAction(_ -> getItem().switchOff(!on.isSelected()));
    method.getStyleClass().addAll("mono", "mock-method");
    path.getStyleClass().add("mono");
    path.setMaxWidth(Double.MAX_VALUE);
    path.setMinWidth(0);
    HBox.setHgrow(path, Priority.ALWAYS);
    wrong.getStyleClass().add("problem-mark");
    remark.getStyleClass().add("remark-mark");
    status.getStyleClass().addAll("mono", "mock-status");
    calls.getStyleClass().addAll("secondary", "mock-calls");
    // As wide as the list: what does not fit is cut.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable MockLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    on.setSelected(!line.isOff());
    method.setText(cut(line.method()));
    path.setText(cut(line.path()));
    status.setText(cut(line.status()));
    wrong.setVisible(line.isWrong());
    wrong.setManaged(line.isWrong());
    boolean remarked = !line.isWrong() && !line.remarkProperty().get().isEmpty();
    remark.setVisible(remarked);
    remark.setManaged(remarked);
    calls.setText(TEXT.get("mocks.calls", line.callsProperty().get()));
    row.pseudoClassStateChanged(OFF, line.isOff());
    String said = said(line);
    setTooltip(new Tip(said.isEmpty() ? path.getText() : path.getText() + "\n" + said));
    setAccessibleText(
        TEXT.get(
            "mocks.row",
            method.getText(),
            path.getText(),
            status.getText(),
            calls.getText(),
            said));
    setGraphic(row);
  }

  private static String said(MockLine line) {
    if (line.isWrong()) {
      Problem first = line.problems().getFirst();
      return line.route().isPresent()
          ? TEXT.get("mocks.wrong.before", first.message())
          : TEXT.get("mocks.wrong", first.message());
    }
    return line.isOff() ? TEXT.get("mocks.off") : line.remarkProperty().get();
  }

  private static String cut(String text) {
    return Escapes.display(text, LONGEST);
  }
}
