package org.wirebench.fx.document;

import java.nio.charset.Charset;
import java.util.Optional;
import org.wirebench.core.bytes.Arrivals;
import org.wirebench.core.bytes.ByteStore;

/**
 * What is shown.
 *
 * @param bytes may still grow; stays open as long as it is shown, and is closed by whoever made it
 * @param mediaType what the sender says it is, {@code application/json; charset=utf-8}; may be
 *     empty or wrong
 * @param charset what the sender says it is in; empty where that has to be guessed
 * @param name what it is saved as: {@code posts-1.json}
 * @param arrivals when its bytes came; closed by whoever made it
 */
public record Document(
    ByteStore bytes,
    String mediaType,
    Optional<Charset> charset,
    String name,
    Optional<Arrivals> arrivals) {
  /** One of which nobody knows when it came. */
  public Document(ByteStore bytes, String mediaType, Optional<Charset> charset, String name) {
    this(bytes, mediaType, charset, name, Optional.empty());
  }
}
