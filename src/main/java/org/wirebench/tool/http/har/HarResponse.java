package org.wirebench.tool.http.har;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.document.DocumentCharset;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.ResponseHead;
import org.wirebench.tool.http.service.cookie.Cookie;
import org.wirebench.tool.http.service.cookie.CookieDecision;
import org.wirebench.tool.http.service.cookie.CookieJar;
import tools.jackson.core.JsonGenerator;

/** The answer of an entry, as far as it came. */
final class HarResponse {
  private static final Messages TEXT = Messages.of(HarResponse.class);

  private static final ResponseHead NONE = new ResponseHead("", 0, "", List.of(), -1);

  private final JsonGenerator json;
  private final Exchange exchange;
  private final ResponseHead head;
  private final boolean secrets;
  private final HarParts parts;

  HarResponse(JsonGenerator json, Exchange exchange, boolean secrets) {
    this.json = json;
    this.exchange = exchange;
    this.head = exchange.head().orElse(NONE);
    this.secrets = secrets;
    this.parts = new HarParts(json, exchange.sent().secrecy(), secrets);
  }

  void write() throws IOException {
    json.writeObjectPropertyStart("response");
    json.writeNumberProperty("status", head.status());
    json.writeStringProperty("statusText", head.reason());
    json.writeStringProperty("httpVersion", head.version());
    cookies();
    parts.headers(head.headers());
    content();
    json.writeStringProperty("redirectURL", parts.address(head.first("Location").orElse("")));
    json.writeNumberProperty("headersSize", head.size());
    json.writeNumberProperty("bodySize", exchange.head().isEmpty() ? -1 : exchange.encodedBytes());
    Optional<NetFailure> failure = exchange.failure();
    if (failure.isPresent()) {
      json.writeStringProperty("_error", failure.get().title());
    }
    json.writeEndObject();
  }

  private void cookies() {
    json.writeArrayPropertyStart("cookies");
    CookieJar.judge(exchange.sent().url(), exchange.begun(), head.all("Set-Cookie")).stream()
        .map(CookieDecision::cookie)
        .flatMap(Optional::stream)
        .forEach(this::cookie);
    json.writeEndArray();
  }

  private void cookie(Cookie cookie) {
    json.writeStartObject();
    json.writeStringProperty("name", cookie.name());
    json.writeStringProperty("value", secrets ? cookie.value() : parts.stars(cookie.value()));
    json.writeStringProperty("path", cookie.path());
    json.writeStringProperty("domain", cookie.domain());
    cookie.expires().ifPresent(end -> json.writeStringProperty("expires", end.toString()));
    json.writeBooleanProperty("httpOnly", cookie.httpOnly());
    json.writeBooleanProperty("secure", cookie.secure());
    json.writeEndObject();
  }

  private void content() throws IOException {
    ByteStore body = exchange.body();
    long size = body.size();
    String type = head.first("Content-Type").orElse("");
    json.writeObjectPropertyStart("content");
    json.writeNumberProperty("size", size);
    if (exchange.isDecoded()) {
      json.writeNumberProperty("compression", size - exchange.encodedBytes());
    }
    json.writeStringProperty("mimeType", type.isEmpty() ? "x-unknown" : type);
    boolean hidden = exchange.sent().secrecy().bodies() && !secrets && head.status() < 400;
    if (hidden) {
      json.writeStringProperty("comment", TEXT.get("content.hidden"));
    } else if (size > 0) {
      body(body, size, type);
    }
    json.writeEndObject();
  }

  private void body(ByteStore body, long size, String type) throws IOException {
    byte[] beginning = body.read(0, (int) Math.min(size, DocumentCharset.HEAD));
    Charset charset = DocumentCharset.guess(type, beginning);
    TextProbe probe = new TextProbe(charset);
    try (InputStream in = body.newInputStream(0, size)) {
      in.transferTo(probe);
    }
    boolean isText = probe.isText();
    parts.text(
        "text",
        isText ? charset : null,
        to -> {
          try (InputStream in = body.newInputStream(0, size)) {
            in.transferTo(to);
          }
        });
    if (!isText) {
      json.writeStringProperty("encoding", "base64");
    }
    if (exchange.failure().isPresent() || !exchange.isOver()) {
      json.writeStringProperty("comment", TEXT.get("content.partly"));
    }
  }
}
