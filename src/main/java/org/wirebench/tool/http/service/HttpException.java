package org.wirebench.tool.http.service;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.Phase;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** What a server did that HTTP does not allow, or that was too much. */
final class HttpException extends NetException {
  private static final long serialVersionUID = 1;
  private static final Messages TEXT = Messages.of(HttpException.class);
  private static final int SHOWN = 200;

  private HttpException(Kind kind, String key, String detail, Object... values) {
    this(
        new NetFailure(
            kind,
            TEXT.get(key + ".title"),
            TEXT.get(key + ".cause", values),
            TEXT.get(key + ".remedy"),
            detail),
        null);
  }

  private HttpException(NetFailure failure, @Nullable Throwable cause) {
    super(failure, cause);
  }

  private static String shown(String text) {
    String part = text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text;
    return Escapes.display(part);
  }

  /** The first line of the answer is none. */
  static HttpException noHttp(String line) {
    return new HttpException(Kind.PROTOCOL, "noHttp", shown(line), shown(line));
  }

  /** A line of the head is no field. */
  static HttpException badField(String line) {
    return new HttpException(Kind.PROTOCOL, "badField", shown(line), shown(line));
  }

  static HttpException headTooLong(long limit) {
    return new HttpException(Kind.LIMIT, "headTooLong", "", Amounts.bytes(limit));
  }

  /** The connection ended before the head was whole. */
  static HttpException noAnswer(long received) {
    return received == 0
        ? new HttpException(Kind.CLOSED, "noAnswer", "")
        : new HttpException(Kind.CLOSED, "halfHead", "", Amounts.bytes(received));
  }

  /** The connection ended before the body was whole. */
  static HttpException truncated(long received, long announced) {
    return new HttpException(
        Kind.CLOSED, "truncated", "", Amounts.bytes(received), Amounts.bytes(announced));
  }

  /** The connection ended before the last chunk. */
  static HttpException chunksEnded(long received) {
    return new HttpException(Kind.CLOSED, "chunksEnded", "", Amounts.bytes(received));
  }

  static HttpException badChunk(String line) {
    return new HttpException(Kind.PROTOCOL, "badChunk", shown(line), shown(line));
  }

  static HttpException badLength(String value) {
    return new HttpException(Kind.PROTOCOL, "badLength", shown(value), shown(value));
  }

  /** The body is not what its content coding says. */
  static HttpException badCoding(String coding, Exception why) {
    return new HttpException(
        new NetFailure(
            Kind.PROTOCOL,
            TEXT.get("badCoding.title"),
            TEXT.get("badCoding.cause", shown(coding)),
            TEXT.get("badCoding.remedy"),
            Escapes.display(why.toString())),
        why);
  }

  /** The body became too large when it was decoded. */
  static HttpException expanded(long limit, long onWire) {
    return new HttpException(
        Kind.LIMIT, "expanded", "", Amounts.bytes(limit), Amounts.bytes(onWire));
  }

  static HttpException redirects(int most) {
    return new HttpException(Kind.LIMIT, "redirects", "", most);
  }

  static HttpException redirectLoop(String url) {
    return new HttpException(Kind.LIMIT, "loop", "", Escapes.display(url));
  }

  static HttpException badRedirect(String why, String location) {
    return new HttpException(
        Kind.PROTOCOL, "badRedirect", shown(location), shown(location), Escapes.display(why));
  }

  /** Nothing came for so long. */
  static HttpException silent(Duration limit, Optional<Phase> in) {
    HttpException made = new HttpException(Kind.TIMED_OUT, "silent", "", Amounts.duration(limit));
    return in.isEmpty() ? made : new HttpException(made.failure().in(in.get()), made);
  }

  /** All of it took too long. */
  static HttpException late(Duration limit) {
    return new HttpException(Kind.TIMED_OUT, "late", "", Amounts.duration(limit));
  }

  /** HTTP/2 was asked for, and the server speaks something else. */
  static HttpException noHttp2(String spoken) {
    return new HttpException(Kind.PROTOCOL, "noHttp2", "", shown(spoken));
  }

  /** The server reset the stream, or ended the session (RFC 9113 section 7). */
  static HttpException http2(String code, String what) {
    return new HttpException(Kind.PROTOCOL, "http2", shown(what), shown(code));
  }
}
