package org.wirebench.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;

/**
 * What stands where there is nothing yet: what this does, a way to try it, what was used last. In a
 * low place the picture goes first, and the rest can be scrolled.
 */
public final class EmptyState extends ScrollPane {
  private static final Messages TEXT = Messages.of(EmptyState.class);
  private static final int MOST_RECENT = 8;
  private static final int MOST_TRIES = 3;

  private final FontIcon picture;
  private final VBox box;
  private final List<Button> buttons = new ArrayList<>();
  private final FlowPane beside = new FlowPane();
  private final VBox below = new VBox();
  private final VBox recent = new VBox();

  /**
   * @param sentence what the place is for
   * @param actions ways to begin, the first one the best; may be none
   */
  public EmptyState(Ikon icon, String sentence, Action... actions) {
    Label words = new Label(sentence);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("empty-words");
    picture = Describe.icon(icon);
    picture.getStyleClass().add("empty-icon");
    box = new VBox(picture, words);
    box.getStyleClass().add("empty-state");
    if (actions.length > 0) {
      for (Action action : actions) {
        Button button = Describe.button(action);
        button.setWrapText(true);
        if (buttons.isEmpty()) {
          button.getStyleClass().add("accent");
        }
        buttons.add(button);
      }
      beside.getStyleClass().add("empty-buttons");
      below.getStyleClass().add("empty-buttons");
      beside.getChildren().setAll(buttons);
      box.getChildren().addAll(beside, below);
      FormParts.show(below, false);
    }
    recent.getStyleClass().add("empty-recent");
    box.getChildren().add(recent);
    box.setMinHeight(USE_PREF_SIZE);
    setContent(box);
    setFitToWidth(true);
    setFitToHeight(true);
    viewportBoundsProperty().subscribe(this::fit);
  }

  /**
   * What stands in a tab of a tool until something came: the first of its examples, and what it was
   * used for last.
   *
   * @param sentence what the tab is for
   */
  public static EmptyState of(DesktopTool tool, String sentence, ToolContext context) {
    Action[] tries =
        tool.examples().stream()
            .limit(MOST_TRIES)
            .map(
                one ->
                    Action.of(one.title(), Feather.PLAY, () -> context.openExample().accept(one)))
            .toArray(Action[]::new);
    EmptyState empty = new EmptyState(tool.icon(), sentence, tries);
    empty.showRecent(context.recent().of(tool.id()), context.openTab());
    return empty;
  }

  /** Where a button is wider than the place its words are wrapped, which a flow does not do. */
  private void stack(double room) {
    boolean narrow = buttons.stream().anyMatch(button -> button.prefWidth(-1) > room);
    if (narrow != below.isManaged()) {
      beside.getChildren().clear();
      below.getChildren().clear();
      (narrow ? below : beside).getChildren().setAll(buttons);
      FormParts.show(below, narrow);
      FormParts.show(beside, !narrow);
    }
  }

  private void fit(Bounds place) {
    if (!buttons.isEmpty()) {
      stack(place.getWidth() - box.snappedLeftInset() - box.snappedRightInset());
    }
    picture.setManaged(true);
    boolean room = box.prefHeight(place.getWidth()) <= place.getHeight();
    picture.setManaged(room);
    picture.setVisible(room);
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
