package org.wirebench.tool.http.view;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Completion.Suggestion;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.Problems;

/** The headers, as rows or as lines of text. */
final class HeadersForm extends VBox {
  private static final Messages TEXT = Messages.of(HeadersForm.class);
  private static final String PATH = "request.headers";
  private static final Tree.Fields BLANK = Tree.Fields.NONE.with("name", "").with("value", "");

  private final FormModel form;
  private final ListEditor rows;
  private final ToggleButton bulk =
      new ToggleButton(TEXT.get("headers.bulk"), Describe.icon(Feather.ALIGN_LEFT));
  private final TextArea lines = new TextArea();
  private final FieldMarks marks = new FieldMarks();
  private final VBox asLines;
  private boolean showing;

  /** Those of a request. */
  HeadersForm(FormModel form) {
    this(form, TEXT.get("headers.about"), KnownHeader::isAsked);
  }

  /**
   * @param about what is said above them
   * @param known which headers are offered
   */
  HeadersForm(FormModel form, String about, Predicate<KnownHeader> known) {
    this.form = form;
    this.rows =
        new ListEditor(
            TEXT.get("headers.add"),
            BLANK,
            (row, rowMarks) -> RowFields.of(row, rowMarks, () -> suggestions(known)));
    getStyleClass().add("setup-column");
    Describe.control(bulk, TEXT.get("headers.bulk.help"));
    bulk.getStyleClass().add("small");
    lines.getStyleClass().add("mono");
    lines.setPrefRowCount(12);
    lines.setPromptText(TEXT.get("headers.prompt"));
    Describe.control(lines, TEXT.get("headers.lines"));
    marks.add("", lines);
    asLines = FormParts.column(lines, marks.reason());
    getChildren().addAll(FormParts.about(about), bulk, rows, asLines);
    rows.itemsProperty().set(typed());
    rows.itemsProperty().addListener((_, _, now) -> write(now));
    lines.textProperty().addListener((_, _, now) -> linesTyped(now));
    form.treeProperty().addListener((_, _, _) -> show());
    bulk.selectedProperty().subscribe(this::choose);
  }

  private static Stream<Suggestion> suggestions(Predicate<KnownHeader> known) {
    return Arrays.stream(KnownHeader.values())
        .filter(known)
        .map(header -> Suggestion.of(header.fieldName(), header.meaning()));
  }

  private Tree.Items typed() {
    return HeaderRows.rows(form.items("headers"));
  }

  private void write(Tree.Items now) {
    if (!now.equals(typed())) {
      form.set("headers", HeaderRows.kept(now));
    }
  }

  /** Lines cannot say all that rows can: where those are typed, they are not made of these. */
  private void linesTyped(String now) {
    if (bulk.isSelected() && !showing) {
      write(HeaderRows.ofLines(now));
    }
  }

  private void show() {
    Tree.Items now = typed();
    if (!now.equals(rows.itemsProperty().get())) {
      rows.itemsProperty().set(now);
    }
    if (!now.equals(HeaderRows.ofLines(lines.getText()))) {
      showing = true;
      lines.setText(HeaderRows.lines(now));
      showing = false;
    }
  }

  private void choose(boolean text) {
    show();
    FormParts.show(rows, !text);
    FormParts.show(asLines, text);
  }

  /** Shows what is wrong here; returns what is shown. */
  List<Problem> showProblems(List<Problem> all) {
    List<Problem> _ = marks.show(PATH, all);
    rows.showProblems(i -> PATH + "[" + i + "]", all);
    return Problems.below(PATH, all);
  }
}
