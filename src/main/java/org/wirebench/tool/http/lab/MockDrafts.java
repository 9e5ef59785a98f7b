package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Tree;

/**
 * The routes of the user as they are typed, right or wrong, so that none is lost that is not right
 * yet; what of them answers stands in the {@link MockBook}. Safe for use by any thread.
 */
public final class MockDrafts {
  private final MockBook book;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Tree.Items typed = Tree.Items.NONE;

  /**
   * @param book answers by them
   */
  public MockDrafts(MockBook book) {
    this.book = book;
  }

  /** What answers, and how often it has. */
  public MockBook book() {
    return book;
  }

  /** The routes as they are typed, in the order in which they are tried. */
  public Tree.Items typed() {
    return typed;
  }

  /** Takes what was typed; what of it is right answers from now on. */
  public void load(Tree.Items routes) {
    List<MockRoute> right = new ArrayList<>();
    for (Tree one : routes.items()) {
      if (one instanceof Tree.Fields fields
          && MockRoutes.bindOne(fields, "") instanceof Bound.Ok<MockRoute>(MockRoute route)) {
        right.add(route);
      }
    }
    type(routes, right);
  }

  /**
   * Takes what is typed now.
   *
   * @param answering what answers from now on, such as a route as it was before it became wrong
   */
  public void type(Tree.Items routes, List<MockRoute> answering) {
    book.replace(answering);
    Tree.Items now = routes.plain();
    if (!now.equals(typed)) {
      typed = now;
      listeners.forEach(Runnable::run);
    }
  }

  /** Has {@code changed} run when something else is typed, on the thread that types it. */
  public void addListener(Runnable changed) {
    listeners.add(changed);
  }
}
