package org.wirebench.fx.document;

import java.nio.charset.Charset;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.document.DocumentRows;
import org.wirebench.core.document.DocumentText;

/**
 * Rows, and the bytes that they show.
 *
 * @param bytes where offsets count, and where is searched
 * @param charset what those are in
 * @param binary whether they are no text
 */
record ShownRows(DocumentRows rows, ByteStore bytes, Charset charset, boolean binary) {
  static ShownRows of(DocumentRows rows, DocumentText text) {
    return new ShownRows(rows, text.bytes(), text.charset(), false);
  }
}
