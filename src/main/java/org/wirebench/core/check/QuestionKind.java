package org.wirebench.core.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Reading;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/**
 * How a question is typed: the name of a subject and, after a blank, its argument. Names may hold
 * blanks themselves, so the longest name that the text begins with counts.
 *
 * @param <R> the result
 */
final class QuestionKind<R> implements Kind<Question<R>> {
  private static final Messages TEXT = Messages.of(QuestionKind.class);

  private final List<Subject<R>> subjects;
  private final List<Subject<R>> longestFirst;

  QuestionKind(List<Subject<R>> subjects) {
    this.subjects = List.copyOf(subjects);
    if (names().stream().distinct().count() != subjects.size()) {
      throw new IllegalArgumentException("two subjects of one name");
    }
    Comparator<Subject<R>> byLength = Comparator.comparingInt(subject -> subject.name().length());
    this.longestFirst = subjects.stream().sorted(byLength.reversed()).toList();
  }

  private List<String> names() {
    return subjects.stream().map(Subject::name).toList();
  }

  @Override
  public @Nullable Question<R> read(Tree tree, Reading at) {
    if (!(tree instanceof Tree.Text(String typed, Mark mark))) {
      at.problem(TEXT.get("what.text"), tree.mark());
      return null;
    }
    String text = typed.strip();
    if (at.isUnknown(typed)) {
      complaint(Variables.before(typed)).ifPresent(why -> at.problem(why, mark));
      return null;
    }
    Optional<Question<R>> asked = split(text);
    if (asked.isEmpty()) {
      at.problem(unknown(text), mark);
      return null;
    }
    Subject<R> subject = asked.get().subject();
    String argument = asked.get().argument();
    Optional<String> chosen = chosen(subject, argument);
    if (chosen.isEmpty()) {
      at.problem(complaint(subject, argument, text), mark);
      return null;
    }
    Optional<String> wrong = subject.wrong().apply(chosen.get());
    if (wrong.isPresent()) {
      at.problem(wrong.get(), mark);
      return null;
    }
    return new Question<>(subject, chosen.get());
  }

  /** The subject that {@code text} begins with, and the rest, whether it takes that or not. */
  private Optional<Question<R>> split(String text) {
    for (Subject<R> subject : longestFirst) {
      Matcher name = beginning(subject).matcher(text);
      if (name.lookingAt()) {
        return Optional.of(new Question<>(subject, text.substring(name.end()).strip()));
      }
    }
    return Optional.empty();
  }

  /** A blank ends a name. */
  private static Pattern beginning(Subject<?> subject) {
    return Pattern.compile(
        subject.name().replace(" ", "\\s+") + "(?=\\s|$)", Pattern.CASE_INSENSITIVE);
  }

  /** The argument as the subject knows it; empty when it is no argument of that subject. */
  private static Optional<String> chosen(Subject<?> subject, String argument) {
    if (subject.choices().isEmpty()) {
      return Optional.of(argument).filter(typed -> typed.isEmpty() != subject.takesArgument());
    }
    return subject.choices().stream().filter(argument::equalsIgnoreCase).findFirst();
  }

  /**
   * What is wrong whatever follows.
   *
   * @param before what stands before the first variable
   */
  private Optional<String> complaint(String before) {
    String beginning = before.stripLeading().replaceAll("\\s+", " ");
    boolean grows =
        names().stream()
            .anyMatch(name -> name.regionMatches(true, 0, beginning, 0, beginning.length()));
    if (grows) {
      return Optional.empty();
    }
    Optional<Subject<R>> subject = split(beginning).map(Question::subject);
    return subject.isEmpty()
        ? Optional.of(unknown(beginning.strip()))
        : subject.filter(known -> !known.takesArgument()).map(QuestionKind::alone);
  }

  /** Why a subject cannot have an argument. */
  private String complaint(Subject<R> subject, String argument, String text) {
    if (!subject.takesArgument()) {
      // A name of two words may begin with that of another subject.
      return near(text)
          .filter(near -> !near.name().equals(subject.name()))
          .map(Near::sentence)
          .orElseGet(() -> alone(subject));
    }
    String choices = String.join(", ", subject.choices());
    if (argument.isEmpty()) {
      return subject.choices().isEmpty()
          ? TEXT.get("what.argument", subject.name(), subject.argument())
          : TEXT.get("what.choice", subject.name(), choices);
    }
    String shown = Shown.plain(argument);
    return Nearest.to(argument, subject.choices())
        .map(near -> TEXT.get("what.choice.near", subject.name(), shown, near))
        .orElseGet(() -> TEXT.get("what.choice.unknown", subject.name(), shown, choices));
  }

  private static String alone(Subject<?> subject) {
    return TEXT.get("what.alone", subject.name());
  }

  private String unknown(String text) {
    List<String> all = new ArrayList<>();
    subjects.forEach(subject -> all.add(subject.takesArgument() ? open(subject) : subject.name()));
    return near(text)
        .map(Near::sentence)
        .orElseGet(() -> TEXT.get("what.unknown", Shown.plain(text), String.join(", ", all)));
  }

  private static String open(Subject<?> subject) {
    return TEXT.get("what.open", subject.name());
  }

  /** Words that look like a name. */
  private record Near(String typed, String name) {
    String sentence() {
      return TEXT.get("what.near", Shown.plain(typed), name);
    }
  }

  /** The name that the first words of {@code text} were meant to be; more words say more. */
  private Optional<Near> near(String text) {
    String[] words = text.split("\\s+");
    int most = names().stream().mapToInt(name -> name.split(" ").length).max().orElse(1);
    for (int count = Math.min(most, words.length); count > 0; count--) {
      String beginning = String.join(" ", List.of(words).subList(0, count));
      Optional<Near> near = Nearest.to(beginning, names()).map(name -> new Near(beginning, name));
      if (near.isPresent()) {
        return near;
      }
    }
    return Optional.empty();
  }

  @Override
  public Tree write(Question<R> value) {
    return Tree.text(value.typed());
  }

  @Override
  public Map<String, Object> schema() {
    List<String> whole = new ArrayList<>();
    List<Map<String, Object>> forms = new ArrayList<>();
    for (Subject<R> subject : subjects) {
      if (!subject.takesArgument()) {
        whole.add(subject.name());
      } else if (subject.choices().isEmpty()) {
        forms.add(pattern(subject));
      } else {
        subject.choices().forEach(choice -> whole.add(subject.name() + " " + choice));
      }
    }
    if (!whole.isEmpty()) {
      forms.addFirst(Map.of("enum", whole));
    }
    return Kinds.textSchema(forms);
  }

  /** A name needs no escapes: see {@link Subject}. */
  private static Map<String, Object> pattern(Subject<?> subject) {
    return Map.of(
        "type",
        "string",
        "pattern",
        "^" + subject.name() + "\\s+\\S",
        "description",
        TEXT.get("what.schema", subject.about(), subject.name(), subject.argument()));
  }

  @Override
  public String words() {
    List<String> all = new ArrayList<>();
    subjects.forEach(
        subject -> all.add("`" + (subject.takesArgument() ? open(subject) : subject.name()) + "`"));
    return TEXT.get("kind.what", String.join(", ", all));
  }
}
