package org.wirebench.shell;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.WrapRow;

/** The part of the settings that lists the variables. */
final class VariablesSection extends VBox {
  private static final Messages TEXT = Messages.of(VariablesSection.class);
  private static final Tree.Fields BLANK =
      Tree.Fields.NONE.with(SettingsForm.NAME, "").with(SettingsForm.VALUE, "");

  private final ListEditor rows =
      new ListEditor(TEXT.get("variables.add"), BLANK, VariablesSection::row);

  /**
   * @param given those that were set when the program was started
   */
  VariablesSection(SettingsForm form, Variables given) {
    getStyleClass().addAll("settings-section", "settings-list");
    Label heading = new Label(TEXT.get("settings.variables"));
    heading.getStyleClass().add("heading");
    getChildren().addAll(heading, FormParts.about(TEXT.get("help.variables")), rows);
    Set<String> names = given.values().keySet();
    if (!names.isEmpty()) {
      getChildren().add(FormParts.about(TEXT.get("variables.given", String.join(", ", names))));
    }
    rows.itemsProperty().set(form.variables());
    rows.itemsProperty().addListener((_, _, now) -> form.typeVariables(now));
    form.problemsProperty().addListener((_, _, now) -> show(now));
  }

  private static Node row(FormModel row, FieldMarks marks) {
    TextField name = field(row, SettingsForm.NAME, TEXT.get("variables.row.name"), marks);
    TextField value = field(row, SettingsForm.VALUE, TEXT.get("variables.row.value"), marks);
    return new WrapRow(name, value);
  }

  private static TextField field(FormModel row, String name, String help, FieldMarks marks) {
    TextField field =
        Describe.control(FormControls.text(row.text(ListEditor.ITEM + "." + name), help), help);
    field.getStyleClass().add("mono");
    HBox.setHgrow(field, Priority.ALWAYS);
    marks.add("." + name, field);
    return field;
  }

  private void show(List<Problem> problems) {
    List<Problem> _ = rows.showProblems(i -> "settings.variables[" + i + "]", problems);
  }
}
