package org.wirebench.fx;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Offers, in a list below a field, what its text may become while somebody types into it.
 *
 * <p>Nothing is chosen until it is chosen: Enter does what it does without the list, until Down or
 * Up went to a suggestion; then Enter and Tab take that. Escape closes the list and does nothing
 * else. In a field with no list open, Down opens it. FX thread only.
 */
public final class Completion {
  /** How many suggestions are offered at once. */
  public static final int MOST = 8;

  private final TextField field;
  private final Supplier<Stream<Suggestion>> known;
  private final CompletionList list;
  private boolean taking;

  /**
   * What a field may be completed to.
   *
   * @param text what the field will say
   * @param note what it is, in a few words: "TLS", "the echo server of the lab"; may be empty
   * @param before is run before the field says so, to set what belongs to it elsewhere
   */
  public record Suggestion(String text, String note, Runnable before) {
    /** A suggestion that is a text and nothing more. */
    public static Suggestion of(String text, String note) {
      return new Suggestion(text, note, () -> {});
    }
  }

  private Completion(TextField field, Supplier<Stream<Suggestion>> known) {
    this.field = field;
    this.known = known;
    this.list = new CompletionList(field, this::take);
    field.textProperty().addListener((_, _, now) -> edited(now));
    field.focusedProperty().addListener((_, _, _) -> list.hide());
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /**
   * Has a field offer what is known, for as long as the field is there.
   *
   * @param known asked on the FX thread each time the text changes; the best first. Those that look
   *     the same are offered once
   */
  public static void install(TextField field, Supplier<Stream<Suggestion>> known) {
    Completion _ = new Completion(field, known);
  }

  /** Those that hold what is typed, in any case, but for what is typed already. */
  static List<Suggestion> matching(String typed, Stream<Suggestion> known) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    Set<String> seen = new HashSet<>();
    return known
        .filter(one -> !one.text().isBlank() && !one.text().equals(typed.strip()))
        .filter(one -> one.text().toLowerCase(Locale.ROOT).contains(wanted))
        .filter(one -> seen.add(one.text() + "\n" + one.note()))
        .limit(MOST)
        .toList();
  }

  /** What a program writes into a field that nobody types in is no reason to offer anything. */
  private void edited(String now) {
    if (taking || !field.isFocused()) {
      return;
    }
    if (now.isBlank()) {
      list.hide();
    } else {
      list.offer(matching(now, known.get()));
    }
  }

  private void key(KeyEvent event) {
    boolean plain = !event.isShiftDown() && !event.isShortcutDown();
    if (event.getCode() == KeyCode.DOWN && plain && field.isEditable() && !list.isShowing()) {
      list.offer(matching(field.getText(), known.get()));
      if (list.isShowing()) {
        list.step(1);
        event.consume();
      }
    }
  }

  private void take(Suggestion chosen) {
    taking = true;
    try {
      chosen.before().run();
      field.setText(chosen.text());
      field.end();
    } finally {
      taking = false;
    }
  }
}
