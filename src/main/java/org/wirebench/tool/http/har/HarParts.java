package org.wirebench.tool.http.har;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.tool.http.service.HeaderField;
import org.wirebench.tool.http.service.veil.Secrecy;
import tools.jackson.core.JsonGenerator;

/** What requests and answers have in common. */
final class HarParts {
  private final JsonGenerator json;
  private final Secrecy secrecy;
  private final boolean secrets;

  /** Writes a body. */
  @FunctionalInterface
  interface Source {
    void writeTo(OutputStream to) throws IOException;
  }

  HarParts(JsonGenerator json, Secrecy secrecy, boolean secrets) {
    this.json = json;
    this.secrecy = secrecy;
    this.secrets = secrets;
  }

  String header(HeaderField field) {
    return secrets ? field.value() : secrecy.header(field.name(), field.value());
  }

  String address(String url) {
    return secrets ? url : secrecy.address(url);
  }

  String form(String encoded) {
    return secrets ? encoded : secrecy.form(encoded);
  }

  String stars(String value) {
    return "*".repeat(value.length());
  }

  void headers(List<HeaderField> fields) {
    json.writeArrayPropertyStart("headers");
    fields.forEach(one -> pair(one.name(), header(one)));
    json.writeEndArray();
  }

  void pair(String name, String value) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("value", value);
    json.writeEndObject();
  }

  /**
   * A property with a text of any size.
   *
   * @param charset what {@code source} is in; null to write it as base64
   */
  void text(String name, @Nullable Charset charset, Source source) throws IOException {
    json.writeName(name);
    json.writeRawValue("\"");
    if (charset == null) {
      try (OutputStream letters = Base64.getEncoder().wrap(new LatinSink(json))) {
        source.writeTo(letters);
      }
    } else {
      try (TextSink text = new TextSink(charset, json)) {
        source.writeTo(text);
      }
    }
    json.writeRaw('"');
  }
}
