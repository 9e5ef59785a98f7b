package org.wirebench.core.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Regex;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Measures;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Reading;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/**
 * Makes checks and captures of what was typed, for the results of one tool.
 *
 * @param <R> the result
 */
public final class Checks<R> {
  private static final Messages TEXT = Messages.of(Checks.class);

  private static final Field<String> IS = Field.text("is").about(TEXT.get("field.is"));
  private static final Field<String> IS_NOT = Field.text("isNot").about(TEXT.get("field.isNot"));
  private static final Field<String> CONTAINS =
      Field.text("contains").about(TEXT.get("field.contains"));
  private static final Field<String> MATCHES =
      Field.of("matches", regex()).about(TEXT.get("field.matches"));
  private static final Field<String> STARTS_WITH =
      Field.text("startsWith").about(TEXT.get("field.startsWith"));
  private static final Field<String> ABOVE =
      Field.of("above", amount()).about(TEXT.get("field.above"));
  private static final Field<String> BELOW =
      Field.of("below", amount()).about(TEXT.get("field.below"));
  private static final Field<Boolean> EXISTS = Field.flag("exists").about(TEXT.get("field.exists"));
  private static final Field<Integer> COUNT =
      Field.integer("count", 0, Integer.MAX_VALUE).about(TEXT.get("field.count"));
  private static final Field<String> GROUP =
      Field.of("matches", regex()).about(TEXT.get("field.group"));

  private final Field<Question<R>> what;
  private final Shape checkShape;
  private final Shape captureShape;

  /** Checks that can ask these subjects, of which there is at least one. */
  public Checks(List<Subject<R>> subjects) {
    what = Field.of("what", new QuestionKind<>(subjects)).required().about(TEXT.get("field.what"));
    checkShape =
        Shape.of(what, IS, IS_NOT, CONTAINS, MATCHES, STARTS_WITH, ABOVE, BELOW, EXISTS, COUNT);
    captureShape = Shape.of(what, GROUP);
  }

  private static Kind<String> regex() {
    return Kinds.parsed(TEXT.get("kind.regex"), text -> Regex.of(text).pattern(), text -> text);
  }

  private static Kind<String> amount() {
    return Kinds.parsed(
        TEXT.get("kind.amount"),
        text -> {
          boolean known =
              Clause.decimal(text).isPresent()
                  || Measures.duration(text).isPresent()
                  || Measures.size(text).isPresent();
          if (!known) {
            throw new IllegalArgumentException(TEXT.get("value.amount"));
          }
          return text.strip();
        },
        text -> text);
  }

  /** The shape of one check. */
  public Shape checkShape() {
    return checkShape;
  }

  /** The JSON Schema of one capture: what is asked alone, or its fields. */
  public Map<String, Object> captureSchema() {
    return Map.of("anyOf", List.of(what.kind().schema(), captureShape.schema()));
  }

  /** The checks that {@code expect} says, whose variables are resolved. */
  public Bound<List<Check<R>>> bind(Tree.Items expect) {
    Reading at = Reading.resolved("expect");
    List<Check<R>> checks = checks(expect, at);
    return at.isComplete() ? new Bound.Ok<>(checks) : new Bound.Bad<>(at.problems());
  }

  /** The captures that {@code capture} says, whose variables are resolved. */
  public Bound<List<Capture<R>>> bindCaptures(Tree.Fields capture) {
    Reading at = Reading.resolved("capture");
    List<Capture<R>> captures = captures(capture, at);
    return at.isComplete() ? new Bound.Ok<>(captures) : new Bound.Bad<>(at.problems());
  }

  /** What is wrong, as far as it can be told before variables are resolved. */
  public List<Problem> check(Tree.Items expect, Tree.Fields capture) {
    Reading ofChecks = Reading.open("expect");
    List<Check<R>> _ = checks(expect, ofChecks);
    Reading ofCaptures = Reading.open("capture");
    List<Capture<R>> _ = captures(capture, ofCaptures);
    List<Problem> problems = new ArrayList<>(ofChecks.problems());
    problems.addAll(ofCaptures.problems());
    return problems;
  }

  private List<Check<R>> checks(Tree.Items expect, Reading at) {
    List<Check<R>> checks = new ArrayList<>();
    for (int i = 0; i < expect.items().size(); i++) {
      Check<R> read = checkShape.read(expect.items().get(i), at.at(i), this::checkOf);
      if (read != null) {
        checks.add(read);
      }
    }
    return checks;
  }

  private Check<R> checkOf(Reader reader) {
    List<Clause> clauses = new ArrayList<>();
    add(clauses, Relation.EXISTS, reader.find(EXISTS).map(Object::toString));
    add(clauses, Relation.IS, reader.find(IS));
    add(clauses, Relation.IS_NOT, reader.find(IS_NOT));
    add(clauses, Relation.STARTS_WITH, reader.find(STARTS_WITH));
    add(clauses, Relation.CONTAINS, reader.find(CONTAINS));
    add(clauses, Relation.MATCHES, reader.find(MATCHES));
    add(clauses, Relation.ABOVE, reader.find(ABOVE));
    add(clauses, Relation.BELOW, reader.find(BELOW));
    add(clauses, Relation.COUNT, reader.find(COUNT).map(Object::toString));
    if (clauses.isEmpty()) {
      reader.problem(what, TEXT.get("check.empty"));
    }
    compare(reader, IS, false);
    compare(reader, IS_NOT, false);
    compare(reader, ABOVE, true);
    compare(reader, BELOW, true);
    return new Check<>(reader.get(what), clauses, reader.mark());
  }

  /** What no result can be compared with is found before there is one. */
  private void compare(Reader reader, Field<String> relation, boolean ordered) {
    ValueKind kind = reader.get(what).subject().kind();
    reader
        .find(relation)
        .flatMap(expected -> kind.misfit(expected, ordered))
        .ifPresent(why -> reader.problem(relation, why));
  }

  private static void add(List<Clause> clauses, Relation relation, Optional<String> expected) {
    expected.ifPresent(text -> clauses.add(new Clause(relation, text)));
  }

  private List<Capture<R>> captures(Tree.Fields capture, Reading at) {
    List<Capture<R>> captures = new ArrayList<>();
    for (Map.Entry<String, Tree> field : capture.values().entrySet()) {
      String name = field.getKey();
      Reading here = at.at(name);
      if (!Variables.isName(name)) {
        here.problem(TEXT.get("capture.name"), capture.markOf(name));
      }
      Tree typed = Objects.requireNonNull(field.getValue());
      Tree full =
          typed instanceof Tree.Text
              ? new Tree.Fields(new LinkedHashMap<>(Map.of("what", typed)), Map.of(), typed.mark())
              : typed;
      Capture<R> read = captureShape.read(full, here, reader -> captureOf(name, reader));
      if (read != null) {
        captures.add(read);
      }
    }
    return captures;
  }

  private Capture<R> captureOf(String name, Reader reader) {
    return new Capture<>(name, reader.get(what), reader.find(GROUP).map(Regex::of), reader.mark());
  }
}
