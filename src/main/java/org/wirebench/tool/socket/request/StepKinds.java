package org.wirebench.tool.socket.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Kinds.Option;
import org.wirebench.tool.socket.request.Step.Until;

/** How payloads, patterns and steps are typed in a file. */
final class StepKinds {
  private static final Messages TEXT = Messages.of(StepKinds.class);

  // Syntax does not depend on the charset; what a charset lacks is found when the whole is bound.
  private static final Charset SYNTAX = StandardCharsets.UTF_8;

  private StepKinds() {}

  static Kind<Payload> payload() {
    return Kinds.shortOrLong(
        payload(Payload.Form.TEXT),
        Kinds.oneOf(
            payload("text", Payload.Form.TEXT),
            payload("hex", Payload.Form.HEX),
            payload("base64", Payload.Form.BASE64),
            payload("file", Payload.Form.FILE)),
        payload -> payload.form() == Payload.Form.TEXT);
  }

  private static Option<Payload, Payload> payload(String name, Payload.Form form) {
    return new Option<>(
        name,
        TEXT.get(form),
        payload(form),
        payload -> payload,
        payload -> payload.form() == form ? Optional.of(payload) : Optional.empty());
  }

  private static Kind<Payload> payload(Payload.Form form) {
    return Kinds.parsed(
        TEXT.get(form),
        text -> {
          Payload payload = new Payload(form, text);
          payload.check(SYNTAX);
          return payload;
        },
        Payload::text);
  }

  static Kind<BytePattern> pattern() {
    return Kinds.shortOrLong(
        pattern(BytePattern.Form.TEXT),
        Kinds.oneOf(
            pattern("text", BytePattern.Form.TEXT),
            pattern("regex", BytePattern.Form.REGEX),
            pattern("hex", BytePattern.Form.HEX)),
        pattern -> pattern.form() == BytePattern.Form.TEXT);
  }

  private static Option<BytePattern, BytePattern> pattern(String name, BytePattern.Form form) {
    return new Option<>(
        name,
        TEXT.get(form),
        pattern(form),
        pattern -> pattern,
        pattern -> pattern.form() == form ? Optional.of(pattern) : Optional.empty());
  }

  private static Kind<BytePattern> pattern(BytePattern.Form form) {
    return Kinds.parsed(TEXT.get(form), text -> checked(form, text), BytePattern::text);
  }

  private static BytePattern checked(BytePattern.Form form, String text) throws ParseProblem {
    BytePattern pattern = new BytePattern(form, text);
    BytePattern.Finder _ = pattern.finder(SYNTAX);
    return pattern;
  }

  static Kind<Until> until() {
    return Kinds.oneOf(
        match("text", BytePattern.Form.TEXT),
        match("regex", BytePattern.Form.REGEX),
        match("hex", BytePattern.Form.HEX),
        new Option<>(
            "bytes",
            TEXT.get("until.bytes"),
            Kinds.integer(1, Integer.MAX_VALUE),
            Until.Bytes::new,
            until ->
                until instanceof Until.Bytes(int count) ? Optional.of(count) : Optional.empty()),
        only("end", TEXT.get("until.end"), new Until.End()));
  }

  private static Option<Until, BytePattern> match(String name, BytePattern.Form form) {
    return new Option<>(
        name,
        TEXT.get(form),
        pattern(form),
        Until.Match::new,
        until ->
            until instanceof Until.Match(BytePattern pattern) && pattern.form() == form
                ? Optional.of(pattern)
                : Optional.empty());
  }

  /** A form that has no value of its own: {@code end: true}. */
  private static <T> Option<T, Boolean> only(String name, String about, T value) {
    return new Option<>(
        name,
        about,
        Kinds.onlyTrue(),
        _ -> value,
        other -> other.equals(value) ? Optional.of(true) : Optional.empty());
  }

  static Kind<Step> step() {
    return Kinds.oneOf(
        new Option<Step, Payload>(
            "send",
            TEXT.get("step.send"),
            payload(),
            Step.Send::new,
            step -> step instanceof Step.Send(Payload sent) ? Optional.of(sent) : Optional.empty()),
        new Option<Step, Until>(
            "until",
            TEXT.get("step.until"),
            until(),
            Step.Await::new,
            step ->
                step instanceof Step.Await(Until until) ? Optional.of(until) : Optional.empty()),
        new Option<Step, Duration>(
            "pause",
            TEXT.get("step.pause"),
            Kinds.duration(),
            Step.Pause::new,
            step ->
                step instanceof Step.Pause(Duration time) ? Optional.of(time) : Optional.empty()),
        only("halfClose", TEXT.get("step.halfClose"), (Step) new Step.HalfClose()),
        only("reset", TEXT.get("step.reset"), (Step) new Step.Reset()));
  }
}
