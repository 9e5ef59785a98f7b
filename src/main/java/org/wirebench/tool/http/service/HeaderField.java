package org.wirebench.tool.http.service;

/**
 * A header field as it passed (RFC 9110 section 5). What a server sends is not trusted: it is shown
 * escaped.
 */
public record HeaderField(String name, String value) {
  /** Whether it has this name; letters of either case are the same. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
