package org.wirebench.tool.socket.view;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Tree;

/**
 * A step as it is edited: what it does, and one text.
 *
 * @param action what it does
 * @param text what it sends or waits for; empty where there is nothing to say
 */
record StepText(Action action, String text) {
  /** What a step can do. */
  enum Action {
    SEND_TEXT("send", "text"),
    SEND_HEX("send", "hex"),
    SEND_BASE64("send", "base64"),
    SEND_FILE("send", "file"),
    AWAIT_TEXT("until", "text"),
    AWAIT_REGEX("until", "regex"),
    AWAIT_HEX("until", "hex"),
    AWAIT_BYTES("until", "bytes"),
    AWAIT_END("until", "end"),
    PAUSE("pause", ""),
    HALF_CLOSE("halfClose", ""),
    RESET("reset", "");

    private final String key;
    private final String form;

    Action(String key, String form) {
      this.key = key;
      this.form = form;
    }

    /** Whether there is something to type. */
    boolean takesText() {
      return this != AWAIT_END && this != HALF_CLOSE && this != RESET;
    }
  }

  /** How the step stands in a file. */
  Tree.Fields tree() {
    String value = action.takesText() ? text : "true";
    Tree inner =
        switch (action) {
          case SEND_TEXT, PAUSE, HALF_CLOSE, RESET -> Tree.text(value);
          default -> Tree.Fields.NONE.with(action.form, value);
        };
    return Tree.Fields.NONE.with(action.key, inner);
  }

  /** The step that stands in a file as {@code tree}; an empty send where it is none. */
  static StepText of(Tree tree) {
    if (tree instanceof Tree.Fields fields && fields.values().size() == 1) {
      String key = fields.names().getFirst();
      return of(key, fields.get(key).orElse(Tree.text("")));
    }
    return new StepText(Action.SEND_TEXT, "");
  }

  private static StepText of(String key, Tree value) {
    String form = "";
    String text = "";
    if (value instanceof Tree.Fields inner && !inner.values().isEmpty()) {
      form = inner.names().getFirst();
      text = inner.text(form).orElse("");
    } else if (value instanceof Tree.Text(String plain, Mark _)) {
      form = key.equals("send") ? "text" : "";
      text = plain;
    }
    for (Action action : Action.values()) {
      if (action.key.equals(key) && action.form.equals(form)) {
        return new StepText(action, action.takesText() ? text : "");
      }
    }
    return new StepText(Action.SEND_TEXT, text);
  }

  /** The steps of a request, also those of its short form, as a list. */
  static Tree.Items all(Tree.Fields request) {
    List<Tree> steps = new ArrayList<>();
    switch (request.get("send").orElse(Tree.Items.NONE)) {
      case Tree.Items several -> several.items().forEach(one -> steps.add(step("send", one)));
      case Tree one -> steps.add(step("send", one));
    }
    request.get("until").ifPresent(until -> steps.add(step("until", until)));
    if (request.get("steps").orElse(Tree.Items.NONE) instanceof Tree.Items more) {
      steps.addAll(more.items());
    }
    return Tree.items(steps);
  }

  /** Where each of {@link #all} stands: {@code request.steps[0]}. */
  static List<String> paths(Tree.Fields request) {
    List<String> paths = new ArrayList<>();
    if (request.get("send").orElse(Tree.Items.NONE) instanceof Tree.Items several) {
      for (int i = 0; i < several.items().size(); i++) {
        paths.add("request.send[" + i + "]");
      }
    } else {
      paths.add("request.send");
    }
    request.get("until").ifPresent(_ -> paths.add("request.until"));
    if (request.get("steps").orElse(Tree.Items.NONE) instanceof Tree.Items more) {
      for (int i = 0; i < more.items().size(); i++) {
        paths.add("request.steps[" + i + "]");
      }
    }
    return paths;
  }

  private static Tree step(String key, Tree value) {
    return Tree.Fields.NONE.with(key, value);
  }
}
