package org.wirebench.core.net;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.NotConnectedException.Attempt;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** Why no address of a host could be connected to. */
final class ConnectWords {
  private static final Messages TEXT = Messages.of(ConnectWords.class);

  /** The kinds that say most about the host, first. */
  private static final List<Kind> TELLING =
      List.of(Kind.PERMISSION, Kind.REFUSED, Kind.RESET, Kind.TIMED_OUT, Kind.UNREACHABLE);

  private ConnectWords() {}

  private record Told(Attempt attempt, NetFailure failure) {
    int rank() {
      int index = TELLING.indexOf(failure.kind());
      return index < 0 ? TELLING.size() : index;
    }
  }

  static NetFailure of(NotConnectedException thrown, FailureClassifier classifier) {
    List<Told> all =
        thrown.attempts().stream().map(one -> new Told(one, failure(one, classifier))).toList();
    NetFailure telling =
        all.stream().min(Comparator.comparingInt(Told::rank)).orElseThrow().failure();
    String cause =
        all.size() == 1
            ? TEXT.get("attempts.one", SocketAddresses.text(all.getFirst().attempt().address()))
                + " "
                + telling.cause()
            : TEXT.get(
                "attempts.cause",
                all.size(),
                String.join("; ", all.stream().map(ConnectWords::inShort).toList()));
    return new NetFailure(
        telling.kind(),
        telling.title(),
        cause,
        telling.remedy(),
        String.join("\n", all.stream().map(ConnectWords::inDetail).toList()),
        Optional.of(Phase.CONNECT),
        List.of());
  }

  private static NetFailure failure(Attempt attempt, FailureClassifier classifier) {
    return attempt.failure() == null
        ? new NetFailure(
            Kind.TIMED_OUT,
            TEXT.get("silent.title"),
            TEXT.get("attempts.silent", Amounts.duration(attempt.took())),
            TEXT.get("silent.remedy"),
            "")
        : classifier.classify(attempt.failure());
  }

  private static String inShort(Told told) {
    return TEXT.get(
        "attempts.short", SocketAddresses.text(told.attempt().address()), told.failure().title());
  }

  private static String inDetail(Told told) {
    var failure = told.attempt().failure();
    return TEXT.get(
        "attempts.detail",
        SocketAddresses.text(told.attempt().address()),
        Amounts.duration(told.attempt().took()),
        failure == null ? told.failure().title() : Escapes.display(failure.toString()));
  }
}
