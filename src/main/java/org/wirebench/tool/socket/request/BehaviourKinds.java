package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Kinds.Option;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/** How the behaviour of a server is typed in a file. */
final class BehaviourKinds {
  private static final Messages TEXT = Messages.of(BehaviourKinds.class);

  static final Field<BytePattern> WHEN =
      Field.of("when", StepKinds.pattern()).required().about(TEXT.get("rule.when"));
  private static final Field<String> REPLY =
      Field.of("reply", template()).or("").about(TEXT.get("rule.reply"));
  private static final Field<Duration> DELAY =
      Field.duration("delay").or(Duration.ZERO).about(TEXT.get("rule.delay"));
  private static final Field<Behaviour.Then> THEN =
      Field.choice("then", Behaviour.Then.class)
          .or(Behaviour.Then.GO_ON)
          .about(TEXT.get("rule.then"));
  private static final Shape RULE = Shape.of(WHEN, REPLY, DELAY, THEN);

  static final String RULES = "rules";
  static final String SCRIPT = "script";
  static final String SPEAK_FIRST = "speakFirst";

  private static final Map<String, Behaviour> WORDS = words();

  private BehaviourKinds() {}

  private static Map<String, Behaviour> words() {
    Map<String, Behaviour> words = new LinkedHashMap<>();
    words.put("nothing", new Behaviour.Nothing());
    words.put("echo", new Behaviour.Echo());
    words.put("discard", new Behaviour.Discard());
    words.put("chargen", new Behaviour.Chargen());
    words.put("daytime", new Behaviour.Daytime());
    return Map.copyOf(words);
  }

  private static Kind<String> template() {
    return Kinds.parsed(
        TEXT.get("rule.reply"),
        text -> {
          MessageTemplate _ = MessageTemplate.parse(text, UTF_8);
          return text;
        },
        text -> text);
  }

  static Kind<Behaviour> behaviour() {
    return Kinds.shortOrLong(
        Kinds.parsed(TEXT.get("behaviour.words"), BehaviourKinds::named, BehaviourKinds::nameOf),
        Kinds.oneOf(greet(), script(), speakFirst(), rules()),
        WORDS::containsValue);
  }

  private static Behaviour named(String text) {
    Behaviour behaviour = WORDS.get(text.strip());
    if (behaviour == null) {
      throw new IllegalArgumentException(TEXT.get("behaviour.unknown", text.strip()));
    }
    return behaviour;
  }

  private static String nameOf(Behaviour behaviour) {
    return WORDS.entrySet().stream()
        .filter(word -> word.getValue().equals(behaviour))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Option<Behaviour, Payload> greet() {
    return new Option<>(
        "greet",
        TEXT.get("behaviour.greet"),
        StepKinds.payload(),
        Behaviour.Greet::new,
        one -> one instanceof Behaviour.Greet(var text) ? Optional.of(text) : Optional.empty());
  }

  private static Option<Behaviour, List<Payload>> script() {
    return new Option<>(
        SCRIPT,
        TEXT.get("behaviour.script"),
        Kinds.list(StepKinds.payload()),
        Behaviour.Script::new,
        one -> repliesOf(one, false));
  }

  private static Option<Behaviour, List<Payload>> speakFirst() {
    return new Option<>(
        SPEAK_FIRST,
        TEXT.get("behaviour.speakFirst"),
        Kinds.list(StepKinds.payload()),
        replies -> new Behaviour.Script(replies, true),
        one -> repliesOf(one, true));
  }

  private static Optional<List<Payload>> repliesOf(Behaviour behaviour, boolean speaksFirst) {
    return behaviour instanceof Behaviour.Script(var all, boolean first) && first == speaksFirst
        ? Optional.of(all)
        : Optional.empty();
  }

  private static Option<Behaviour, List<Behaviour.Rule>> rules() {
    return new Option<>(
        RULES,
        TEXT.get("behaviour.rules"),
        Kinds.list(Kinds.object(RULE, BehaviourKinds::rule, BehaviourKinds::write)),
        Behaviour.Rules::new,
        one -> one instanceof Behaviour.Rules(var all) ? Optional.of(all) : Optional.empty());
  }

  private static Behaviour.Rule rule(Reader reader) {
    checkGroups(reader);
    return new Behaviour.Rule(
        reader.get(WHEN), reader.get(REPLY), reader.get(DELAY), reader.get(THEN));
  }

  /** A group that is not there would be replied with nothing, and nobody would know why. */
  private static void checkGroups(Reader reader) {
    try {
      int highest = MessageTemplate.parse(reader.get(REPLY), UTF_8).highestGroup();
      int groups = reader.get(WHEN).groups();
      if (highest > groups) {
        reader.problem(REPLY, TEXT.get("template.group", highest, groups));
      }
    } catch (ParseProblem problem) {
      reader.problem(REPLY, String.valueOf(problem.getMessage()));
    }
  }

  private static Tree.Fields write(Behaviour.Rule rule) {
    return RULE.writer()
        .put(WHEN, rule.when())
        .put(REPLY, rule.reply())
        .put(DELAY, rule.delay())
        .put(THEN, rule.then())
        .fields();
  }
}
