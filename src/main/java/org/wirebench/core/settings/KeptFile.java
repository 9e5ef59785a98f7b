package org.wirebench.core.settings;

import java.io.IOException;
import java.util.Optional;

/** A file in which something is kept from one start of the program to the next. */
public interface KeptFile extends AutoCloseable {
  /**
   * Takes what was kept, once, and from now on saves what changes.
   *
   * @return why the file could not be used, or not all of it, and where it was set aside
   * @throws IOException when it cannot be read, or not be set aside
   */
  Optional<String> load() throws IOException;

  /** Saves what is not saved yet. */
  @Override
  void close();
}
