package org.wirebench.tool.socket.request;

import static org.wirebench.tool.socket.request.SocketFields.BEHAVIOUR;
import static org.wirebench.tool.socket.request.SocketFields.CHARSET;
import static org.wirebench.tool.socket.request.SocketFields.TLS;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.request.TlsFields;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Reading;
import org.wirebench.core.workspace.Tree;

/**
 * What belongs to a request and is well, but does nothing beside the rest of it: no reason not to
 * carry it out, but probably not what was meant.
 */
final class Ineffective {
  private static final Messages TEXT = Messages.of(Ineffective.class);

  private Ineffective() {}

  /**
   * The fields, and why each does nothing.
   *
   * @param typed what belongs to the mode and the transport; its variables need not be resolved
   */
  static List<Problem> in(Tree.Fields typed) {
    List<Problem> found = new ArrayList<>(shadowedRules(typed));
    found.addAll(otherTrust(typed));
    return found;
  }

  /** Rules of a server that another, which stands before them, always wins over. */
  static List<Problem> shadowedRules(Tree.Fields typed) {
    if (!(typed.get(BEHAVIOUR.name()).orElse(null) instanceof Tree.Fields behaviour)
        || !(behaviour.get(BehaviourKinds.RULES).orElse(null) instanceof Tree.Items rules)) {
      return List.of();
    }
    Charset charset = charset(typed);
    List<Problem> found = new ArrayList<>();
    List<Rule> before = new ArrayList<>();
    for (int i = 0; i < rules.items().size(); i++) {
      Optional<Rule> rule = rule(i + 1, rules.items().get(i));
      if (rule.isPresent()) {
        String path = "request.behaviour.rules[" + i + "].when";
        before.stream()
            .filter(first -> shadows(first.when(), rule.get().when(), charset))
            .findFirst()
            .map(first -> TEXT.get("rule.shadowed", first.number()))
            .ifPresent(why -> found.add(new Problem(path, why, rule.get().mark())));
        before.add(rule.get());
      }
    }
    return found;
  }

  /** A rule whose pattern is known; the first has the number 1. */
  private record Rule(int number, BytePattern when, Mark mark) {}

  private static Optional<Rule> rule(int number, Tree typed) {
    Optional<Tree> when =
        typed instanceof Tree.Fields fields
            ? fields.get(BehaviourKinds.WHEN.name())
            : Optional.empty();
    return when.flatMap(
        tree ->
            read(StepKinds.pattern(), tree).map(pattern -> new Rule(number, pattern, tree.mark())));
  }

  private static boolean shadows(BytePattern first, BytePattern later, Charset charset) {
    try {
      return first.shadows(later, charset);
    } catch (ParseProblem notInCharset) {
      // That is said of the rule itself.
      return false;
    }
  }

  private static Charset charset(Tree.Fields typed) {
    return typed
        .get(CHARSET.name())
        .flatMap(name -> read(CHARSET.kind(), name))
        .or(CHARSET::fallback)
        .orElseThrow();
  }

  private static <T> Optional<T> read(Kind<T> kind, Tree tree) {
    @Nullable T value = kind.read(tree, Reading.open(""));
    return Optional.ofNullable(value);
  }

  /** What tells whom to trust, where another way to trust was chosen. */
  private static List<Problem> otherTrust(Tree.Fields typed) {
    return typed.get(TLS.name()).orElse(null) instanceof Tree.Fields tls
        ? TlsFields.unused(tls, "request.tls.")
        : List.of();
  }
}
