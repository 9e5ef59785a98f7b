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

  private HttpException(Kind kind, String title, String cause, String remedy, String detail) {
    this(new NetFailure(kind, title, cause, remedy, detail), null);
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
    return new HttpException(
        Kind.PROTOCOL,
        TEXT.get("noHttp.title"),
        TEXT.get("noHttp.cause", shown(line)),
        TEXT.get("noHttp.remedy"),
        shown(line));
  }

  /** A line of the head is no field. */
  static HttpException badField(String line) {
    return new HttpException(
        Kind.PROTOCOL,
        TEXT.get("badField.title"),
        TEXT.get("badField.cause", shown(line)),
        TEXT.get("badField.remedy"),
        shown(line));
  }

  static HttpException headTooLong(long limit) {
    return new HttpException(
        Kind.LIMIT,
        TEXT.get("headTooLong.title"),
        TEXT.get("headTooLong.cause", Amounts.bytes(limit)),
        TEXT.get("headTooLong.remedy"),
        "");
  }

  /** The connection ended before the head was whole. */
  static HttpException noAnswer(long received) {
    return received == 0
        ? new HttpException(
            Kind.CLOSED,
            TEXT.get("noAnswer.title"),
            TEXT.get("noAnswer.cause"),
            TEXT.get("noAnswer.remedy"),
            "")
        : new HttpException(
            Kind.CLOSED,
            TEXT.get("halfHead.title"),
            TEXT.get("halfHead.cause", Amounts.bytes(received)),
            TEXT.get("halfHead.remedy"),
            "");
  }

  /** More came than the head said. */
  static HttpException tooLong(long received, long announced) {
    return new HttpException(
        Kind.PROTOCOL,
        TEXT.get("tooLong.title"),
        TEXT.get("tooLong.cause", Amounts.bytes(received), Amounts.bytes(announced)),
        TEXT.get("tooLong.remedy"),
        "");
  }

  /** The body ended before it was whole. */
  static HttpException truncated(long received, long announced) {
    return new HttpException(
        Kind.CLOSED,
        TEXT.get("truncated.title"),
        TEXT.get("truncated.cause", Amounts.bytes(received), Amounts.bytes(announced)),
        TEXT.get("truncated.remedy"),
        "");
  }

  /** The connection ended before the last chunk. */
  static HttpException chunksEnded(long received) {
    return new HttpException(
        Kind.CLOSED,
        TEXT.get("chunksEnded.title"),
        TEXT.get("chunksEnded.cause", Amounts.bytes(received)),
        TEXT.get("chunksEnded.remedy"),
        "");
  }

  static HttpException badChunk(String line) {
    return new HttpException(
        Kind.PROTOCOL,
        TEXT.get("badChunk.title"),
        TEXT.get("badChunk.cause", shown(line)),
        TEXT.get("badChunk.remedy"),
        shown(line));
  }

  static HttpException badLength(String value) {
    return new HttpException(
        Kind.PROTOCOL,
        TEXT.get("badLength.title"),
        TEXT.get("badLength.cause", shown(value)),
        TEXT.get("badLength.remedy"),
        shown(value));
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

  /** More content codings are said than anybody uses: they would be decoded one in the other. */
  static HttpException codings(int count, int most) {
    return new HttpException(
        Kind.LIMIT,
        TEXT.get("codings.title"),
        TEXT.get("codings.cause", count, most),
        TEXT.get("codings.remedy"),
        "");
  }

  /** The body became too large when it was decoded. */
  static HttpException expanded(long limit, long onWire) {
    return new HttpException(
        Kind.LIMIT,
        TEXT.get("expanded.title"),
        TEXT.get("expanded.cause", Amounts.bytes(limit), Amounts.bytes(onWire)),
        TEXT.get("expanded.remedy"),
        "");
  }

  static HttpException redirects(int most) {
    return new HttpException(
        Kind.LIMIT,
        TEXT.get("redirects.title"),
        TEXT.get("redirects.cause", most),
        TEXT.get("redirects.remedy"),
        "");
  }

  static HttpException redirectLoop(String url) {
    return new HttpException(
        Kind.LIMIT,
        TEXT.get("loop.title"),
        TEXT.get("loop.cause", Escapes.display(url)),
        TEXT.get("loop.remedy"),
        "");
  }

  static HttpException badRedirect(String why, String location) {
    return new HttpException(
        Kind.PROTOCOL,
        TEXT.get("badRedirect.title"),
        TEXT.get("badRedirect.cause", shown(location), Escapes.display(why)),
        TEXT.get("badRedirect.remedy"),
        shown(location));
  }

  /** Nothing came for so long. */
  static HttpException silent(Duration limit, Optional<Phase> in) {
    HttpException made =
        new HttpException(
            Kind.TIMED_OUT,
            TEXT.get("silent.title"),
            TEXT.get("silent.cause", Amounts.duration(limit)),
            TEXT.get("silent.remedy"),
            "");
    return in.isEmpty() ? made : new HttpException(made.failure().in(in.get()), made);
  }

  /** All of it took too long. */
  static HttpException late(Duration limit) {
    return new HttpException(
        Kind.TIMED_OUT,
        TEXT.get("late.title"),
        TEXT.get("late.cause", Amounts.duration(limit)),
        TEXT.get("late.remedy"),
        "");
  }

  /** HTTP/2 was asked for, and the server speaks something else. */
  static HttpException noHttp2(String spoken) {
    return new HttpException(
        Kind.PROTOCOL,
        TEXT.get("noHttp2.title"),
        TEXT.get("noHttp2.cause", shown(spoken)),
        TEXT.get("noHttp2.remedy"),
        "");
  }

  /** The server reset the stream, or ended the session (RFC 9113 section 7). */
  static HttpException http2(String code, String what) {
    return new HttpException(
        Kind.PROTOCOL,
        TEXT.get("http2.title"),
        TEXT.get("http2.cause", shown(code)),
        TEXT.get("http2.remedy"),
        shown(what));
  }
}
