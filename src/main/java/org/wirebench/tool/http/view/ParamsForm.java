package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.Draft;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.Problems;
import org.wirebench.tool.http.request.UrlText;

/**
 * The parameters of the address as a table, and the variables of its path. Those that are sent
 * stand in the address; those that are left out for once stand in a list of their own.
 */
final class ParamsForm extends VBox implements Draft {
  private static final Messages TEXT = Messages.of(ParamsForm.class);
  private static final String PARAMS = "params";
  private static final String ROWS = "rows";
  private static final Tree.Fields BLANK = Tree.Fields.NONE.with("name", "").with("value", "");

  private final FormModel form;
  private final Supplier<Variables> variables;
  private final ListEditor rows = new ListEditor(TEXT.get("params.add"), BLANK, RowFields::of);
  private final FieldMarks marks = new FieldMarks();
  private final VBox path = FormParts.column();
  private final Label pathAbout = FormParts.about(TEXT.get("path.about"));
  private Set<String> shownPath = Set.of();
  private boolean writing;

  /**
   * @param variables what names stand for now
   */
  ParamsForm(FormModel form, Supplier<Variables> variables) {
    this.form = form;
    this.variables = variables;
    getStyleClass().add("setup-column");
    getChildren()
        .addAll(FormParts.about(TEXT.get("params.about")), rows, pathAbout, path, marks.reason());
    rows.itemsProperty().set(typed(List.of()));
    rows.itemsProperty().addListener((_, _, now) -> write(now));
    form.treeProperty().addListener((_, _, _) -> show());
    show();
  }

  private UrlText url() {
    return UrlText.of(form.text("url").get());
  }

  /** The rows as the form says them; those that are left out keep the places they have. */
  private Tree.Items typed(List<Integer> places) {
    return ParamRows.joined(url().parameters(), form.items(PARAMS), places);
  }

  private void write(Tree.Items now) {
    if (isSaid(now)) {
      return;
    }
    // In between, a row that was switched stands in both lists, or in none.
    writing = true;
    try {
      form.set(PARAMS, ParamRows.leftOut(now));
      form.text("url").set(url().withParameters(ParamRows.sent(now)).toString());
    } finally {
      writing = false;
    }
    show();
  }

  /** Whether the form says the same, wherever those that are left out stand among the others. */
  private boolean isSaid(Tree.Items now) {
    return ParamRows.sent(now).equals(url().parameters())
        && ParamRows.read(ParamRows.leftOut(now)).equals(ParamRows.read(form.items(PARAMS)));
  }

  /** What stands where is said by nothing else. */
  @Override
  public List<Observable> changes() {
    return List.of(rows.itemsProperty());
  }

  /** Where the rows that are left out stand, for the next start. */
  @Override
  public Map<String, String> draft() {
    String places = ParamRows.written(ParamRows.places(rows.itemsProperty().get()));
    return places.isEmpty() ? Map.of() : Map.of(PARAMS, places);
  }

  @Override
  public void restore(Map<String, String> draft) {
    List<Integer> places = ParamRows.placesIn(draft.getOrDefault(PARAMS, ""));
    if (!places.isEmpty()) {
      rows.itemsProperty().set(typed(places));
    }
  }

  private void show() {
    if (writing) {
      return;
    }
    Tree.Items shown = rows.itemsProperty().get();
    if (!isSaid(shown)) {
      rows.itemsProperty().set(typed(ParamRows.places(shown)));
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
