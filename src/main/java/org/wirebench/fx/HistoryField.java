package org.wirebench.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field of one line that remembers what was sent from it: up goes back, down comes forward. */
public final class HistoryField extends TextField {
  /** How many lines are remembered. */
  public static final int LIMIT = 500;

  private final List<String> history = new ArrayList<>();
  private int place;
  private String draft = "";

  /** A field that remembers nothing yet. */
  public HistoryField() {
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Remembers {@code line} as the last one sent. */
  public void remember(String line) {
    if (!line.isEmpty() && (history.isEmpty() || !history.getLast().equals(line))) {
      history.add(line);
      if (history.size() > LIMIT) {
        history.removeFirst();
      }
    }
    place = history.size();
    draft = "";
  }

  /** What is remembered, oldest first. */
  public List<String> history() {
    return List.copyOf(history);
  }

  /** Replaces what is remembered. */
  public void setHistory(List<String> lines) {
    history.clear();
    history.addAll(lines.subList(Math.max(0, lines.size() - LIMIT), lines.size()));
    place = history.size();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    if (event.getCode() == KeyCode.UP && place > 0) {
      if (place == history.size()) {
        draft = getText();
      }
      go(place - 1);
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && place < history.size()) {
      go(place + 1);
      event.consume();
    }
  }

  private void go(int to) {
    place = to;
    setText(to == history.size() ? draft : history.get(to));
    end();
  }
}
