package org.wirebench.tool.http.view;

import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Completion;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.WrapRow;

/** The fields of a row with a name and a value, which may be left out for once. */
final class RowFields {
  private static final Messages TEXT = Messages.of(RowFields.class);

  private RowFields() {}

  /**
   * The fields {@code item.off}, {@code item.name} and {@code item.value} of {@code row}.
   *
   * @param names what the name may be completed to
   */
  static WrapRow of(
      FormModel row, FieldMarks marks, Supplier<Stream<Completion.Suggestion>> names) {
    TextField name = field(row, "name", TEXT.get("row.name"), marks);
    TextField value = field(row, "value", TEXT.get("row.value"), marks);
    name.getStyleClass().add("row-name");
    Completion.install(name, names);
    return new WrapRow(on(row), name, value);
  }

  private static CheckBox on(FormModel row) {
    CheckBox on = new CheckBox();
    on.setSelected(!row.text("item.off").get().equals("true"));
    on.selectedProperty().addListener((_, _, now) -> row.text("item.off").set(now ? "" : "true"));
    row.text("item.off").addListener((_, _, now) -> on.setSelected(!now.equals("true")));
    return Describe.control(on, TEXT.get("row.on"));
  }

  private static TextField field(FormModel row, String name, String help, FieldMarks marks) {
    TextField field = FormControls.text(row.text("item." + name), help);
    field.getStyleClass().add("mono");
    Describe.control(field, help);
    HBox.setHgrow(field, Priority.ALWAYS);
    marks.add("." + name, field);
    return field;
  }

  /** The same without a field that stays empty. */
  static Node of(FormModel row, FieldMarks marks) {
    return of(row, marks, Stream::empty);
  }
}
