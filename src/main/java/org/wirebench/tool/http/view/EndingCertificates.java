package org.wirebench.tool.http.view;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;

/** What is said of certificates that run out: of any in a chain, since none is good without all. */
final class EndingCertificates {
  private static final Messages TEXT = Messages.of(EndingCertificates.class);

  /** From when on it is said that a certificate will run out. */
  private static final Duration SOON = Duration.ofDays(30);

  static final DateTimeFormatter DATE =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private EndingCertificates() {}

  /**
   * A sentence for each certificate that has run out, or will within thirty days.
   *
   * @param chain that of the server first
   */
  static List<String> of(List<X509Certificate> chain, Instant now) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate one = chain.get(i);
      Instant end = one.getNotAfter().toInstant();
      Duration left = Duration.between(now, end);
      if (left.compareTo(SOON) < 0) {
        all.add(i == 0 ? ofServer(left, end) : ofOther(one, left, end));
      }
    }
    return all;
  }

  private static String ofServer(Duration left, Instant end) {
    return left.isNegative()
        ? TEXT.get("tls.over", DATE.format(end))
        : TEXT.get("tls.ending", left.toDays(), DATE.format(end));
  }

  private static String ofOther(X509Certificate one, Duration left, Instant end) {
    String name = Escapes.display(one.getSubjectX500Principal().getName());
    return left.isNegative()
        ? TEXT.get("tls.overOther", DATE.format(end), name)
        : TEXT.get("tls.endingOther", left.toDays(), DATE.format(end), name);
  }
}
