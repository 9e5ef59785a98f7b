package org.wirebench.tool.socket.service;

import java.time.Duration;
import java.util.List;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.BytePattern;

/** Rules of a server in few words. */
final class Rules {
  private Rules() {}

  static Behaviour of(Behaviour.Rule... rules) {
    return new Behaviour.Rules(List.of(rules));
  }

  static Behaviour.Rule rule(
      BytePattern.Form form, String text, String reply, Duration delay, Behaviour.Then then) {
    return new Behaviour.Rule(new BytePattern(form, text), reply, delay, then);
  }

  /** Replies to {@code text} and goes on. */
  static Behaviour.Rule reply(String text, String reply, Duration delay) {
    return rule(BytePattern.Form.TEXT, text, reply, delay, Behaviour.Then.GO_ON);
  }

  /** A server that resets the connection when it hears {@code text}. */
  static Behaviour resettingOn(String text) {
    return of(rule(BytePattern.Form.TEXT, text, "", Duration.ZERO, Behaviour.Then.RESET));
  }
}
