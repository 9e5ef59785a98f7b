package org.wirebench.core.net;

/** Puts exceptions into words. */
final class FailureClassifier {
  NetFailure classify(Throwable thrown) {
    throw new UnsupportedOperationException(thrown);
  }
}
