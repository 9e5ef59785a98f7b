package org.wirebench.core.net;

import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.net.tls.TlsException;
import org.wirebench.core.net.tls.TlsException.Evidence;
import org.wirebench.core.net.tls.TlsFileException;
import org.wirebench.core.text.IpAddresses;
import org.wirebench.core.text.Messages;

/** What went wrong in TLS. */
final class TlsWords {
  private static final Messages TEXT = Messages.of(TlsWords.class);
  private static final int MOST_NAMES = 8;

  private TlsWords() {}

  static NetFailure of(TlsException thrown) {
    Evidence evidence = thrown.evidence();
    NetFailure words = words(evidence, thrown);
    String detail =
        evidence.chain().isEmpty()
            ? words.detail()
            : words.detail() + "\n" + chain(evidence.chain());
    return new NetFailure(
        words.kind(),
        words.title(),
        words.cause(),
        words.remedy(),
        detail,
        Optional.of(Phase.TLS),
        evidence.chain());
  }

  private static NetFailure words(Evidence evidence, TlsException thrown) {
    return switch (evidence.problem()) {
      case UNTRUSTED ->
          make(
              Kind.TLS_UNTRUSTED,
              TEXT.get("untrusted.title"),
              untrusted(evidence),
              evidence.client() ? TEXT.get("untrusted.remedy") : TEXT.get("untrusted.clientRemedy"),
              thrown);
      case PIN_MISMATCH ->
          make(
              Kind.TLS_UNTRUSTED,
              TEXT.get("pin.title"),
              TEXT.get("pin.cause", fingerprint(evidence)),
              TEXT.get("pin.remedy"),
              thrown);
      case NAME_MISMATCH ->
          make(
              Kind.TLS_NAME_MISMATCH,
              TEXT.get("mismatch.title"),
              mismatch(evidence),
              TEXT.get("mismatch.remedy"),
              thrown);
      case EXPIRED ->
          make(
              Kind.TLS_EXPIRED,
              TEXT.get("expired.title"),
              TEXT.get("expired.cause", expiry(evidence)),
              TEXT.get("expired.remedy"),
              thrown);
      case NOT_YET_VALID ->
          make(
              Kind.TLS_EXPIRED,
              TEXT.get("early.title"),
              TEXT.get("early.cause", beginning(evidence)),
              TEXT.get("early.remedy"),
              thrown);
      default -> moreWords(evidence, thrown);
    };
  }

  private static NetFailure moreWords(Evidence evidence, TlsException thrown) {
    String alert = Escapes.display(evidence.alert());
    return switch (evidence.problem()) {
      case VERSION ->
          make(
              Kind.TLS_OTHER,
              TEXT.get("version.title"),
              TEXT.get("version.cause"),
              TEXT.get("version.remedy"),
              thrown);
      case CERTIFICATE_REQUIRED ->
          make(
              Kind.AUTHENTICATION,
              TEXT.get("required.title"),
              evidence.client() ? TEXT.get("required.cause") : TEXT.get("required.clientCause"),
              evidence.client() ? TEXT.get("required.remedy") : "",
              thrown);
      case CERTIFICATE_REFUSED ->
          make(
              Kind.AUTHENTICATION,
              TEXT.get("certRefused.title"),
              TEXT.get("certRefused.cause", alert),
              evidence.client()
                  ? TEXT.get("certRefused.remedy")
                  : TEXT.get("certRefused.serverRemedy"),
              thrown);
      case NOT_TLS ->
          make(
              Kind.PROTOCOL,
              TEXT.get("notTls.title"),
              TEXT.get("notTls.cause", Escapes.display(evidence.text())),
              evidence.client() ? TEXT.get("notTls.remedy") : TEXT.get("notTls.clientRemedy"),
              thrown);
      case ENDED ->
          make(
              Kind.CLOSED,
              TEXT.get("tlsEnded.title"),
              TEXT.get("tlsEnded.cause"),
              TEXT.get("tlsEnded.remedy"),
              thrown);
      case ALERT ->
          make(
              Kind.TLS_OTHER,
              TEXT.get("alert.title"),
              TEXT.get("alert.cause", alert),
              TEXT.get("alert.remedy"),
              thrown);
      default ->
          make(
              Kind.TLS_OTHER,
              TEXT.get("tls.title"),
              TEXT.get("tls.cause", said(thrown)),
              TEXT.get("tls.remedy"),
              thrown);
    };
  }

