package org.wirebench.tool.http.view;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.lab.MockRoute;
import org.wirebench.tool.http.lab.MockRoutes;

/** One route as it is typed, and what of it answers: it, or what it was while it was right. */
final class MockLine {
  private static final String OFF = "off";

  private final ReadOnlyObjectWrapper<Tree.Fields> typed;
  private final LongProperty calls = new SimpleLongProperty(this, "calls");
  private final StringProperty remark = new SimpleStringProperty(this, "remark", "");
  private List<Problem> problems = List.of();
  private @Nullable MockRoute right;

  MockLine(Tree.Fields initial) {
    typed = new ReadOnlyObjectWrapper<>(this, "typed", Tree.Fields.NONE);
    type(initial);
  }

  /** What is typed. */
  Tree.Fields typed() {
    return typed.get();
  }

  ReadOnlyObjectProperty<Tree.Fields> typedProperty() {
    return typed.getReadOnlyProperty();
  }

  /** Takes what is typed now. */
  void type(Tree.Fields now) {
    switch (MockRoutes.bindOne(now, "request")) {
      case Bound.Ok<MockRoute>(MockRoute route) -> {
        right = route;
        problems = List.of();
      }
      case Bound.Bad<MockRoute>(List<Problem> found) -> problems = found;
    }
    typed.set(now.plain());
  }

  /** What is wrong with it; paths begin with request. */
  List<Problem> problems() {
    return problems;
  }

  boolean isWrong() {
    return !problems.isEmpty();
  }

  /** Whether it is kept, but answers nothing. */
  boolean isOff() {
    return text(OFF).equals("true");
  }

  void switchOff(boolean now) {
    type(now ? typed().with(OFF, "true") : typed().without(OFF));
  }

  /** What answers, unless it is switched off; nothing where it was never right. */
  Optional<MockRoute> route() {
    return Optional.ofNullable(right).map(route -> route.withOff(isOff()));
  }

  String method() {
    String method = text("method");
    return method.isBlank() ? "GET" : method;
  }

  String path() {
    return text("path");
  }

  String status() {
    String status = text("status");
    return status.isBlank() ? "200" : status;
  }

  private String text(String field) {
    return typed().text(field).orElse("").strip();
  }

  /** How many calls it has answered. */
  LongProperty callsProperty() {
    return calls;
  }

  /** Why it never has its turn, though it is well; empty where it may have one. */
  StringProperty remarkProperty() {
    return remark;
  }

  /** All that its row shows. */
  Observable[] shown() {
    return new Observable[] {typed, calls, remark};
  }
}
