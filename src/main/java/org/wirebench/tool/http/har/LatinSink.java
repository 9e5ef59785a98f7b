package org.wirebench.tool.http.har;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** Letters that need no escape. */
final class LatinSink extends OutputStream {
  private final JsonGenerator json;

  LatinSink(JsonGenerator json) {
    this.json = json;
  }

  @Override
  public void write(int one) {
    json.writeRaw((char) (one & 0xff));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    json.writeRaw(new String(bytes, offset, length, ISO_8859_1));
  }
}
