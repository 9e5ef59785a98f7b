package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.frame.FramedView;
import org.wirebench.fx.frame.ToolFrame;
import org.wirebench.tool.http.HttpTool;
import org.wirebench.tool.http.service.HttpRun;

/** One tab of the HTTP tool. */
final class HttpView implements FramedView {
  private static final Messages TEXT = Messages.of(HttpView.class);
  private static final double REQUEST_SHARE = 0.4;

  private final HttpViewModel model;
  private final ToolFrame frame;
  private final RequestPane request;
  private final ResponsePane response;
  private final LoadViewModel load;
  private final LoadPane loadPane;
  private final EmptyState empty;
  private final EmptyState signIn;
  private final EmptyState otherSignIn;
  private final StackPane result;

  /**
   * @param empty stands where the answer comes until one came
   */
  HttpView(HttpTool tool, ToolContext context, Entry initial, EmptyState empty) {
    this.model = new HttpViewModel(context.jobs(), tool.service(), initial, context.variables());
    CurlPaste curl = new CurlPaste(model.form());
    HttpAddress address = new HttpAddress(model, context, curl);
    this.frame = new ToolFrame(context, tool, model, address, new HttpLabForm(model.form()));
    frame.row().primaryTextProperty().set(TEXT.get("send"));
    frame.row().cancelTextProperty().set(TEXT.get("stop"));
    frame.setAgain(TEXT.get("retry"));
    frame.setStepsElsewhere();
    frame.style(HttpView.class, "http.css");
    this.request = new RequestPane(context.jobs(), model, tool.writers(), context.settings());
    this.response = new ResponsePane(context, model);
    this.load =
        new LoadViewModel(context.jobs(), tool.service(), model::request, model.blockedProperty());
    this.loadPane = new LoadPane(context.jobs(), context.notices(), load);
    this.empty = empty;
    this.signIn = waiting(TEXT.get("wait.user"));
    this.otherSignIn = waiting(TEXT.get("wait.other"));
    this.result = new StackPane(empty);
    frame.fill(List.of(curl, frame.banner()), request, result, REQUEST_SHARE, request.params());
    model.setOnNews(this::news);
    request.loadShownProperty().addListener((_, _, _) -> showResult());
  }

  private EmptyState waiting(String sentence) {
    Action stop = Action.of(TEXT.get("stop"), Feather.SQUARE, model::stop);
    return new EmptyState(Feather.LOG_IN, sentence, stop);
  }

  private void news() {
    showResult();
    response.refresh();
  }

  /** What a plan of a load run brings stands beside it. */
  private void showResult() {
    Node now = request.loadShownProperty().get() ? loadPane : answer();
    if (result.getChildren().getFirst() != now) {
      result.getChildren().setAll(now);
    }
  }

  /** What came before is not the answer to what waits. */
  private Node answer() {
    HttpRun run = model.runProperty().get();
    if (run == null) {
      return empty;
    }
    return switch (run.waiting()) {
      case NOBODY -> response;
      case USER -> signIn;
      case OTHER_RUN -> otherSignIn;
    };
  }

  @Override
  public ToolFrame frame() {
    return frame;
  }

  @Override
  public List<Action> actions() {
    List<Action> actions = new ArrayList<>(response.actions());
    actions.addAll(request.actions());
    actions.addAll(loadPane.actions());
    return actions;
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
