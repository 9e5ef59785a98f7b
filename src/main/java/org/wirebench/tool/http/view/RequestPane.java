package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.layout.VBox;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.fx.Action;
import org.wirebench.fx.CodePane;
import org.wirebench.fx.FormFields;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Problems;
import org.wirebench.fx.frame.FormTabs;
import org.wirebench.tool.http.request.HttpRequest;

/** The left side: all that is asked, besides the method and the address. */
final class RequestPane extends FormTabs {
  private static final Messages TEXT = Messages.of(RequestPane.class);

  private final HttpViewModel model;
  private final ProblemLabel rest = new ProblemLabel();
  private final Problems problems = new Problems(rest.textProperty());
  private final ParamsForm paramsForm;
  private final HeadersForm headersForm;
  private final BodyForm bodyForm;
  private final Tab params;
  private final Tab headers;
  private final Tab body;
  private final Tab auth;
  private final Tab options;
  private final Tab load;

  RequestPane(
      FxJobs jobs,
      HttpViewModel model,
      List<CodeWriter<HttpRequest>> writers,
      ObservableValue<Settings> settings) {
    super(new CodePane<>(jobs, writers, model.typedForm(), settings));
    this.model = model;
    FormFields fields = new FormFields(model.form(), problems);
    paramsForm = new ParamsForm(model.form(), () -> model.typedForm().variables());
    headersForm = new HeadersForm(model.form());
    bodyForm = new BodyForm(jobs, model.form(), () -> model.typedForm().variables());
    params = FormParts.page(TEXT.get("tab.params"), paramsForm);
    headers = FormParts.page(TEXT.get("tab.headers"), headersForm);
    body = FormParts.page(TEXT.get("tab.body"), bodyForm);
    auth = FormParts.page(TEXT.get("tab.auth"), new AuthForm(fields));
    options = FormParts.page(TEXT.get("tab.options"), new VBox(new HttpOptionsForm(fields), rest));
    load = FormParts.page(TEXT.get("tab.load"), new LoadForm(fields));
    setPages(params, headers, body, auth, options, load);
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

  /** Whether the plan of a load run is shown now. */
  ReadOnlyBooleanProperty loadShownProperty() {
    return load.selectedProperty();
  }

  @Override
  public List<Action> actions() {
    return List.of(copyCode());
  }

  @Override
  public void showProblems() {
    List<Problem> left = new ArrayList<>(model.problems());
    left.removeIf(problem -> HttpTyped.ADDRESS.contains(problem.path()));
    take(left, params, paramsForm.showProblems(left));
    take(left, headers, headersForm.showProblems(left));
    take(left, body, bodyForm.showProblems(left));
    problems.show(left);
    take(left, auth, Problems.below("request.auth", left));
    take(left, load, Problems.below("request.load", left));
    mark(options, !left.isEmpty(), false);
  }

  private static void take(List<Problem> left, Tab tab, List<Problem> shown) {
    mark(tab, !shown.isEmpty(), false);
    left.removeAll(shown);
  }
}
