package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Completion;
import org.wirebench.fx.Completion.Suggestion;
import org.wirebench.fx.Describe;
import org.wirebench.fx.EvenRow;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormFields;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Problems;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.http.lab.Fault;
import org.wirebench.tool.http.lab.MockRoute;

/** The details of the chosen mock route. */
final class MockForm extends ScrollPane {
  private static final Messages TEXT = Messages.of(MockForm.class);

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final MockViewModel model;

  /** One form for all routes, so that a choice is quick and the focus stays in its field. */
  private final FormModel form = new FormModel(Tree.Fields.NONE);

  private final StringProperty rest = new SimpleStringProperty(this, "rest", "");
  private final Problems problems = new Problems(rest);
  private final FormFields fields = new FormFields(form, problems);
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final ProblemLabel narrowReason = new ProblemLabel();
  private final Label remark = new Label("", Describe.icon(Feather.INFO));
  private final FormField<TextField> path;
  private final HeadersForm headers;

  MockForm(MockViewModel model) {
    this.model = model;
    getStyleClass().add("mock-form");
    setFitToWidth(true);
    setFitToHeight(true);
    path = fields.text("path", TEXT.get("mocks.path"), TEXT.get("mocks.path.help"), "/users/{id}");
    path.control().getStyleClass().add("mono");
    path.control().setId("mock-path");
    headers = new HeadersForm(form, TEXT.get("mocks.headers.about"), KnownHeader::isAnswered);
    headers.getStyleClass().add("mock-headers");
    MockBody body = new MockBody(form);
    problems.field("request.body", body.problemProperty());
    prepareRemark();
    EvenRow below = new EvenRow(body, headers).filling();
    VBox.setVgrow(below, Priority.ALWAYS);
    VBox content = FormParts.column(first(), narrowReason, remark, below, rest());
    content.getStyleClass().add("setup-content");
    setContent(content);
    form.treeProperty().addListener((_, _, now) -> typed(now));
    model.chosenProperty().subscribe(this::load);
  }

  /** It is no fault: the route is kept and answers once the other is gone. */
  private void prepareRemark() {
    remark.setId("mock-remark");
    remark.getStyleClass().add("secondary");
    remark.getGraphic().getStyleClass().add("remark-mark");
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
    remark.managedProperty().bind(remark.visibleProperty());
    remark.textProperty().bind(model.chosenProperty().flatMap(MockLine::remarkProperty).orElse(""));
  }

  private WrapRow first() {
    HBox.setHgrow(path, Priority.ALWAYS);
    path.getStyleClass().add("mock-path");
    FormField<TextField> status =
        narrow("status", TEXT.get("mocks.status"), TEXT.get("mocks.status.help"), "200");
    Completion.install(status.control(), MockForm::statuses);
    FormField<TextField> delay =
        narrow(
            "delay",
            TEXT.get("mocks.delay"),
            TEXT.get("mocks.delay.help"),
            TEXT.get("mocks.delay.prompt"));
    FormField<?> fault =
        fields.choice(
            "fault",
            Fault.class,
            Fault.NONE,
            TEXT.get("mocks.fault"),
            TEXT.get("mocks.fault.help"),
            TEXT::get);
    return new WrapRow(method(), path, status, delay, fault).atTop();
  }

  private FormField<TextField> narrow(String name, String label, String help, String prompt) {
    FormField<TextField> field =
        new FormField<>(label, help, FormControls.text(form.text(name), prompt));
    field.getStyleClass().add("mock-short");
    field.control().setId("mock-" + name);
    below(name, label, field.control());
    return field;
  }

  private FormField<ComboBox<String>> method() {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(HttpAddress.METHODS);
    box.getItems().add(MockRoute.ANY);
    box.setEditable(true);
    box.getStyleClass().add("http-method");
    box.setPromptText("GET");
    box.getEditor().textProperty().bindBidirectional(form.text("method"));
    String label = TEXT.get("mocks.method");
    below("method", label, box);
    return new FormField<>(label, TEXT.get("mocks.method.help"), box);
  }

  /** In a narrow field the reason would be high: it stands below the row. */
  private void below(String name, String label, Control field) {
    StringProperty reason = new SimpleStringProperty(this, name, "");
    problems.field("request." + name, reason);
    reason.addListener(
        (_, _, now) -> {
          field.pseudoClassStateChanged(DANGER, !now.isEmpty());
          reasons.put(label, now);
          narrowReason.show(
              reasons.entrySet().stream()
                  .filter(one -> !one.getValue().isEmpty())
                  .map(one -> TEXT.get("mocks.reason", one.getKey(), one.getValue()))
                  .collect(Collectors.joining("\n")));
        });
  }

  private static Stream<Suggestion> statuses() {
    return Arrays.stream(KnownStatus.values())
        .filter(status -> status.code() >= MockRoute.LOWEST)
        .map(status -> Suggestion.of(Integer.toString(status.code()), status.meaning()));
  }

  private ProblemLabel rest() {
    ProblemLabel label = new ProblemLabel();
    rest.subscribe(label::show);
    return label;
  }

  private void load(@Nullable MockLine line) {
    form.load(line == null ? Tree.Fields.NONE : line.typed());
    showProblems();
  }

  private void typed(Tree.Fields now) {
    MockLine line = model.chosenProperty().get();
    if (line != null && !line.typed().equals(now)) {
      line.type(now);
    }
    showProblems();
  }

  private void showProblems() {
    MockLine line = model.chosenProperty().get();
    List<Problem> left = new ArrayList<>(line == null ? List.of() : line.problems());
    left.removeAll(headers.showProblems(left));
    problems.show(left);
  }

  /** Puts the focus on the path, to be typed over. */
  void typePath() {
    path.control().requestFocus();
    path.control().selectAll();
  }
}
