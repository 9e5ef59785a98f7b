package org.wirebench.tool.http.har;

import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.JsonStringEncoder;

/** The inside of a string of JSON. */
final class TextSink extends Decoding {
  private final JsonGenerator json;
  private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();
  private final StringBuilder escaped = new StringBuilder();

  TextSink(Charset charset, JsonGenerator json) {
    super(charset, CodingErrorAction.REPLACE);
    this.json = json;
  }

  @Override
  void take(CharBuffer some) {
    escaped.setLength(0);
    encoder.quoteAsString(some, escaped);
    json.writeRaw(escaped.toString());
  }

  @Override
  void fault() {
    throw new IllegalStateException("faults are replaced");
  }
}
