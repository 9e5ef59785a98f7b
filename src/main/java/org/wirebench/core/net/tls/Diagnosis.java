package org.wirebench.core.net.tls;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.TlsException.Evidence;
import org.wirebench.core.net.tls.TlsException.Problem;

/** Finds out what an exception of the TLS engine means. */
public final class Diagnosis {
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: ([a-z_]+)");
  private static final Pattern VERSION =
      Pattern.compile("protocol_version|No appropriate protocol|protocol is disabled");

  /** Alerts that speak of a certificate (RFC 8446 section 6.2). */
  private static final Set<String> ABOUT_CERTIFICATES =
      Set.of(
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied",
          "no_certificate",
          "certificate_required");

  /** Content types of TLS records (RFC 8446 section 5.1) and of the heartbeat. */
  private static final int FIRST_TYPE = 20;

  private static final int LAST_TYPE = 24;
  private static final int MAJOR_VERSION = 3;
  private static final int DEEPEST = 20;

  private Diagnosis() {}

  /**
   * What one end knows of a handshake.
   *
   * @param firstBytes of the peer, each as one character
   */
  record Scene(
      boolean client,
      String peer,
      boolean askedForCertificate,
      boolean hasCertificate,
      String firstBytes,
      List<X509Certificate> chain) {}

  /** As good as it gets with nothing but the exception, for connections that others make. */
  public static IOException of(SSLException thrown) {
    return of(thrown, new Scene(true, "", false, false, "", List.of()));
  }

  /** The reason below the wrapping of the engine, or a {@link TlsException}. */
  static IOException of(IOException thrown, Scene scene) {
    IOException plain = networkTrouble(thrown);
    if (plain != null) {
      return plain;
    }
    if (thrown instanceof TlsException known) {
      return known;
    }
    RejectedException rejected = find(thrown, RejectedException.class);
    if (rejected != null) {
      return exception(rejected.problem(), scene, "", thrown);
    }
    String text = allMessages(thrown);
    Matcher alert = ALERT.matcher(text);
    if (alert.find()) {
      return exception(meaning(alert.group(1), scene), scene, alert.group(1), thrown);
    }
    if (speaksSomethingElse(scene.firstBytes())) {
      return exception(Problem.NOT_TLS, scene, "", thrown);
    }
    if (VERSION.matcher(text).find()) {
      return exception(Problem.VERSION, scene, "", thrown);
    }
    if (text.contains("Empty client certificate chain")) {
      return exception(Problem.CERTIFICATE_REQUIRED, scene, "", thrown);
    }
    if (find(thrown, EOFException.class) != null) {
      return exception(Problem.ENDED, scene, "", thrown);
    }
    return exception(Problem.OTHER, scene, "", thrown);
  }

  private static Problem meaning(String alert, Scene scene) {
    if (alert.equals("protocol_version")) {
      return Problem.VERSION;
    }
    if (alert.equals("certificate_required")) {
      return Problem.CERTIFICATE_REQUIRED;
    }
    if (ABOUT_CERTIFICATES.contains(alert)) {
      return scene.client() && scene.askedForCertificate() && !scene.hasCertificate()
          ? Problem.CERTIFICATE_REQUIRED
          : Problem.CERTIFICATE_REFUSED;
    }
    // Before TLS 1.3 there was no alert for a missing certificate (RFC 5246 section 7.4.6).
    boolean missing =
        alert.equals("handshake_failure") && scene.askedForCertificate() && !scene.hasCertificate();
    return missing ? Problem.CERTIFICATE_REQUIRED : Problem.ALERT;
  }

  /** Whether these cannot be the first bytes of a TLS record. */
  static boolean speaksSomethingElse(String first) {
    if (first.isEmpty()) {
      return false;
    }
    boolean record = first.charAt(0) >= FIRST_TYPE && first.charAt(0) <= LAST_TYPE;
    return !record || (first.length() > 1 && first.charAt(1) != MAJOR_VERSION);
  }

  private static TlsException exception(
      Problem problem, Scene scene, String alert, IOException thrown) {
    String said = problem == Problem.NOT_TLS ? scene.firstBytes() : "";
    return new TlsException(
        new Evidence(problem, scene.client(), scene.peer(), alert, said, scene.chain()), thrown);
  }

  /** A reset or a closed socket is not the fault of TLS, although its engine wraps it. */
  private static @Nullable IOException networkTrouble(IOException thrown) {
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < DEEPEST; depth++) {
      boolean ofTls = one instanceof SSLException || one instanceof EOFException;
      if (one instanceof IOException trouble && !ofTls) {
        return trouble;
      }
      one = one.getCause();
    }
    return null;
  }

  private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < DEEPEST; depth++) {
      if (type.isInstance(one)) {
        return type.cast(one);
      }
      one = one.getCause();
    }
    return null;
  }

  private static String allMessages(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < DEEPEST; depth++) {
      all.append(one.getMessage()).append('\n');
      one = one.getCause();
    }
    return all.toString();
  }
}
