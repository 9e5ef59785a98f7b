package org.wirebench.tool.http.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What a request brought: every exchange it took, redirects and challenges first, the answer last.
 * Closing it deletes the bodies.
 *
 * @param exchanges at least one; all have an answer
 * @param time of all of them together
 */
public record HttpResult(List<Exchange> exchanges, Duration time) implements AutoCloseable {
  public HttpResult {
    exchanges = List.copyOf(exchanges);
  }

  /** The last exchange. */
  public Exchange last() {
    return exchanges.getLast();
  }

  /** The head of the answer. */
  public ResponseHead head() {
    return last().head().orElseThrow();
  }

  /** How many redirects were followed. */
  public int redirects() {
    return (int)
        exchanges.stream()
            .limit(exchanges.size() - 1L)
            .filter(one -> one.head().filter(head -> head.status() / 100 == 3).isPresent())
            .count();
  }

  @Override
  public void close() throws IOException {
    for (Exchange one : exchanges) {
      one.close();
    }
  }
}
