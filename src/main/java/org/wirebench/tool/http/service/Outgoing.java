package org.wirebench.tool.http.service;

import java.util.List;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.veil.Secrecy;

/**
 * A request as it goes out.
 *
 * @param headers all of them, but for Host and those of the connection, which the version adds
 * @param body what is sent, perhaps nothing
 * @param sendsLength whether the length is said even if it is zero
 * @param expectContinue whether the body waits until the server wants it
 * @param secrecy what of the exchange is not for records
 */
public record Outgoing(
    String method,
    HttpUrl url,
    List<HeaderField> headers,
    RequestBody body,
    boolean sendsLength,
    boolean expectContinue,
    Secrecy secrecy) {
  public Outgoing {
    headers = List.copyOf(headers);
  }

  /** Whether a header of this name is among them. */
  boolean has(String name) {
    for (HeaderField one : headers) {
      if (one.is(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a header of this name has this value; letters of either case are the same. */
  boolean says(String name, String value) {
    for (HeaderField one : headers) {
      if (one.is(name) && one.value().strip().equalsIgnoreCase(value)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the body goes out in chunks, since a header says so (RFC 9112 section 7.1). */
  boolean isChunked() {
    return says("Transfer-Encoding", "chunked");
  }

  /** Whether the body waits until the server wants it (RFC 9110 section 10.1.1). */
  boolean expects() {
    return body.length() > 0 && (expectContinue || has("Expect"));
  }

  /** Whether asking twice is as good as asking once (RFC 9110 section 9.2.2). */
  boolean isIdempotent() {
    return List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE").contains(method);
  }
}
