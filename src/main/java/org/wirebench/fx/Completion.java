package org.wirebench.fx;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.wirebench.core.workspace.Variables;

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
  private final Supplier<Variables> variables;
  private final CompletionList list;
  private Opening opening = Opening.NONE;
  private boolean taking;

  /**
   * Where the name of a variable is typed: after two braces that are not closed yet.
   *
   * @param from where the braces are; below 0 for nowhere
   * @param to where what is typed of the name ends
   */
  private record Opening(int from, int to) {
    private static final Opening NONE = new Opening(-1, -1);
    private static final Pattern OPEN = Pattern.compile("(?<!\\\\)\\{\\{ *([A-Za-z0-9_.-]*)$");

    /** The one that the edit from {@code before} to {@code now} is in. */
    static Opening in(String before, String now) {
      int most = Math.min(before.length(), now.length());
      int begin = 0;
      while (begin < most && before.charAt(begin) == now.charAt(begin)) {
        begin++;
      }
      int same = 0;
      while (same < most - begin
          && before.charAt(before.length() - 1 - same) == now.charAt(now.length() - 1 - same)) {
        same++;
      }
      int caret = now.length() - same;
      Matcher open = OPEN.matcher(now.substring(0, caret));
      return open.find() ? new Opening(open.start(), caret) : NONE;
    }

    boolean isThere() {
      return from >= 0;
    }

    String typed(String text) {
      return text.substring(from, to).replaceFirst("\\{\\{ *", "");
    }
  }

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

  private Completion(
      TextField field, Supplier<Stream<Suggestion>> known, Supplier<Variables> variables) {
    this.field = field;
    this.known = known;
    this.variables = variables;
    this.list = new CompletionList(field, this::take);
    field.textProperty().addListener((_, before, now) -> edited(before, now));
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
    install(field, known, () -> Variables.NONE);
  }

  /**
   * The same, and the names of variables where two braces are typed.
   *
   * @param variables asked as {@code known} is
   */
  public static void install(
      TextField field, Supplier<Stream<Suggestion>> known, Supplier<Variables> variables) {
    Completion _ = new Completion(field, known, variables);
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
  private void edited(String before, String now) {
    if (taking || !field.isFocused()) {
      return;
    }
    opening = Opening.in(before, now);
    if (now.isBlank()) {
      list.hide();
    } else if (opening.isThere()) {
      list.offer(names(opening.typed(now)));
    } else {
      list.offer(matching(now, known.get()));
    }
  }

  private List<Suggestion> names(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return variables.get().values().entrySet().stream()
        .filter(one -> one.getKey().toLowerCase(Locale.ROOT).contains(wanted))
        .map(one -> Suggestion.of(one.getKey(), VariableTips.cut(one.getValue())))
        .limit(MOST)
        .toList();
  }

  private void key(KeyEvent event) {
    boolean plain = !event.isShiftDown() && !event.isShortcutDown();
    if (event.getCode() == KeyCode.DOWN && plain && field.isEditable() && !list.isShowing()) {
      opening = Opening.NONE;
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
      if (opening.isThere()) {
        name(chosen.text());
      } else {
        field.setText(chosen.text());
        field.end();
      }
    } finally {
      taking = false;
    }
  }

  /** Puts a name between the braces that are open; those that close them may be there. */
  private void name(String chosen) {
    String text = field.getText();
    int end = text.startsWith("}}", opening.to()) ? opening.to() + 2 : opening.to();
    field.replaceText(opening.from(), end, "{{" + chosen + "}}");
  }
}
