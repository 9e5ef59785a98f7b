package org.wirebench.tool.http.service.auth;

import java.util.List;
import org.wirebench.core.net.NetException;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpUrl;

/**
 * What shows who asks.
 *
 * @param url where to send the request: as it was, perhaps with one more parameter
 * @param headers those to add
 */
public record Shown(HttpUrl url, List<HeaderLine> headers) {
  public Shown {
    headers = List.copyOf(headers);
  }

  /** Nothing. */
  static Shown nothing(Asked asked) {
    return new Shown(asked.url(), List.of());
  }

  /**
   * One header.
   *
   * @throws NetException when its value can stand in none
   */
  static Shown header(Asked asked, String name, String value) throws NetException {
    return new Shown(asked.url(), List.of(line(name, value)));
  }

  /**
   * A header.
   *
   * @throws NetException when its value can stand in none
   */
  public static HeaderLine line(String name, String value) throws NetException {
    try {
      return new HeaderLine(name, value);
    } catch (IllegalArgumentException impossible) {
      throw AuthException.invalid(String.valueOf(impossible.getMessage()));
    }
  }

  /** Tells nothing: it is secret. */
  @Override
  public String toString() {
    return headers.stream().map(HeaderLine::name).toList().toString();
  }
}
