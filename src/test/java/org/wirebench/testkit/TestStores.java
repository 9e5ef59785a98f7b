package org.wirebench.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.bytes.ByteStores;

/** Byte stores in a folder of their own, of which nothing is left in the end. */
public final class TestStores implements AutoCloseable, AfterEachCallback {
  private final Path folder;
  private final ByteStores stores;

  public TestStores() {
    try {
      folder = TestFolders.create();
      stores = new ByteStores(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whatever is put into it must be gone in the end. */
  Path folder() {
    return folder;
  }

  public ByteStores stores() {
    return stores;
  }

  @Override
  public void close() throws IOException {
    stores.close();
    Files.delete(folder);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    close();
  }
}
