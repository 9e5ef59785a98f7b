package org.wirebench.tool.http.view;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Completion;
import org.wirebench.fx.Completion.Suggestion;
import org.wirebench.fx.Describe;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Problems;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.frame.ToolAddress;
import org.wirebench.tool.http.request.HttpRequest;

/** The method and the address, with what is wrong with them. */
final class HttpAddress implements ToolAddress {
  private static final Messages TEXT = Messages.of(HttpAddress.class);
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
  private static final double LEAST = 160;

  /** Those that are offered. */
  static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY", "TRACE");

  private final HttpViewModel model;
  private final ComboBox<String> method = new ComboBox<>();
  private final UrlField url;
  private final ProblemLabel problem = new ProblemLabel();

  HttpAddress(HttpViewModel model, ToolContext context, CurlPaste curl) {
    this.model = model;
    this.url = new UrlField(curl::take);
    method.getItems().setAll(METHODS);
    method.setEditable(true);
    method.getStyleClass().add("http-method");
    method.setMinWidth(ComboBox.USE_PREF_SIZE);
    Describe.control(method, TEXT.get("method.help"));
    TextField typed = method.getEditor();
    typed.setText(model.typed().method());
    typed.setPromptText("GET");
    typed.setAccessibleText(TEXT.get("method.help"));
    typed.textProperty().addListener((_, _, now) -> methodTyped(now));
    model.form().text("method").addListener((_, _, _) -> showMethod());
    url.textProperty().bindBidirectional(model.form().text("url"));
    url.getStyleClass().add("mono");
    url.setPromptText("https://example.org/path");
    url.setMinWidth(LEAST);
    Describe.control(url, TEXT.get("url.help"));
    HBox.setHgrow(url, Priority.ALWAYS);
    Completion.install(url, () -> known(context), context.variables()::getValue);
  }

  private void methodTyped(String now) {
    String word = now.strip();
    model.form().text("method").set(word.equals("GET") ? "" : word);
  }

  private void showMethod() {
    TextField typed = method.getEditor();
    if (!typed.getText().strip().equals(model.form().text("method").get())
        && !(typed.getText().isBlank() || typed.isFocused())) {
      typed.setText(model.typed().method());
    }
  }

  private static Stream<Suggestion> known(ToolContext context) {
    Stream<Suggestion> used =
        context.recent().of(HttpRequest.TOOL).stream()
            .map(Entry::request)
            .flatMap(request -> request.text("url").stream())
            .map(address -> Suggestion.of(address, ""));
    Stream<Suggestion> running =
        context.lab().status().stream()
            .filter(status -> status.server().tool().equals(HttpRequest.TOOL))
            .flatMap(
                status ->
                    status.request().flatMap(request -> request.text("url")).stream()
                        .map(address -> Suggestion.of(address, status.server().title())));
    return Stream.concat(used, running);
  }

  @Override
  public Node[] controls() {
    return new Node[] {method, url};
  }

  @Override
  public Node problem() {
    return problem;
  }

  @Override
  public void focus() {
    url.requestFocus();
    url.end();
  }

  @Override
  public void edited() {
    boolean typed = !url.getText().isBlank();
    List<Problem> wrong =
        model.problems().stream()
            .filter(one -> typed && HttpTyped.ADDRESS.contains(one.path()))
            .toList();
    boolean curl = url.isCurl();
    String reason = wrong.isEmpty() ? "" : wrong.getFirst().message();
    problem.show(curl ? TEXT.get("curl.enter") : reason);
    url.pseudoClassStateChanged(DANGER, !curl && !Problems.below("request.url", wrong).isEmpty());
    method.pseudoClassStateChanged(DANGER, !Problems.below("request.method", wrong).isEmpty());
  }

  @Override
  public String name(Tree.Fields request) {
    return model.titleProperty().get();
  }
}
