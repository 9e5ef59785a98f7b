package org.wirebench.fx;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/**
 * What is typed in one tab, and the request it makes, or what is wrong with it. Both are looked at
 * again with each edit, and when a variable stands for something else. FX thread only.
 *
 * @param <R> the request
 */
public final class TypedForm<R> {
  private static final Messages TEXT = Messages.of(TypedForm.class);

  private final Entry initial;
  private final FormModel form;
  private final ObservableValue<Variables> variables;
  private final Reading<R> reading;
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper(this, "blocked", "");
  private final ReadOnlyObjectWrapper<@Nullable R> request =
      new ReadOnlyObjectWrapper<>(this, "request");
  private final Subscription subscription;

  /**
   * How a tool reads its form.
   *
   * @param <R> the request
   */
  public interface Reading<R> {
    /** What of the form means anything, as it is typed. */
    default Tree.Fields relevant(Tree.Fields typed) {
      return typed;
    }

    /** The request, whose variables are resolved. */
    Bound<R> bind(Tree.Fields resolved);

    /** What is wrong with the fields at these paths is said where the reasons are said. */
    List<String> address();

    /** What the field at {@code path} is called on the screen. */
    String name(String path);
  }

  /**
   * @param initial what the form was filled with
   * @param variables what names stand for, as it changes
   */
  public TypedForm(
      Entry initial, FormModel form, ObservableValue<Variables> variables, Reading<R> reading) {
    this.initial = initial;
    this.form = form;
    this.variables = variables;
    this.reading = reading;
    form.treeProperty().addListener((_, _, _) -> read());
    subscription = variables.subscribe((_, _) -> read());
    read();
  }

  /** What is typed. */
  public FormModel form() {
    return form;
  }

  /** What names stand for now. */
  public Variables variables() {
    return variables.getValue();
  }

  /** What is wrong with what is typed. */
  public ObservableList<Problem> problems() {
    return problems;
  }

  /** What is wrong first of all; empty when all is well. */
  public ReadOnlyStringProperty blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  /** What is typed is a request; null while it is not. */
  public ReadOnlyObjectProperty<@Nullable R> requestProperty() {
    return request.getReadOnlyProperty();
  }

  /** What is typed now, as it is saved; called {@code title} when it has no name yet. */
  public Entry entry(String title) {
    String name = initial.name().isBlank() ? title : initial.name();
    return new Entry(
        name, initial.tool(), form.tree(), initial.expect(), initial.capture(), initial.mark());
  }

  /** Looks again at what is typed. */
  public void read() {
    Bound<Tree.Fields> resolved = variables().resolve(reading.relevant(form.tree()), "request");
    Bound<R> bound =
        switch (resolved) {
          case Bound.Ok<Tree.Fields>(Tree.Fields fields) -> reading.bind(fields);
          case Bound.Bad<Tree.Fields>(List<Problem> found) -> new Bound.Bad<>(found);
        };
    request.set(bound instanceof Bound.Ok<R>(R made) ? made : null);
    Problems.replace(problems, bound.found());
    blocked.set(bound.found().isEmpty() ? "" : blocker(bound.found().getFirst()));
  }

  /** A reason far from its field says which field it is about; that of the address is near. */
  private String blocker(Problem problem) {
    return reading.address().contains(problem.path()) ? problem.message() : said(problem);
  }

  private String said(Problem problem) {
    return TEXT.get("typed.problem", reading.name(problem.path()), problem.message());
  }

  /** What is wrong, each with the name of its field. */
  public List<String> missing() {
    return problems.stream().map(this::said).toList();
  }

  /** Listens to the variables no more. */
  public void close() {
    subscription.unsubscribe();
  }
}
