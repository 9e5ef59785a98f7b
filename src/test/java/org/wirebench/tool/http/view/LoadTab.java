package org.wirebench.tool.http.view;

import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FormFields;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Problems;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestNetwork;
import org.wirebench.testkit.TestWindow;
import org.wirebench.testkit.Told;
import org.wirebench.tool.http.lab.HttpLab;
import org.wirebench.tool.http.lab.MockBook;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.HttpEnvironment;
import org.wirebench.tool.http.service.HttpService;
import org.wirebench.tool.http.service.auth.Browser;

/** The form of a load run and what comes of it, with the web server of the lab. */
final class LoadTab implements AfterEachCallback {
  private final TestWindow window = new TestWindow();
  private final TestNetwork network = new TestNetwork();
  private final Lab lab =
      new Lab(
          network.jobs().jobs(),
          new HttpLab(() -> Authority.create("Test lab").localServer(), new MockBook()).servers());
  private final HttpService service;
  private final Told told = new Told();
  private final FxJobs jobs = new FxJobs(network.jobs().jobs(), network.jobs().faults()::add);
  private final FormModel form = new FormModel(Tree.Fields.NONE.with("url", ""));
  private final LoadViewModel model;

  LoadTab() {
    this(Browser.none());
  }

  /**
   * @param browser where the user signs in
   */
  LoadTab(Browser browser) {
    service =
        new HttpService(
            new HttpEnvironment(
                network.network(),
                network.stores(),
                JobClock.system(),
                () -> {
                  throw new AssertionError("no server here");
                },
                () -> NetDefaults.BUILT_IN,
                browser));
    model =
        Fx.call(
            () ->
                new LoadViewModel(
                    jobs,
                    service,
                    this::request,
                    Bindings.createStringBinding(this::blocked, form.treeProperty())));
  }

  /** The address of a path of the lab. */
  String lab(String path) {
    lab.start("http.http");
    await().until(() -> lab.status("http.http").state() == Lab.State.RUNNING);
    return "http://" + lab.status("http.http").address().orElseThrow() + path;
  }

  private @Nullable HttpRequest request() {
    return HttpForm.bind(form.tree()) instanceof Bound.Ok<HttpRequest>(HttpRequest bound)
        ? bound
        : null;
  }

  private String blocked() {
    return HttpForm.bind(form.tree()).found().stream()
        .findFirst()
        .map(problem -> problem.message())
        .orElse("");
  }

  /** Types into a field of the form. */
  void type(String path, String text) {
    Fx.run(() -> form.text(path).set(text));
  }

  LoadViewModel model() {
    return model;
  }

  /** Waits until the run is over; what is shown then. */
  LoadViewModel.Shown awaitEnd() {
    Fx.until(() -> !model.runningProperty().get() && model.shownProperty().get() != null);
    LoadViewModel.Shown shown = Fx.call(() -> model.shownProperty().get());
    if (shown == null) {
      throw new AssertionError("nothing is shown");
    }
    return shown;
  }

  /** The form on the left, the run on the right; the form shows its problems. */
  private SplitPane panes() {
    ProblemLabel rest = new ProblemLabel();
    Problems problems = new Problems(rest.textProperty());
    LoadForm left = new LoadForm(new FormFields(form, problems));
    form.treeProperty().subscribe(tree -> problems.show(HttpForm.bind(tree).found()));
    TextField url = new TextField();
    url.setId("url");
    url.textProperty().bindBidirectional(form.text("url"));
    VBox padded = new VBox(url, left);
    padded.getStyleClass().add("setup-content");
    SplitPane panes = new SplitPane(padded, pane());
    panes.getStyleClass().addAll("tool-view", "shell");
    panes.setDividerPositions(0.35);
    return panes;
  }

  /** Shows both in a window. */
  void show(double width, double height) {
    window.show(Fx.call(this::panes), width, height);
  }

  TestWindow window() {
    return window;
  }

  private LoadPane pane() {
    return new LoadPane(jobs, told, model);
  }

  /** What the notices said. */
  List<String> told() {
    return told.all();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    Fx.run(model::close);
    lab.close();
    service.close();
    network.close();
    window.afterEach(context);
  }
}
