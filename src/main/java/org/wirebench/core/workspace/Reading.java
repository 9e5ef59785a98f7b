package org.wirebench.core.workspace;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a tree is being read, and what was found wrong so far. All places of one reading share the
 * list of problems.
 */
public final class Reading {
  private final String path;
  private final State state;

  /** What all places of one reading share. */
  private static final class State {
    final boolean open;
    final List<Problem> problems = new ArrayList<>();
    boolean unknown;

    State(boolean open) {
      this.open = open;
    }
  }

  private Reading(String path, State state) {
    this.path = path;
    this.state = state;
  }

  /** The reading of text whose variables are resolved, from {@code path} on. */
  public static Reading resolved(String path) {
    return new Reading(path, new State(false));
  }

  /** The reading of text that may still hold variables, whose values are then not known. */
  public static Reading open(String path) {
    return new Reading(path, new State(true));
  }

  /** The path of this place: {@code request.port}. */
  public String path() {
    return path;
  }

  /** The place of the field {@code name}. */
  public Reading at(String name) {
    return new Reading(path.isEmpty() ? name : path + "." + name, state);
  }

  /** The place of an item, from 0. */
  public Reading at(int index) {
    return new Reading(path + "[" + index + "]", state);
  }

  /** Notes what is wrong here. */
  public void problem(String message, Mark mark) {
    state.problems.add(new Problem(path, message, mark));
  }

  /**
   * Whether {@code text} holds a variable whose value is not known yet; then there is nothing to
   * read, and nothing wrong.
   */
  public boolean isUnknown(String text) {
    boolean unknown = state.open && Variables.isIn(text);
    state.unknown |= unknown;
    return unknown;
  }

  /** Whether everything was read: no problem, and nothing unknown. */
  public boolean isComplete() {
    return state.problems.isEmpty() && !state.unknown;
  }

  /** Everything that is wrong, in the order in which it was found. */
  public List<Problem> problems() {
    return List.copyOf(state.problems);
  }
}
