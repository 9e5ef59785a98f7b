package org.wirebench.tool.http.request;

import java.util.List;
import org.wirebench.core.text.Messages;

/**
 * All that is asked of a web server.
 *
 * @param method a token (RFC 9110 section 9.1)
 * @param url with its parameters
 * @param headers those that are typed, on or off; what follows from the body, the authorization and
 *     the cookies is added when it is sent, unless it is among them
 * @param load how it is repeated in a load run
 */
public record HttpRequest(
    String method,
    HttpUrl url,
    List<HeaderLine> headers,
    Body body,
    Authorization authorization,
    Options options,
    LoadPlan load) {
  /** The id of the tool. */
  public static final String TOOL = "http";

  private static final Messages TEXT = Messages.of(HttpRequest.class);

  /**
   * @throws IllegalArgumentException when the method is no token; the message is for people
   */
  public HttpRequest {
    if (!HeaderLine.isToken(method)) {
      throw new IllegalArgumentException(TEXT.get("method.token"));
    }
    headers = List.copyOf(headers);
  }

  /** The headers that are sent. */
  public List<HeaderLine> sentHeaders() {
    return headers.stream().filter(header -> !header.off()).toList();
  }

  /** Whether a header of this name is sent that was typed. */
  public boolean hasHeader(String name) {
    return sentHeaders().stream().anyMatch(header -> header.is(name));
  }

  /** The same with another address. */
  public HttpRequest withUrl(HttpUrl other) {
    return new HttpRequest(method, other, headers, body, authorization, options, load);
  }

  /** The same with other options. */
  public HttpRequest withOptions(Options other) {
    return new HttpRequest(method, url, headers, body, authorization, other, load);
  }
}
