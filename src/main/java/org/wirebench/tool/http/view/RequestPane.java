package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.fx.Action;
import org.wirebench.fx.CodePane;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormFields;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Problems;
import org.wirebench.fx.Tip;
import org.wirebench.tool.http.request.HttpRequest;

/** The left side: all that is asked, besides the method and the address. */
final class RequestPane extends TabPane {
  private static final Messages TEXT = Messages.of(RequestPane.class);

  private final HttpViewModel model;
  private final ProblemLabel rest = new ProblemLabel();
  private final Problems problems = new Problems(rest.textProperty());
  private final ParamsForm paramsForm;
  private final HeadersForm headersForm;
  private final BodyForm bodyForm;
  private final CodePane<HttpRequest> codePane;
  private final Tab params;
  private final Tab headers;
  private final Tab body;
  private final Tab auth;
  private final Tab options;
  private final Tab load;
  private final Tab code;

  RequestPane(
      FxJobs jobs,
      HttpViewModel model,
      List<CodeWriter<HttpRequest>> writers,
      ObservableValue<Settings> settings) {
    this.model = model;
    getStyleClass().addAll("dense", "setup-pane");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    FormFields fields = new FormFields(model.form(), problems);
    paramsForm = new ParamsForm(model.form(), () -> model.typed().form().variables());
    headersForm = new HeadersForm(model.form());
    bodyForm = new BodyForm(model.form(), () -> model.typed().form().variables());
    codePane = new CodePane<>(jobs, writers, model.typed().form(), settings);
    params = FormParts.page(TEXT.get("tab.params"), paramsForm);
    headers = FormParts.page(TEXT.get("tab.headers"), headersForm);
    body = FormParts.page(TEXT.get("tab.body"), bodyForm);
    auth = FormParts.page(TEXT.get("tab.auth"), new AuthForm(fields));
    options = FormParts.page(TEXT.get("tab.options"), new VBox(new HttpOptionsForm(fields), rest));
    load = FormParts.page(TEXT.get("tab.load"), new LoadForm(fields));
    code = new Tab(TEXT.get("tab.code"), codePane);
    getTabs().setAll(params, headers, body, auth, options, load, code);
    begin();
    showProblems();
  }

  /** What was saved is shown where it is. */
  private void begin() {
    if (model.form().get("body").isPresent()) {
      getSelectionModel().select(body);
    }
  }

  ParamsForm params() {
    return paramsForm;
  }

  /** Whether the form is shown as code now. */
  ReadOnlyBooleanProperty codeShownProperty() {
    return code.selectedProperty();
  }

  /** Whether the plan of a load run is shown now. */
  ReadOnlyBooleanProperty loadShownProperty() {
    return load.selectedProperty();
  }

  List<Action> actions() {
    return List.of(codePane.copy());
  }

  /** Shows one of the tabs: the first whose title this is. */
  void show(String title) {
    FormParts.select(this, title);
  }

  /** Shows what is wrong at the fields, and which tabs they are in. */
  void showProblems() {
    List<Problem> left = new ArrayList<>(model.problems());
    left.removeIf(problem -> HttpTyped.ADDRESS.contains(problem.path()));
    take(left, params, paramsForm.showProblems(left));
    take(left, headers, headersForm.showProblems(left));
    take(left, body, bodyForm.showProblems(left));
    problems.show(left);
    take(left, auth, Problems.below("request.auth", left));
    take(left, load, Problems.below("request.load", left));
    mark(options, !left.isEmpty());
  }

  private static void take(List<Problem> left, Tab tab, List<Problem> shown) {
    mark(tab, !shown.isEmpty());
    left.removeAll(shown);
  }

  private static void mark(Tab tab, boolean wrong) {
    if (wrong != (tab.getGraphic() != null)) {
      tab.setGraphic(wrong ? problemMark() : null);
      tab.setTooltip(wrong ? new Tip(TEXT.get("tab.wrong")) : null);
    }
  }

  private static Node problemMark() {
    Node mark = Describe.icon(Feather.ALERT_CIRCLE);
    mark.getStyleClass().add("problem-mark");
    return mark;
  }
}
