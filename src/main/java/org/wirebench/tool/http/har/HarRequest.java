package org.wirebench.tool.http.har;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.util.List;
import org.wirebench.core.document.DocumentCharset;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.Percent;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HeaderField;
import org.wirebench.tool.http.service.Outgoing;
import org.wirebench.tool.http.service.RequestBody;
import org.wirebench.tool.http.service.veil.Secrecy;
import tools.jackson.core.JsonGenerator;

/** The request of an entry. */
final class HarRequest {
  private static final Messages TEXT = Messages.of(HarRequest.class);
  private static final String FORM = "application/x-www-form-urlencoded";

  /** A longer form is written as a text. */
  private static final long LONGEST_FORM = 1 << 20;

  private final JsonGenerator json;
  private final Exchange exchange;
  private final Outgoing sent;
  private final boolean secrets;
  private final HarParts parts;

  HarRequest(JsonGenerator json, Exchange exchange, boolean secrets) {
    this.json = json;
    this.exchange = exchange;
    this.sent = exchange.sent();
    this.secrets = secrets;
    this.parts = new HarParts(json, sent.secrecy(), secrets);
  }

  void write() throws IOException {
    HttpUrl url = sent.url();
    List<HeaderField> headers =
        exchange.sentHeaders().isEmpty() ? sent.headers() : exchange.sentHeaders();
    json.writeObjectPropertyStart("request");
    json.writeStringProperty("method", sent.method());
    json.writeStringProperty("url", parts.address(url.toString()));
    json.writeStringProperty(
        "httpVersion", exchange.carried().map(Exchange.Carried::version).orElse(""));
    cookies(headers);
    parts.headers(headers);
    json.writeArrayPropertyStart("queryString");
    url.query().ifPresent(query -> pairs(parts.form(query)));
    json.writeEndArray();
    if (sent.body().length() > 0) {
      body(sent.body(), sent.secrecy());
    }
    json.writeNumberProperty("headersSize", size(exchange.sentHeadBytes()));
    json.writeNumberProperty("bodySize", exchange.sentBodyBytes());
    json.writeEndObject();
  }

  private static long size(long bytes) {
    return bytes > 0 ? bytes : -1;
  }

  private void cookies(List<HeaderField> headers) {
    json.writeArrayPropertyStart("cookies");
    headers.stream()
        .filter(one -> one.is("Cookie"))
        .flatMap(one -> List.of(parts.header(one).split(";")).stream())
        .map(pair -> pair.strip().split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> parts.pair(pair[0], pair[1]));
    json.writeEndArray();
  }

  /** What stands in a query or a form, decoded. */
  private void pairs(String encoded) {
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parts.pair(Percent.decodeQuery(name), Percent.decodeQuery(value));
      }
    }
  }

  private void body(RequestBody body, Secrecy secrecy) throws IOException {
    String type =
        sent.headers().stream()
            .filter(one -> one.is("Content-Type"))
            .map(HeaderField::value)
            .findFirst()
            .orElse(body.type());
    json.writeObjectPropertyStart("postData");
    json.writeStringProperty("mimeType", type);
    if (type.startsWith(FORM) && body.length() <= LONGEST_FORM) {
      ByteArrayOutputStream form = new ByteArrayOutputStream();
      body.writeTo(form);
      json.writeArrayPropertyStart("params");
      pairs(parts.form(form.toString(UTF_8)));
      json.writeEndArray();
    } else if (secrecy.bodies() && !secrets) {
      json.writeStringProperty("text", "");
      json.writeStringProperty("comment", TEXT.get("content.hidden"));
    } else {
      text(body, DocumentCharset.guess(type, new byte[0]));
    }
    json.writeEndObject();
  }

  private void text(RequestBody body, Charset charset) throws IOException {
    TextProbe probe = new TextProbe(charset);
    try {
      body.writeTo(probe);
    } catch (FileSystemException gone) {
      // Files are read anew, and this one is not what it was when it was sent.
      json.writeStringProperty("text", "");
      json.writeStringProperty(
          "comment", TEXT.get("content.gone", String.valueOf(gone.getMessage())));
      return;
    }
    boolean isText = probe.isText();
    parts.text("text", isText ? charset : null, (OutputStream to) -> body.writeTo(to));
    if (!isText) {
      // The format has no place for it here; this is what others write.
      json.writeStringProperty("_encoding", "base64");
    }
  }
}
