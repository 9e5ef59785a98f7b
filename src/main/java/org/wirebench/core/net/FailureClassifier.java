package org.wirebench.core.net;

/** Puts exceptions into words. */
final class FailureClassifier {
  NetFailure classify(Throwable thrown) {
    return new NetFailure(NetFailure.Kind.IO, thrown.toString(), "", "", "");
  }
}
