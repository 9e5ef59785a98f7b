package org.wirebench.fx.frame;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.TypedForm;

/**
 * The state of one tab, as its frame sees it: what is typed, whether it runs, why it failed. FX
 * thread only.
 *
 * @param <Q> the request
 */
public interface ToolModel<Q> {
  /** What is typed, and the request it makes. */
  TypedForm<Q> typedForm();

  /** What the tab is called: whom it is about, in a few words. */
  ObservableStringValue titleProperty();

  /** Whether something runs, which can be stopped. */
  ObservableBooleanValue runningProperty();

  /** Why the last thing that ran failed; null when it did not. */
  ReadOnlyObjectProperty<@Nullable Failure> failureProperty();

  /** Whether the run that is shown is the last one, of which the form may still speak. */
  default boolean isLastShown() {
    return true;
  }

  /** Runs the request; does nothing while one runs, or what is typed is none. */
  void start();

  /** Stops what runs. */
  void stop();

  /** What is being done now, for the address row; empty when nothing is. */
  String step();

  /** The fields, as they are typed. */
  default FormModel form() {
    return typedForm().form();
  }

  /** What is wrong with what is typed. */
  default ObservableList<Problem> problems() {
    return typedForm().problems();
  }

  /** Why it cannot be started; empty when it can. */
  default ReadOnlyStringProperty blockedProperty() {
    return typedForm().blockedProperty();
  }

  /** What is typed is a request; null while it is not. */
  default ReadOnlyObjectProperty<@Nullable Q> requestProperty() {
    return typedForm().requestProperty();
  }

  /** What is typed is a request; null while it is not. */
  default @Nullable Q request() {
    return requestProperty().get();
  }

  /** What is typed now, as it is saved. */
  default Entry entry() {
    return typedForm().entry(titleProperty().get());
  }
}
