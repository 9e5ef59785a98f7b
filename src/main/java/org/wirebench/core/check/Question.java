package org.wirebench.core.check;

/**
 * What a check or a capture asks: {@code header Content-Type}.
 *
 * @param argument what follows the name of the subject; empty for one that stands alone
 * @param <R> the result
 */
record Question<R>(Subject<R> subject, String argument) {
  /** What a result answers. */
  Value of(R result) {
    return subject.ask().apply(result, argument);
  }

  /** How it is typed. */
  String typed() {
    return argument.isEmpty() ? subject.name() : subject.name() + " " + argument;
  }

  /** How it stands in a sentence. */
  String shown() {
    return Shown.plain(typed());
  }
}
