package org.wirebench.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;

/** One line of JSON of 100 MB, such as servers send. */
final class OneLine {
  private static final int SIZE = 100_000_000;

  private OneLine() {}

  /** The line in a store, and in {@code file} for the peers. */
  static ByteStore create(ByteStores stores, Path file) throws IOException {
    ByteStore store = stores.create();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      long written = 0;
      for (int i = 0; written < SIZE; i++) {
        byte[] part = item(i).getBytes(UTF_8);
        store.append(part, 0, part.length);
        out.write(part);
        written += part.length;
      }
      store.append(new byte[] {']'}, 0, 1);
      out.write(']');
    }
    return store;
  }

  private static String item(int number) {
    return (number == 0 ? "[" : ",")
        + "{\"id\":"
        + number
        + ",\"name\":\"Somebody number "
        + number
        + "\",\"active\":true,\"balance\":1234.50,\"tags\":[\"one\",\"two\"],"
        + "\"address\":{\"city\":\"Köln\",\"zip\":\"50667\",\"geo\":[50.94,6.96]}}";
  }
}
