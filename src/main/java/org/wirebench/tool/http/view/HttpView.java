package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.AddressRow;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.FailureBanner;
import org.wirebench.fx.KeptDivider;
import org.wirebench.fx.LabTarget;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.VariableTips;
import org.wirebench.tool.http.HttpTool;

/** One tab of the HTTP tool. */
final class HttpView implements ToolView {
  private static final Messages TEXT = Messages.of(HttpView.class);
  private static final double REQUEST_SHARE = 0.4;

  /** Lines of code are longer than those of a form. */
  private static final double CODE_SHARE = 0.6;

  private final ToolContext context;
  private final HttpTool tool;
  private final HttpViewModel model;
  private final LabTarget labTarget;
  private final HttpRemedies remedies;
  private final CurlPaste curl;
  private final HttpAddress address;
  private final AddressRow row;
  private final FailureBanner banner = new FailureBanner();
  private final RequestPane request;
  private final ResponsePane response;
  private final LoadViewModel load;
  private final LoadPane loadPane;
  private final EmptyState empty;
  private final StackPane result;
  private final KeptDivider divider;
  private final ObservableValue<Object> edits;
  private final VBox root = new VBox();

  HttpView(HttpTool tool, ToolContext context, Entry initial, List<Action> tries) {
    this.context = context;
    this.tool = tool;
    this.model = new HttpViewModel(context.jobs(), tool.service(), initial, context.variables());
    this.labTarget = new LabTarget(context, new HttpLabForm(model));
    this.remedies = new HttpRemedies(model, labTarget, this::send);
    this.curl = new CurlPaste(model.form());
    this.address = new HttpAddress(model, context, curl);
    this.row = addressRow();
    this.request = new RequestPane(context.jobs(), model, tool.writers(), context.settings());
    this.response = new ResponsePane(context, model);
    this.load =
        new LoadViewModel(context.jobs(), tool.service(), model::request, model.blockedProperty());
    this.loadPane = new LoadPane(context.jobs(), context.notices(), load);
    this.empty = emptyState(tries);
    this.result = new StackPane(empty);
    result.setMinWidth(0);
    SplitPane split = new SplitPane(request, result);
    divider = new KeptDivider(split, REQUEST_SHARE);
    divider.asideWhile(request.codeShownProperty(), CODE_SHARE);
    SplitPane.setResizableWithParent(request, false);
    VBox below = new VBox(address.problem(), curl, banner);
    below.getStyleClass().add("below-address");
    VBox.setVgrow(split, Priority.ALWAYS);
    root.getStyleClass().add("tool-view");
    root.getStylesheets()
        .add(Objects.requireNonNull(HttpView.class.getResource("http.css")).toExternalForm());
    root.getChildren().addAll(row, below, split);
    root.setMinSize(0, 0);
    VariableTips.install(root, context.variables());
    this.edits =
        Bindings.createObjectBinding(
            Object::new,
            model.form().treeProperty(),
            request.params().rowsProperty(),
            divider.positionProperty());
    listen();
  }

  private EmptyState emptyState(List<Action> tries) {
    EmptyState empty =
        new EmptyState(Feather.GLOBE, TEXT.get("empty"), tries.toArray(new Action[0]));
    empty.showRecent(context.recent().of(tool.id()), context.openTab());
    return empty;
  }

  private AddressRow addressRow() {
    AddressRow made = new AddressRow(context.jobs(), address.controls());
    made.primaryTextProperty().set(TEXT.get("send"));
    made.cancelTextProperty().set(TEXT.get("stop"));
    made.blockedProperty().bind(model.blockedProperty());
    made.busyProperty().bind(model.runningProperty());
    made.setOnPrimary(this::send);
    made.setOnCancel(model::stop);
    made.setStep(model::step);
    return made;
  }

  private void send() {
    labTarget.look();
    // A server of the lab listens elsewhere the next time, and somebody else may have its port.
    if (!labTarget.isMeant()) {
      remember(model.entry());
    }
    model.send();
  }

  private void remember(Entry now) {
    context
        .recent()
        .used(now.named(model.titleProperty().get()).with(tool.withoutSecrets(now.request())));
  }

  private void listen() {
    model.form().treeProperty().addListener((_, _, _) -> edited());
    // A variable may stand for something else, and nothing was typed.
    model.problems().addListener((Observable _) -> edited());
    model.failureProperty().addListener((_, _, now) -> showFailure(now));
    model.setOnNews(this::news);
    request.loadShownProperty().addListener((_, _, _) -> showResult());
    edited();
  }

  private void edited() {
    request.showProblems();
    address.edited();
  }

  private void news() {
    showResult();
    response.refresh();
  }

  /** What a plan of a load run brings stands beside it. */
  private void showResult() {
    Node answer = model.runProperty().get() == null ? empty : response;
    Node now = request.loadShownProperty().get() ? loadPane : answer;
    if (result.getChildren().getFirst() != now) {
      result.getChildren().setAll(now);
    }
  }

  private void showFailure(@Nullable Failure failure) {
    if (failure == null) {
      banner.hide();
      return;
    }
    // What was wrong with an older run is not mended in the form of the next.
    banner.show(failure, model.isLastShown() ? remedies.of(failure) : new Action[0]);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public ObservableStringValue title() {
    return model.titleProperty();
  }

  @Override
  public ObservableBooleanValue busy() {
    return model.runningProperty();
  }

  @Override
  public Observable edits() {
    return edits;
  }

  @Override
  public Map<String, String> draft() {
    Map<String, String> draft = new LinkedHashMap<>(divider.draft());
    draft.putAll(request.params().draft());
    draft.putAll(labTarget.draft());
    return draft;
  }

  @Override
  public void restoreDraft(Map<String, String> draft) {
    divider.restore(draft);
    request.params().restore(draft);
    labTarget.restore(draft);
  }

  @Override
  public Entry entry() {
    return model.entry();
  }

  @Override
  public List<Action> actions() {
    List<Action> actions = new ArrayList<>(response.actions());
    actions.addAll(request.actions());
    actions.addAll(loadPane.actions());
    return actions;
  }

  @Override
  public void focus() {
    address.focus();
  }

  @Override
  public void primary() {
    row.primary();
  }

  @Override
  public void cancel() {
    row.cancel();
  }

  @Override
  public void close() {
    load.close();
    response.close();
    model.close();
  }

  /** For the tour. */
  HttpViewModel model() {
    return model;
  }

  /** For the tour. */
  RequestPane request() {
    return request;
  }

  /** For the tour. */
  ResponsePane response() {
    return response;
  }

  /** For the tour. */
  LoadViewModel load() {
    return load;
  }

  /** For the tour: true when the answer is shown. */
  BooleanSupplier answered() {
    return () -> model.runProperty().get() != null && !model.runningProperty().get();
  }
}
