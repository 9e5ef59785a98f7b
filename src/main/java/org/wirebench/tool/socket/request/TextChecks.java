package org.wirebench.tool.socket.request;

import static org.wirebench.tool.socket.request.SocketFields.BEHAVIOUR;
import static org.wirebench.tool.socket.request.SocketFields.CHARSET;
import static org.wirebench.tool.socket.request.SocketFields.GENERATE;
import static org.wirebench.tool.socket.request.SocketFields.MACROS;
import static org.wirebench.tool.socket.request.SocketFields.SEND;
import static org.wirebench.tool.socket.request.SocketFields.STEPS;
import static org.wirebench.tool.socket.request.SocketFields.TRANSPORT;
import static org.wirebench.tool.socket.request.SocketFields.UNTIL;

import java.nio.charset.Charset;
import java.util.List;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Reader;

/** What is said and looked for has to be in the charset, which its own field does not know. */
final class TextChecks {
  private static final Messages TEXT = Messages.of(TextChecks.class);

  private final Reader reader;
  private final Charset charset;

  TextChecks(Reader reader) {
    this.reader = reader;
    this.charset = reader.get(CHARSET);
  }

  /** Notes what is wrong. */
  void check() {
    if (!charset.canEncode()) {
      reader.problem(CHARSET, TEXT.get("charset.oneWay", charset.name()));
      return;
    }
    List<Payload> sends = reader.get(SEND);
    for (int i = 0; i < sends.size(); i++) {
      payload(SEND, List.of(i), sends.get(i));
    }
    List<SocketRequest.Macro> macros = reader.get(MACROS);
    for (int i = 0; i < macros.size(); i++) {
      payload(MACROS, List.of(i, "send"), macros.get(i).send());
    }
    List<Step> steps = reader.get(STEPS);
    for (int i = 0; i < steps.size(); i++) {
      step(i, steps.get(i));
    }
    reader.find(UNTIL).ifPresent(until -> until(UNTIL, List.of(), until));
    behaviour(reader.get(BEHAVIOUR));
    generation(reader.get(GENERATE));
  }

  private void step(int index, Step step) {
    switch (step) {
      case Step.Send(Payload payload) -> payload(STEPS, List.of(index, "send"), payload);
      case Step.Await(Step.Until until) -> until(STEPS, List.of(index, "until"), until);
      case Step.Pause _, Step.HalfClose _, Step.Reset _ -> {
        // Nothing is said or looked for.
      }
    }
  }

  private void until(Field<?> field, List<Object> steps, Step.Until until) {
    if (until instanceof Step.Until.Match(BytePattern pattern)) {
      pattern(field, steps, pattern);
    }
  }

  private void behaviour(Behaviour behaviour) {
    switch (behaviour) {
      case Behaviour.Greet(Payload greeting) -> payload(BEHAVIOUR, List.of("greet"), greeting);
      case Behaviour.Script(List<Payload> replies, boolean first) -> {
        String list = first ? BehaviourKinds.SPEAK_FIRST : BehaviourKinds.SCRIPT;
        for (int i = 0; i < replies.size(); i++) {
          payload(BEHAVIOUR, List.of(list, i), replies.get(i));
        }
      }
      case Behaviour.Rules(List<Behaviour.Rule> rules) -> {
        for (int i = 0; i < rules.size(); i++) {
          String reply = rules.get(i).reply();
          pattern(BEHAVIOUR, List.of("rules", i, "when"), rules.get(i).when());
          check(
              BEHAVIOUR,
              List.of("rules", i, "reply"),
              () -> {
                MessageTemplate _ = MessageTemplate.parse(reply, charset);
              });
        }
      }
      case Behaviour.Nothing _,
          Behaviour.Echo _,
          Behaviour.Discard _,
          Behaviour.Chargen _,
          Behaviour.Daytime _ -> {
        // Nothing is said that the charset could lack.
      }
    }
  }

  private void generation(Generation generation) {
    if (generation.isEmpty()) {
      return;
    }
    int longest = Generation.longest(reader.get(TRANSPORT).isDatagram());
    try {
      int length = generation.template(charset).fixedLength();
      if (generation.size() > longest) {
        reader.problem(GENERATE, Generation.SIZE, TEXT.get("generate.long", longest));
      } else if (generation.size() == 0 && length > longest) {
        reader.problem(GENERATE, Generation.SEND, TEXT.get("generate.long", longest));
      }
    } catch (ParseProblem problem) {
      reader.problem(GENERATE, Generation.SEND, String.valueOf(problem.getMessage()));
    }
  }

  private void payload(Field<?> field, List<Object> steps, Payload payload) {
    check(field, steps, () -> payload.check(charset));
  }

  private void pattern(Field<?> field, List<Object> steps, BytePattern pattern) {
    check(
        field,
        steps,
        () -> {
          BytePattern.Finder _ = pattern.finder(charset);
        });
  }

  private interface Check {
    void run() throws ParseProblem;
  }

  private void check(Field<?> field, List<Object> steps, Check check) {
    try {
      check.run();
    } catch (ParseProblem problem) {
      reader.problem(field, steps, String.valueOf(problem.getMessage()));
    }
  }
}
