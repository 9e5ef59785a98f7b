package org.wirebench.tool.http.view;

import java.util.Arrays;
import java.util.Optional;
import org.wirebench.core.text.Messages;

/** Status codes that are explained (RFC 9110 section 15 and the registry). */
enum KnownStatus {
  CONTINUE(100),
  SWITCHING_PROTOCOLS(101),
  EARLY_HINTS(103),
  OK(200),
  CREATED(201),
  ACCEPTED(202),
  NON_AUTHORITATIVE(203),
  NO_CONTENT(204),
  RESET_CONTENT(205),
  PARTIAL_CONTENT(206),
  MULTIPLE_CHOICES(300),
  MOVED_PERMANENTLY(301),
  FOUND(302),
  SEE_OTHER(303),
  NOT_MODIFIED(304),
  TEMPORARY_REDIRECT(307),
  PERMANENT_REDIRECT(308),
  BAD_REQUEST(400),
  UNAUTHORIZED(401),
  PAYMENT_REQUIRED(402),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  PROXY_AUTHENTICATION_REQUIRED(407),
  REQUEST_TIMEOUT(408),
  CONFLICT(409),
  GONE(410),
  LENGTH_REQUIRED(411),
  PRECONDITION_FAILED(412),
  CONTENT_TOO_LARGE(413),
  URI_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  RANGE_NOT_SATISFIABLE(416),
  EXPECTATION_FAILED(417),
  TEAPOT(418),
  MISDIRECTED_REQUEST(421),
  UNPROCESSABLE_CONTENT(422),
  LOCKED(423),
  TOO_EARLY(425),
  UPGRADE_REQUIRED(426),
  PRECONDITION_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  HEADER_FIELDS_TOO_LARGE(431),
  UNAVAILABLE_FOR_LEGAL_REASONS(451),
  INTERNAL_SERVER_ERROR(500),
  NOT_IMPLEMENTED(501),
  BAD_GATEWAY(502),
  SERVICE_UNAVAILABLE(503),
  GATEWAY_TIMEOUT(504),
  HTTP_VERSION_NOT_SUPPORTED(505),
  INSUFFICIENT_STORAGE(507),
  NETWORK_AUTHENTICATION_REQUIRED(511);

  private static final Messages TEXT = Messages.of(KnownStatus.class);

  private final int code;

  KnownStatus(int code) {
    this.code = code;
  }

  /** The number. */
  int code() {
    return code;
  }

  /** What it says, in a few words. */
  String meaning() {
    return TEXT.get(this);
  }

  /** The status of that code. */
  static Optional<KnownStatus> of(int code) {
    return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
  }
}
