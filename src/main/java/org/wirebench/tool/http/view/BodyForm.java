package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
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
import org.wirebench.fx.FileButton;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.Problems;
import org.wirebench.fx.WrapRow;

/** The body: what kind it is, and what is typed for that kind. Other kinds are not forgotten. */
final class BodyForm extends VBox {
  /** The kinds of bodies, as they stand in a file. */
  enum Kind {
    NONE(""),
    JSON("json"),
    XML("xml"),
    TEXT("text"),
    FORM("form"),
    MULTIPART("multipart"),
    FILE("file"),
    GRAPHQL("graphql");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    boolean isText() {
      return this == JSON || this == XML || this == TEXT;
    }
  }

  private static final Messages TEXT = Messages.of(BodyForm.class);
  private static final String PATH = "request.body";
  private static final Tree.Fields BLANK = Tree.Fields.NONE.with("name", "").with("value", "");

  private final FxJobs jobs;
  private final FormModel form;
  private final Supplier<Variables> variables;
  private final List<BodyEditor> editors = new ArrayList<>();

  /** What stands below {@code body}, so that each kind has a form of its own. */
  private final FormModel inner = new FormModel(Tree.Fields.NONE);

  private final Map<Kind, Tree> kept = new EnumMap<>(Kind.class);
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.NONE);
  private final VBox details = FormParts.column();
  private final FieldMarks marks = new FieldMarks();
  private Function<List<Problem>, List<Problem>> shower = _ -> List.of();
  private List<Problem> problems = List.of();
  private boolean loading;

  /**
   * @param variables what names stand for now
   */
  BodyForm(FxJobs jobs, FormModel form, Supplier<Variables> variables) {
    this.jobs = jobs;
    this.form = form;
    this.variables = variables;
    getStyleClass().add("setup-column");
    ChoiceBox<Kind> choice =
        Describe.control(
            FormControls.choice(word(), List.of(Kind.values()), Kind.NONE, TEXT::get),
            TEXT.get("body.kind"));
    VBox.setVgrow(details, Priority.ALWAYS);
    getChildren().addAll(choice, details, marks.reason());
    load();
    form.treeProperty()
        .addListener(
            (_, _, _) -> {
              if (form.isLoading()) {
                load();
              }
            });
    inner.treeProperty().addListener((_, _, now) -> write(now));
    kind.addListener((_, before, now) -> changed(before, now));
    showDetails();
  }

  /** The kind as a text, for the choice. */
  private StringProperty word() {
    StringProperty word = new SimpleStringProperty(this, "word", "");
    kind.addListener((_, _, now) -> word.set(now == Kind.NONE ? "" : FormControls.word(now)));
    word.addListener(
        (_, _, now) ->
            kind.set(now.isEmpty() ? Kind.NONE : Kind.valueOf(now.toUpperCase(Locale.ROOT))));
    return word;
  }

  private Tree.Fields typed() {
    return form.get("body").orElse(Tree.Fields.NONE) instanceof Tree.Fields fields
        ? fields
        : Tree.Fields.NONE;
  }

  private void load() {
    kept.clear();
    Kind before = kind.get();
    Tree.Fields now = typed();
    boolean same = now.equals(inner.tree());
    loading = true;
    inner.load(now);
    kind.set(kindOf(now));
    loading = false;
    if (!same || kind.get() != before) {
      showDetails();
    }
  }

  private static Kind kindOf(Tree.Fields body) {
    return Stream.of(Kind.values())
        .filter(one -> body.get(one.field).isPresent())
        .findFirst()
        .orElse(Kind.NONE);
  }

  private void write(Tree.Fields now) {
    if (!loading && !now.equals(typed())) {
      form.set("body", now);
    }
  }

  /** What was typed for a kind is there again when it is chosen again. */
  private void changed(Kind before, Kind now) {
    if (loading) {
      return;
    }
    inner.get(before.field).ifPresent(tree -> kept.put(before, tree));
    Tree again = kept.get(now);
    inner.load(
        again == null || now == Kind.NONE ? empty(now) : Tree.Fields.NONE.with(now.field, again));
    showDetails();
  }

  /** A text body is one also while it is empty. */
  private static Tree.Fields empty(Kind kind) {
    return kind.isText() ? Tree.Fields.NONE.with(kind.field, "") : Tree.Fields.NONE;
  }

  private void showDetails() {
    shower = _ -> List.of();
    editors.clear();
    details.getChildren().setAll(detailsOf(kind.get()));
    List<Problem> _ = showProblems(problems);
  }

  private List<Node> detailsOf(Kind now) {
    return switch (now) {
      case NONE -> List.of(FormParts.about(TEXT.get("body.none")));
      case JSON, XML, TEXT -> List.of(text(now));
      case FORM -> List.of(FormParts.about(TEXT.get("body.form")), rows(now, RowFields::of));
      case MULTIPART ->
          List.of(FormParts.about(TEXT.get("body.multipart")), rows(now, BodyForm::part));
      case FILE -> List.of(file());
      case GRAPHQL -> graphQl();
    };
  }

  private Node text(Kind now) {
    boolean isLong = inner.get(now.field).orElse(Tree.text("")) instanceof Tree.Fields;
    StringProperty text = inner.text(isLong ? now.field + ".content" : now.field);
    BodyEditor editor = editor(text, now);
    marks.add("." + now.field, editor.area());
    VBox.setVgrow(editor, Priority.ALWAYS);
    return editor;
  }

  private BodyEditor editor(StringProperty text, Kind now) {
    BodyEditor editor = new BodyEditor(jobs, text, now);
    editors.add(editor);
    return editor;
  }

  private Node rows(Kind now, ListEditor.RowView view) {
    ListEditor editor = new ListEditor(TEXT.get("body.add"), BLANK, view);
    editor.edit(inner, now.field);
    shower = all -> editor.showProblems(i -> PATH + "." + now.field + "[" + i + "]", all);
    return editor;
  }

  private static Node part(FormModel row, FieldMarks marks) {
    TextField file =
        Describe.control(
            FormControls.text(row.text("item.file"), TEXT.get("part.file")), TEXT.get("part.file"));
    TextField type =
        Describe.control(
            FormControls.text(row.text("item.type"), TEXT.get("part.type")), TEXT.get("part.type"));
    HBox.setHgrow(file, Priority.ALWAYS);
    HBox.setHgrow(type, Priority.ALWAYS);
    marks.add(".file", file);
    marks.add(".type", type);
    return FormParts.column(
        RowFields.of(row, marks),
        new WrapRow(file, FileButton.of(TEXT.get("part.choose"), row.text("item.file")), type));
  }

  private Node file() {
    boolean isLong = inner.get("file").orElse(Tree.text("")) instanceof Tree.Fields;
    StringProperty path = inner.text(isLong ? "file.path" : "file");
    TextField field = FormControls.text(path, TEXT.get("file.none"));
    marks.add(".file", field);
    return new FormField<>(TEXT.get("file"), TEXT.get("file.help"), field)
        .with(FileButton.of(TEXT.get("file.choose"), path));
  }

  private List<Node> graphQl() {
    BodyEditor query = editor(inner.text("graphql.query"), Kind.GRAPHQL);
    BodyEditor variables = editor(inner.text("graphql.variables"), Kind.JSON);
    marks.add(".graphql.query", query.area());
    marks.add(".graphql.variables", variables.area());
    VBox.setVgrow(query, Priority.ALWAYS);
    return List.of(query, FormParts.about(TEXT.get("graphql.variables")), variables);
  }

  /** Shows what is wrong here; returns what is shown. */
  List<Problem> showProblems(List<Problem> all) {
    problems = List.copyOf(all);
    // Where a variable came to be known, something else is wrong now than before.
    editors.forEach(editor -> editor.show(variables.get()));
    List<Problem> inRows = shower.apply(all);
    List<Problem> here = Problems.below(PATH, all);
    List<Problem> rest = new ArrayList<>(here);
    rest.removeAll(inRows);
    List<Problem> _ = marks.show(PATH, rest);
    return here;
  }
}
