package org.wirebench.core.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that makes stores in the folder given, and lives until its input ends. */
final class StoresOfAnotherProcess {
  private StoresOfAnotherProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path parent = Path.of(arguments[0]);
    ByteStores stores = new ByteStores(parent);
    stores.create().append(new byte[300_000], 0, 300_000);
    Files.writeString(parent.resolve("ready"), stores.folder().toString());
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
  }
}
