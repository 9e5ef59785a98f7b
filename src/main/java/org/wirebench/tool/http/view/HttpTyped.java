package org.wirebench.tool.http.view;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.TypedForm;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.UrlText;

/** What is typed in one tab, and what it is called. */
final class HttpTyped {
  /** What is wrong with the address is said in its own row. */
  static final List<String> ADDRESS = List.of("request.url", "request.method");

  private static final Messages TEXT = Messages.of(HttpTyped.class);

  private final FormModel form;
  private final TypedForm<HttpRequest> typed;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

  HttpTyped(Entry initial, ObservableValue<Variables> variables) {
    form = new FormModel(initial.request());
    typed = new TypedForm<>(initial, form, variables, new Reading());
    typed.requestProperty().subscribe(_ -> title.set(titleNow()));
    form.treeProperty().subscribe(_ -> title.set(titleNow()));
  }

  private static final class Reading implements TypedForm.Reading<HttpRequest> {
    @Override
    public Bound<HttpRequest> bind(Tree.Fields resolved) {
      return HttpForm.bind(resolved);
    }

    @Override
    public List<String> address() {
      return ADDRESS;
    }

    @Override
    public String name(String path) {
      return HttpNames.of(path);
    }
  }

  TypedForm<HttpRequest> form() {
    return typed;
  }

  /** The method and the path, in a few words. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** The method as it is typed. */
  String method() {
    String word = form.text("method").get();
    return word.isBlank() ? "GET" : word.strip();
  }

  private String titleNow() {
    String address = typed.variables().known(form.text("url").get().strip());
    String target = UrlText.of(address).front().replaceFirst("(?i)^https?://", "");
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
