package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.Problems;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.UrlText;

/**
 * The parameters of the address as a table, and the variables of its path. Those that are sent
 * stand in the address; those that are left out for once stand in a list of their own.
 */
final class ParamsForm extends VBox {
  private static final Messages TEXT = Messages.of(ParamsForm.class);
  private static final String ROWS = "rows";
  private static final Tree.Fields BLANK = Tree.Fields.NONE.with("name", "").with("value", "");

  private final FormModel form;
  private final Supplier<Variables> variables;
  private final ListEditor rows = new ListEditor(TEXT.get("params.add"), BLANK, RowFields::of);
  private final FieldMarks marks = new FieldMarks();
  private final VBox path = FormParts.column();
  private final Label pathAbout = FormParts.about(TEXT.get("path.about"));
  private Set<String> shownPath = Set.of();

  /**
   * @param variables what names stand for now
   */
  ParamsForm(FormModel form, Supplier<Variables> variables) {
    this.form = form;
    this.variables = variables;
    getStyleClass().add("setup-column");
    getChildren()
        .addAll(FormParts.about(TEXT.get("params.about")), rows, pathAbout, path, marks.reason());
    rows.itemsProperty().set(typed());
    rows.itemsProperty().addListener((_, _, now) -> write(now));
    form.treeProperty().addListener((_, _, _) -> show());
    show();
  }

  private UrlText url() {
    return UrlText.of(form.text("url").get());
  }

  /** The rows as the form says them. */
  private Tree.Items typed() {
    List<Tree> all = new ArrayList<>();
    for (NameValue one : url().parameters()) {
      all.add(Tree.Fields.NONE.with("name", one.name()).with("value", one.value()));
    }
    all.addAll(form.items("params").items());
    return Tree.items(all);
  }

  private void write(Tree.Items now) {
    if (isSaid(now)) {
      return;
    }
    List<NameValue> on = new ArrayList<>();
    List<Tree> off = new ArrayList<>();
    for (Tree row : now.items()) {
      if (isOff(row)) {
        off.add(row);
      } else if (!isBlank(row)) {
        on.add(read(row));
      }
    }
    form.set("params", Tree.items(off));
    form.text("url").set(url().withParameters(on).toString());
  }

  /** Whether the form says the same, in whatever order those that are left out stand. */
  private boolean isSaid(Tree.Items rows) {
    List<NameValue> on =
        rows.items().stream()
            .filter(row -> !isOff(row) && !isBlank(row))
            .map(ParamsForm::read)
            .toList();
    List<NameValue> off =
        rows.items().stream().filter(ParamsForm::isOff).map(ParamsForm::read).toList();
    List<NameValue> kept = form.items("params").items().stream().map(ParamsForm::read).toList();
    return on.equals(url().parameters()) && off.equals(kept);
  }

  private static NameValue read(Tree row) {
    return new NameValue(text(row, "name"), text(row, "value"), isOff(row));
  }

  private static boolean isOff(Tree row) {
    return text(row, "off").equals("true");
  }

  private static boolean isBlank(Tree row) {
    return text(row, "name").isEmpty() && text(row, "value").isEmpty();
  }

  private static String text(Tree row, String name) {
    return row instanceof Tree.Fields fields ? fields.text(name).orElse("") : "";
  }

  private void show() {
    if (!isSaid(rows.itemsProperty().get())) {
      rows.itemsProperty().set(typed());
    }
    Set<String> names = url().variables();
    if (!names.equals(shownPath)) {
      shownPath = names;
      path.getChildren().setAll(names.stream().map(this::variable).toList());
    }
    FormParts.show(pathAbout, !names.isEmpty());
  }

  private FormField<?> variable(String name) {
    TextField field = FormControls.text(form.text("path." + name), TEXT.get("path.prompt"));
    marks.add("." + name, field);
    return new FormField<>(":" + name, TEXT.get("path.help", name), field);
  }

  /** Shows what is wrong here; returns what is shown. */
  List<Problem> showProblems(List<Problem> all) {
    List<Problem> shown = new ArrayList<>(marks.show("request.path", all));
    shown.addAll(Problems.below("request.params", all));
    // What is wrong with a row that is sent is a problem of the address: here it has its row.
    List<Problem> unknown = variables.get().resolve(rows.itemsProperty().get(), ROWS).found();
    List<Problem> _ = rows.showProblems(i -> ROWS + "[" + i + "]", unknown);
    return shown;
  }
}
