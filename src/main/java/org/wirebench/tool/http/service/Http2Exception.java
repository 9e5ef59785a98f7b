package org.wirebench.tool.http.service;

import java.util.List;
import org.eclipse.jetty.http2.ErrorCode;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** A rule of HTTP/2 that the server has broken (RFC 9113 section 5.4). */
final class Http2Exception extends NetException {
  private static final long serialVersionUID = 1;
  private static final Messages TEXT = Messages.of(Http2Exception.class);
  private static final List<String> NAMES =
      List.of(
          "NO_ERROR",
          "PROTOCOL_ERROR",
          "INTERNAL_ERROR",
          "FLOW_CONTROL_ERROR",
          "SETTINGS_TIMEOUT",
          "STREAM_CLOSED",
          "FRAME_SIZE_ERROR",
          "REFUSED_STREAM",
          "CANCEL",
          "COMPRESSION_ERROR",
          "CONNECT_ERROR",
          "ENHANCE_YOUR_CALM",
          "INADEQUATE_SECURITY",
          "HTTP_1_1_REQUIRED");

  private final ErrorCode code;

  private Http2Exception(ErrorCode code, NetFailure failure) {
    super(failure, null);
    this.code = code;
  }

  /**
   * @param code what such an error is called
   * @param what what the server did, as its frame says
   */
  static Http2Exception of(ErrorCode code, String what) {
    return new Http2Exception(
        code,
        new NetFailure(
            Kind.PROTOCOL,
            TEXT.get("rule.title"),
            TEXT.get("rule.cause", named(code.code), what),
            TEXT.get("rule.remedy"),
            what));
  }

  /** The server asks for answers, and takes none of them. */
  static Http2Exception flood(int answers) {
    return new Http2Exception(
        ErrorCode.ENHANCE_YOUR_CALM_ERROR,
        new NetFailure(
            Kind.LIMIT,
            TEXT.get("flood.title"),
            TEXT.get("flood.cause", Amounts.count(answers)),
            TEXT.get("flood.remedy"),
            named(ErrorCode.ENHANCE_YOUR_CALM_ERROR.code)));
  }

  /** What an error code is called (RFC 9113 section 7). */
  static String named(int code) {
    return code >= 0 && code < NAMES.size()
        ? NAMES.get(code)
        : "error " + Integer.toUnsignedString(code);
  }

  /** The error code. */
  int code() {
    return code.code;
  }
}
