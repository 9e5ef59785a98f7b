package org.wirebench.fx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.wirebench.core.workspace.Problem;

/**
 * The fields of a part of a form, each marked while what is typed in it is wrong, and one label
 * that says why. The part may move, as a row of a list does: it is told where it stands each time.
 */
public final class FieldMarks {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final ProblemLabel reason = new ProblemLabel();

  /** Marks a field while what was typed is wrong; the reason stands elsewhere, in a strip. */
  public static void mark(TextField field, ObservableStringValue reason) {
    String help = field.getAccessibleText();
    reason.addListener(
        (_, _, now) -> {
          field.pseudoClassStateChanged(DANGER, !now.isEmpty());
          // Those who hear the window hear the reason with the field.
          field.setAccessibleText(now.isEmpty() ? help : help + " " + now);
        });
  }

  /**
   * Marks {@code field} for what stands at {@code path} and below it.
   *
   * @param path seen from the part: {@code .send}; empty for all of it
   */
  public void add(String path, Node field) {
    fields.put(path, field);
  }

  /** Says what is wrong; to be put below the fields. */
  public ProblemLabel reason() {
    return reason;
  }

  /**
   * Shows what is wrong with the part.
   *
   * @param root where the part stands: {@code request.macros[1]}
   * @return those of the problems that are about the part
   */
  public List<Problem> show(String root, List<Problem> problems) {
    List<Problem> here = Problems.below(root, problems);
    fields.forEach(
        (path, field) ->
            field.pseudoClassStateChanged(DANGER, !Problems.below(root + path, here).isEmpty()));
    reason.show(Problems.joined(here.stream().map(Problem::message).toList()));
    return here;
  }
}
