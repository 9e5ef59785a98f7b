package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The files beside this package. */
final class Resources {
  private Resources() {}

  /**
   * A file, as text.
   *
   * @throws IOException when it is not there
   */
  static String text(String name) throws IOException {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
