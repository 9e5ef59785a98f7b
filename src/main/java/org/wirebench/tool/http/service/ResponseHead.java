package org.wirebench.tool.http.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an answer (RFC 9112 section 4, RFC 9113 section 8.3.2).
 *
 * @param version "HTTP/1.1"
 * @param status 100 to 999
 * @param reason as the server put it; empty in HTTP/2
 * @param headers in the order in which they came
 * @param size how many bytes it took, compressed where the version compresses it
 */
public record ResponseHead(
    String version, int status, String reason, List<HeaderField> headers, long size) {
  public ResponseHead {
    headers = List.copyOf(headers);
  }

  /** Whether the final answer still follows (RFC 9110 section 15.2). */
  public boolean isInterim() {
    return status < 200 && status != 101;
  }

  /** The values of all fields of this name. */
  public List<String> all(String name) {
    List<String> all = List.of();
    for (HeaderField field : headers) {
      if (field.is(name)) {
        all = all.isEmpty() ? new ArrayList<>() : all;
        all.add(field.value());
      }
    }
    return List.copyOf(all);
  }

  /** The value of the first field of this name. */
  public Optional<String> first(String name) {
    for (HeaderField field : headers) {
      if (field.is(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /** The members of all lists of this name, in lower case (RFC 9110 section 5.6.1). */
  public List<String> tokens(String name) {
    List<String> tokens = List.of();
    for (String value : all(name)) {
      if (tokens.isEmpty()) {
        tokens = new ArrayList<>(1);
      }
      for (String token : value.split(",", -1)) {
        tokens.add(token.strip().toLowerCase(Locale.ROOT));
      }
      tokens.removeIf(String::isEmpty);
    }
    return List.copyOf(tokens);
  }

  /** The media type without its parameters, in lower case; empty where there is none. */
  public String mediaType() {
    String type = first("Content-Type").orElse("");
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }
}
