package org.wirebench.tool.http.service.auth;

import java.io.IOException;
import org.wirebench.core.text.Messages;

/** Where the user signs in. */
@FunctionalInterface
public interface Browser {
  /**
   * Opens a page, and does not wait for what the user does there.
   *
   * @throws IOException when there is no browser, with a message for people
   */
  void open(String url) throws IOException;

  /** There is none, as on a command line. */
  static Browser none() {
    Messages text = Messages.of(Browser.class);
    return _ -> {
      throw new IOException(text.get("browser.none"));
    };
  }
}
