package org.wirebench.fx;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;

/** What stands where there is nothing yet: what this does, a way to try it, what was used last. */
public final class EmptyState extends VBox {
  private static final Messages TEXT = Messages.of(EmptyState.class);
  private static final int MOST_RECENT = 8;

  private final VBox recent = new VBox();

  /**
   * @param sentence what the place is for
   * @param actions ways to begin, the first one the best; may be none
   */
  public EmptyState(Ikon icon, String sentence, Action... actions) {
    getStyleClass().add("empty-state");
    Label words = new Label(sentence);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("empty-words");
    var picture = Describe.icon(icon);
    picture.getStyleClass().add("empty-icon");
    getChildren().addAll(picture, words);
    if (actions.length > 0) {
      FlowPane buttons = new FlowPane();
      buttons.getStyleClass().add("empty-buttons");
      for (Action action : actions) {
        Button button = Describe.button(action);
        if (buttons.getChildren().isEmpty()) {
          button.getStyleClass().add("accent");
        }
        buttons.getChildren().add(button);
      }
      getChildren().add(buttons);
    }
    recent.getStyleClass().add("empty-recent");
    getChildren().add(recent);
  }

  /**
   * Offers what was used last; nothing where that is nothing.
   *
   * @param entries the newest first; only the first few are shown
   */
  public void showRecent(List<Entry> entries, Consumer<Entry> open) {
    recent.getChildren().clear();
    if (entries.isEmpty()) {
      return;
    }
    Label head = new Label(TEXT.get("empty.recent"));
    head.getStyleClass().add("muted");
    recent.getChildren().add(head);
    for (Entry entry : entries.subList(0, Math.min(MOST_RECENT, entries.size()))) {
      Hyperlink link = new Hyperlink(Targets.name(entry));
      link.setOnAction(_ -> open.accept(entry));
      recent.getChildren().add(link);
    }
  }
}