  /** What the engine said, without the name of the alert that it then sent. */
  private static String said(TlsException thrown) {
    return FailureClassifier.message(thrown).replaceFirst("^\\([a-z_]+\\) ", "");
  }

  private static NetFailure make(
      Kind kind, String title, String cause, String remedy, Exception thrown) {
    return FailureClassifier.failure(kind, title, cause, remedy, thrown);
  }

  private static String untrusted(Evidence evidence) {
    if (evidence.chain().isEmpty()) {
      return TEXT.get("untrusted.cause");
    }
    X509Certificate last = evidence.chain().getLast();
    boolean self = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
    String issuer = name(last.getIssuerX500Principal().getName());
    return self && evidence.chain().size() == 1
        ? TEXT.get("untrusted.self", issuer)
        : TEXT.get("untrusted.issuer", issuer);
  }

  private static String mismatch(Evidence evidence) {
    String wanted = Escapes.display(evidence.peer());
    List<String> names =
        evidence.chain().isEmpty()
            ? List.of()
            : Certificates.names(evidence.chain().getFirst()).stream()
                .map(IpAddresses::shortened)
                .map(TlsWords::name)
                .toList();
    if (names.isEmpty()) {
      return TEXT.get("mismatch.none", wanted);
    }
    String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() <= MOST_NAMES
        ? TEXT.get("mismatch.cause", wanted, shown)
        : TEXT.get("mismatch.causeMore", wanted, shown, names.size() - MOST_NAMES);
  }

  private static String name(String name) {
    return Escapes.display(name.length() <= 100 ? name : name.substring(0, 100) + "…");
  }

  private static String fingerprint(Evidence evidence) {
    return evidence.chain().isEmpty() ? "?" : Certificates.sha256(evidence.chain().getFirst());
  }

  /** When the first certificate of the chain to expire did. */
  private static String expiry(Evidence evidence) {
    return evidence.chain().stream()
        .map(X509Certificate::getNotAfter)
        .min(Date::compareTo)
        .map(date -> date.toInstant().toString())
        .orElse("?");
  }

  private static String beginning(Evidence evidence) {
    return evidence.chain().stream()
        .map(X509Certificate::getNotBefore)
        .max(Date::compareTo)
        .map(date -> date.toInstant().toString())
        .orElse("?");
  }

  private static String chain(List<X509Certificate> chain) {
    return String.join(
        "\n",
        chain.stream()
            .map(
                one ->
                    TEXT.get(
                        "chain.line",
                        name(one.getSubjectX500Principal().getName()),
                        name(one.getIssuerX500Principal().getName()),
                        one.getNotBefore().toInstant().toString(),
                        one.getNotAfter().toInstant().toString(),
                        Certificates.sha256(one)))
            .toList());
  }

  static NetFailure of(TlsFileException thrown) {
    String file = Escapes.display(thrown.file());
    return FailureClassifier.failure(
        Kind.INVALID,
        TEXT.get("tlsFile.title"),
        switch (thrown.reason()) {
          case NO_CERTIFICATE -> TEXT.get("tlsFile.noCertificate", file);
          case NO_KEY -> TEXT.get("tlsFile.noKey", file);
          case KEY_NOT_NAMED -> TEXT.get("tlsFile.keyNotNamed", file);
          case PASSWORD_MISSING -> TEXT.get("tlsFile.passwordMissing", file);
          case PASSWORD_WRONG -> TEXT.get("tlsFile.passwordWrong", file);
          case DAMAGED -> TEXT.get("tlsFile.damaged", file);
          case SEALED_OTHERWISE -> TEXT.get("tlsFile.sealedOtherwise", file);
          case FOLDER -> TEXT.get("tlsFile.folder", file);
          case TOO_LONG -> TEXT.get("tlsFile.tooLong", file);
          case MISMATCH -> TEXT.get("tlsFile.mismatch", file);
        },
        "",
        thrown);
  }
}
