package org.wirebench.tool.http.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;

/** The options that a command gives, in their order, and its addresses. */
final class Given {
  private static final Messages TEXT = Messages.of(Given.class);

  /** An option that is taken over, and its word; empty where it takes none. */
  record One(String name, String value) {}

  private final List<One> options = new ArrayList<>();
  private final List<String> urls = new ArrayList<>();
  private final List<String> words;
  private final List<String> notes;
  private int at;

  private Given(List<String> words, List<String> notes) {
    this.words = words;
    this.notes = notes;
  }

  /**
   * Reads the words that follow the name of the program.
   *
   * @param notes takes what is not known, or not taken over
   */
  static Given of(List<String> words, List<String> notes) {
    Given given = new Given(words, notes);
    boolean onlyUrls = false;
    while (given.at < words.size()) {
      String word = words.get(given.at++);
      if (onlyUrls || !word.startsWith("-") || word.equals("-")) {
        given.urls.add(word);
      } else if (word.equals("--")) {
        onlyUrls = true;
      } else if (word.startsWith("--")) {
        given.longOne(word);
      } else {
        given.letters(word);
      }
    }
    return given;
  }

  private void longOne(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
    Optional<CurlOption> known = CurlOption.named(name);
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    if (known.isPresent()) {
      take(known.get(), value);
    } else if (name.startsWith("no-") && CurlOption.named(name.substring(3)).isPresent()) {
      String positive = CurlOption.named(name.substring(3)).get().name();
      options.removeIf(one -> one.name().equals(positive));
    } else {
      unknown(equals < 0 ? word : word.substring(0, equals), equals < 0);
    }
  }

  /** {@code -sSL}, {@code -XPOST}, {@code -d@file}. */
  private void letters(String word) {
    for (int i = 1; i < word.length(); i++) {
      Optional<CurlOption> known = CurlOption.lettered(word.charAt(i));
      if (known.isEmpty()) {
        unknown("-" + word.charAt(i), i == word.length() - 1);
        return;
      }
      if (known.get().takesValue()) {
        String rest = word.substring(i + 1);
        take(known.get(), rest.isEmpty() ? Optional.empty() : Optional.of(rest));
        return;
      }
      take(known.get(), Optional.empty());
    }
  }

  private void take(CurlOption option, Optional<String> attached) {
    String value = attached.orElse("");
    if (option.takesValue() && attached.isEmpty()) {
      if (at >= words.size()) {
        notes.add(TEXT.get("option.value", "--" + option.name()));
        return;
      }
      value = words.get(at++);
    }
    switch (option.use()) {
      case TAKEN -> options.add(new One(option.name(), value));
      case IDLE -> {}
      case TOLD -> told(option, value);
    }
  }

  private void told(CurlOption option, String value) {
    if (option.name().equals("next")) {
      notes.add(TEXT.get("option.next"));
      at = words.size();
      return;
    }
    String typed = "--" + option.name() + (option.takesValue() ? " " + value : "");
    notes.add(TEXT.get("option.told", Escapes.display(typed)));
  }

  /** Whether its word follows is not known either: an address is none. */
  private void unknown(String typed, boolean mayTakeNext) {
    boolean hasWord =
        mayTakeNext
            && at < words.size() - (urls.isEmpty() ? 1 : 0)
            && !words.get(at).startsWith("-")
            && !words.get(at).contains("://");
    String whole = Escapes.display(hasWord ? typed + " " + words.get(at) : typed);
    notes.add(
        Nearest.to(typed, CurlOption.names())
            .map(near -> TEXT.get("option.near", whole, near))
            .orElseGet(() -> TEXT.get("option.unknown", whole)));
    if (hasWord) {
      at++;
    }
  }

  /** The options that are taken over and that {@code wanted} asks for. */
  List<One> options(Predicate<String> wanted) {
    return options.stream().filter(one -> wanted.test(one.name())).toList();
  }

  /** All words of an option, in their order. */
  List<String> all(String name) {
    return options(name::equals).stream().map(One::value).toList();
  }

  /** The word of an option, the last where there are several. */
  Optional<String> last(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Whether an option is given. */
  boolean has(String name) {
    return !all(name).isEmpty();
  }

  /** The words that are no options. */
  List<String> urls() {
    return urls;
  }
}
