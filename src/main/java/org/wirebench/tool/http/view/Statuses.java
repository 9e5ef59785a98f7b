package org.wirebench.tool.http.view;

import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.StatusPill;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.Outgoing;
import org.wirebench.tool.http.service.ResponseHead;
import org.wirebench.tool.http.service.veil.Secrecy;

/** What is said of an exchange in a few words. */
final class Statuses {
  private static final Messages TEXT = Messages.of(Statuses.class);

  /** What a server says can be as long as it likes. */
  private static final int LONGEST_REASON = 60;

  private static final int LONGEST_ADDRESS = 300;

  private Statuses() {}

  /** "200 OK", with the reason that is usual where the server gave none. */
  static String words(ResponseHead head) {
    String reason = Escapes.display(head.reason(), LONGEST_REASON);
    return reason.isBlank() ? Integer.toString(head.status()) : head.status() + " " + reason;
  }

  /** How an exchange stands. */
  static String words(Exchange exchange) {
    if (exchange.isStopped()) {
      return exchange
          .head()
          .map(head -> TEXT.get("status.stopped", words(head)))
          .orElseGet(() -> TEXT.get("status.stoppedEarly"));
    }
    return exchange
        .head()
        .map(Statuses::words)
        .orElseGet(() -> exchange.isOver() ? TEXT.get("status.none") : TEXT.get("status.waiting"));
  }

  static StatusPill.Kind kind(Exchange exchange) {
    Optional<Integer> status = exchange.head().map(ResponseHead::status);
    if (status.isEmpty()) {
      return exchange.isOver() && !exchange.isStopped()
          ? StatusPill.Kind.BAD
          : StatusPill.Kind.NEUTRAL;
    }
    return switch (status.get() / 100) {
      case 2 -> StatusPill.Kind.GOOD;
      case 4 -> StatusPill.Kind.WARNING;
      case 5 -> StatusPill.Kind.BAD;
      default -> StatusPill.Kind.ACTIVE;
    };
  }

  /** What the status says; empty for one that is not known. */
  static String meaning(Exchange exchange) {
    return exchange
        .head()
        .map(ResponseHead::status)
        .flatMap(KnownStatus::of)
        .map(KnownStatus::meaning)
        .orElse("");
  }

  /** "GET http://h/posts/1", without what is secret in it. */
  static String asked(Exchange exchange) {
    Outgoing sent = exchange.sent();
    return asked(sent.method(), sent.secrecy().address(sent.url().toString()));
  }

  /** The same of what was to be sent. */
  static String asked(HttpRequest request) {
    String address = Secrecy.of(request).address(request.url().toString());
    return asked(request.method(), address);
  }

  private static String asked(String method, String address) {
    return method + " " + Escapes.display(address, LONGEST_ADDRESS);
  }
}
