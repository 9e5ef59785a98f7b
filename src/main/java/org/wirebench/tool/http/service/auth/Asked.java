package org.wirebench.tool.http.service.auth;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpUrl;

/**
 * A request that is to show who asks.
 *
 * @param headers those that are sent, but for Host and those of the connection where they were not
 *     typed
 */
public record Asked(String method, HttpUrl url, List<HeaderLine> headers, Content content) {
  public Asked {
    headers = List.copyOf(headers);
  }

  /** Its body, which can be read any number of times. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it.
     *
     * @throws IOException when a file cannot be read
     */
    void writeTo(OutputStream to) throws IOException;
  }

  /** The value of the first field of this name. */
  Optional<String> header(String name) {
    return headers.stream().filter(one -> one.is(name)).map(HeaderLine::value).findFirst();
  }
}
