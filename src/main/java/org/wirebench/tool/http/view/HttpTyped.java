package org.wirebench.tool.http.view;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FormModel;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.UrlText;

/** What is typed in one tab, and the request it makes, or what is wrong with it. */
final class HttpTyped {
  /** What is wrong with the address is said in its own row. */
  static final List<String> ADDRESS = List.of("request.url", "request.method");

  private static final Messages TEXT = Messages.of(HttpTyped.class);

  private final Entry initial;
  private final FormModel form;
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper(this, "blocked", "");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private @Nullable HttpRequest request;

  HttpTyped(Entry initial) {
    this.initial = initial;
    this.form = new FormModel(initial.request());
    form.treeProperty().addListener((_, _, _) -> edited());
    edited();
  }

  FormModel form() {
    return form;
  }

  /** What is wrong with what is typed. */
  ObservableList<Problem> problems() {
    return problems;
  }

  /** What is wrong first of all; empty when all is well. */
  ReadOnlyStringProperty blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  /** The method and the path, in a few words. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What is typed is a request; null while it is not. */
  @Nullable HttpRequest request() {
    return request;
  }

  /** The method as it is typed. */
  String method() {
    String typed = form.text("method").get();
    return typed.isBlank() ? "GET" : typed.strip();
  }

  /** What is typed now, as it is saved. */
  Entry entry() {
    String name = initial.name().isBlank() ? title.get() : initial.name();
    return new Entry(
        name, initial.tool(), form.tree(), initial.expect(), initial.capture(), initial.mark());
  }

  private void edited() {
    Bound<Tree.Fields> resolved = Variables.NONE.resolve(form.tree(), "request");
    Bound<HttpRequest> bound =
        switch (resolved) {
          case Bound.Ok<Tree.Fields>(Tree.Fields fields) -> HttpForm.bind(fields);
          case Bound.Bad<Tree.Fields>(List<Problem> found) -> new Bound.Bad<>(found);
        };
    request = bound instanceof Bound.Ok<HttpRequest>(HttpRequest made) ? made : null;
    problems.setAll(bound.found());
    blocked.set(bound.found().isEmpty() ? "" : said(bound.found().getFirst()));
    title.set(titleNow());
  }

  /** A reason far from its field says which field it is about; that of the address is near. */
  private static String said(Problem problem) {
    return ADDRESS.contains(problem.path())
        ? problem.message()
        : TEXT.get("blocked", HttpFieldNames.of(problem.path()), problem.message());
  }

  private String titleNow() {
    String front = UrlText.of(form.text("url").get().strip()).front();
    String target = front.replaceFirst("(?i)^https?://", "");
    int slash = target.indexOf('/');
    boolean hasPath = slash >= 0 && slash < target.length() - 1;
    // The title is saved and listed, so a login before the host is none of it.
    String host = target.replaceFirst("/$", "").replaceFirst(".*@", "");
    String shown = hasPath ? target.substring(slash) : host;
    return shown.isEmpty()
        ? TEXT.get("title.new")
        : TEXT.get("title", method().toUpperCase(Locale.ROOT), shown);
  }
}
