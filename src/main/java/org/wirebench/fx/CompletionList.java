package org.wirebench.fx;

import impl.org.controlsfx.skin.AutoCompletePopupSkin;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PopupControl;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.jspecify.annotations.Nullable;
import org.wirebench.fx.Completion.Suggestion;

/**
 * The list of a {@link Completion}: the pop-up of ControlsFX, opened and steered by us.
 *
 * <p>By itself the binding of ControlsFX asks for suggestions on a thread of its own for each key,
 * a quarter of a second later, even when the field has lost the focus by then; and it chooses the
 * first one unasked, so that Enter would go somewhere else than what was typed. So its text is
 * never told to it, and the keys are taken before its list sees them. See decision 11.
 */
final class CompletionList extends AutoCompletionBinding<Suggestion> {
  private static final double GAP = 4;
  private static final double LEAST_WIDTH = 240;

  private final TextField field;
  private final Consumer<Suggestion> taken;
  private final ListView<Suggestion> list;
  private final PopupControl popup;

  /**
   * @param taken is told which suggestion was chosen
   */
  CompletionList(TextField field, Consumer<Suggestion> taken) {
    super(field, _ -> List.of(), texts());
    this.field = field;
    this.taken = taken;
    this.popup = getAutoCompletionPopup();
    var skin = new AutoCompletePopupSkin<>(getAutoCompletionPopup(), _ -> new Cell());
    popup.setSkin(skin);
    list = listOf(skin);
    dress();
    setVisibleRowCount(Completion.MOST);
    // What is clicked on beside the list is meant: a button there is to be pressed at once.
    popup.setConsumeAutoHidingEvents(false);
    popup.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  @SuppressWarnings("unchecked") // The skin shows the list of its own suggestions.
  private static ListView<Suggestion> listOf(AutoCompletePopupSkin<Suggestion> skin) {
    return (ListView<Suggestion>) skin.getNode();
  }

  private static StringConverter<Suggestion> texts() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Suggestion suggestion) {
        return suggestion == null ? "" : suggestion.text();
      }

      @Override
      public Suggestion fromString(String text) {
        return Suggestion.of(text, "");
      }
    };
  }

  private void dress() {
    // Its own sheet has the colours of another theme, and its rows do not grow with the text.
    list.getStylesheets().clear();
    list.getStyleClass().add("completion");
    list.fixedCellSizeProperty().bind(field.heightProperty());
    list.prefHeightProperty().unbind();
    // The keys stay with the field: else the list would take those that move in the text.
    list.setFocusTraversable(false);
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  /** Shows these, none of them chosen; nothing where there are none. */
  void offer(List<Suggestion> suggestions) {
    list.getSelectionModel().clearSelection();
    list.getItems().setAll(suggestions);
    if (suggestions.isEmpty() || field.getScene() == null) {
      hide();
    } else {
      double rows = suggestions.size() * field.getHeight();
      list.setPrefHeight(rows + list.snappedTopInset() + list.snappedBottomInset());
      showPopup();
    }
  }

  void hide() {
    hidePopup();
  }

  @Override
  protected void showPopup() {
    Point2D below = field.localToScreen(0, field.getHeight() + GAP);
    if (!popup.isShowing() && below != null) {
      setPrefWidth(Math.max(LEAST_WIDTH, field.getWidth()));
      popup.show(field.getScene().getWindow(), below.getX(), below.getY());
    }
  }

  @Override
  protected void completeUserInput(Suggestion chosen) {
    taken.accept(chosen);
  }

  private void take(@Nullable Suggestion chosen) {
    if (chosen != null) {
      completeUserInput(chosen);
    }
    hide();
  }

  /** Comes before the field and the window see the key, as long as the list is open. */
  private void key(KeyEvent event) {
    Suggestion chosen = list.getSelectionModel().getSelectedItem();
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    switch (event.getCode()) {
      case ESCAPE -> {
        hide();
        event.consume();
      }
      case DOWN, UP -> {
        if (plain) {
          step(event.getCode() == KeyCode.DOWN ? 1 : -1);
          event.consume();
        }
      }
      case ENTER, TAB -> {
        boolean takes = plain && chosen != null;
        take(takes ? chosen : null);
        if (takes) {
          event.consume();
        }
      }
      default -> {
        // Typed into the field.
      }
    }
  }

  /** Goes down, or up, and there to none. */
  void step(int by) {
    var rows = list.getSelectionModel();
    int to = Math.min(rows.getSelectedIndex() + by, list.getItems().size() - 1);
    if (to < 0) {
      rows.clearSelection();
    } else {
      rows.select(to);
    }
  }

  /** Hides the list; the field goes on without it. */
  @Override
  public void dispose() {
    hide();
  }

  private final class Cell extends ListCell<Suggestion> {
    private final Label text = new Label();
    private final Label note = new Label();
    private final HBox row = new HBox(text, note);

    Cell() {
      row.getStyleClass().add("completion-row");
      row.setAlignment(Pos.CENTER_LEFT);
      text.getStyleClass().add("mono");
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      note.getStyleClass().add("secondary");
      note.setMinWidth(USE_PREF_SIZE);
      // The list would take the focus for itself, and with it the keys of the field.
      addEventFilter(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
      addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private void clicked(MouseEvent event) {
      if (event.getButton() == MouseButton.PRIMARY) {
        take(getItem());
      }
      event.consume();
    }

    @Override
    protected void updateItem(@Nullable Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      text.setText(item.text());
      note.setText(item.note());
      setGraphic(row);
      setAccessibleText(item.text() + ", " + item.note());
    }
  }
}
