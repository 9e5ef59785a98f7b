package org.wirebench.tool.http.har;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Finds out whether bytes are a text. */
final class TextProbe extends Decoding {
  private boolean text = true;

  TextProbe(Charset charset) {
    super(charset, CodingErrorAction.REPORT);
  }

  @Override
  void take(CharBuffer some) {
    while (some.hasRemaining()) {
      text &= some.get() != 0;
    }
  }

  @Override
  void fault() {
    text = false;
  }

  /** Whether all were letters, and none of them zero. Ends this. */
  boolean isText() throws IOException {
    close();
    return text;
  }
}
