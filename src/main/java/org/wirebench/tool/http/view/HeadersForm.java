package org.wirebench.tool.http.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
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
  private final ListEditor rows = new ListEditor(TEXT.get("headers.add"), BLANK, HeadersForm::row);
  private final TextArea lines = new TextArea();
  private final FieldMarks marks = new FieldMarks();
  private final VBox asLines;

  HeadersForm(FormModel form) {
    this.form = form;
    getStyleClass().add("setup-column");
    ToggleButton bulk =
        new ToggleButton(TEXT.get("headers.bulk"), Describe.icon(Feather.ALIGN_LEFT));
    Describe.control(bulk, TEXT.get("headers.bulk.help"));
    bulk.getStyleClass().add("small");
    lines.getStyleClass().add("mono");
    lines.setPrefRowCount(12);
    lines.setPromptText(TEXT.get("headers.prompt"));
    Describe.control(lines, TEXT.get("headers.lines"));
    marks.add("", lines);
    asLines = FormParts.column(lines, marks.reason());
    getChildren().addAll(FormParts.about(TEXT.get("headers.about")), bulk, rows, asLines);
    rows.itemsProperty().set(typed());
    rows.itemsProperty().addListener((_, _, now) -> write(now));
    lines.textProperty().addListener((_, _, now) -> write(HeaderRows.ofLines(now)));
    form.treeProperty().addListener((_, _, _) -> show());
    bulk.selectedProperty().subscribe(this::choose);
  }

  private static Node row(FormModel row, FieldMarks marks) {
    return RowFields.of(row, marks, HeadersForm::known);
  }

  private static Stream<Suggestion> known() {
    return Arrays.stream(KnownHeader.values())
        .filter(KnownHeader::isAsked)
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

  private void show() {
    Tree.Items now = typed();
    if (!now.equals(rows.itemsProperty().get())) {
      rows.itemsProperty().set(now);
    }
    if (!now.equals(HeaderRows.ofLines(lines.getText()))) {
      lines.setText(HeaderRows.lines(now));
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
