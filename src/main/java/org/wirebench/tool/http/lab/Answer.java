package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.wirebench.tool.http.request.HeaderLine;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The answer to one request to the lab. Blocks; for one thread. */
final class Answer {
  static final String JSON = "application/json";
  static final String PLAIN = "text/plain; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";
  static final String BINARY = "application/octet-stream";

  /** For {@link #stream}: how long the body becomes is not known. */
  static final long UNKNOWN = -1;

  /** Jetty takes many small pieces far more slowly than one. */
  private static final int CHUNK = 64 << 10;

  private static final JsonMapper PRINTER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Request request;
  private final Response response;

  Answer(Request request, Response response) {
    this.request = request;
    this.response = response;
  }

  /** Writes the body of an answer. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws Exception;
  }

  Response response() {
    return response;
  }

  /** Whether the answer is to have no body. */
  boolean isHead() {
    return request.getMethod().equals("HEAD");
  }

  /** Adds a header field to the answer, in the place of others of its name. */
  Answer with(String name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /**
   * Adds a header field to the answer that the client chose.
   *
   * @throws RefusedException when it is none
   */
  void add(String name, String value) throws RefusedException {
    try {
      HeaderLine line = new HeaderLine(name, value);
      response.getHeaders().add(line.name(), line.value());
    } catch (IllegalArgumentException wrong) {
      throw new RefusedException(400, String.valueOf(wrong.getMessage()));
    }
  }

  /** Answers with JSON. */
  void json(int status, Object tree) throws IOException {
    send(status, JSON, printed(tree) + "\n");
  }

  /** JSON for people. */
  static String printed(Object tree) {
    return PRINTER.writeValueAsString(tree);
  }

  void send(int status, String type, String text) throws IOException {
    send(status, type, text.getBytes(UTF_8));
  }

  void send(int status, String type, byte[] bytes) throws IOException {
    response.setStatus(status);
    if (!response.getHeaders().contains(HttpHeader.CONTENT_TYPE)) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    last(isHead() ? new byte[0] : bytes);
  }

  /** Answers with a status alone. */
  void empty(int status) throws IOException {
    response.setStatus(status);
    if (status != 204 && status != 304) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
    }
    last(new byte[0]);
  }

  private void last(byte[] bytes) throws IOException {
    Content.Sink.write(response, true, ByteBuffer.wrap(bytes));
  }

  /** Answers with a redirect. */
  void redirect(int status, String location) throws IOException, RefusedException {
    add(HttpHeader.LOCATION.asString(), location);
    empty(status);
  }

  /**
   * Answers with a body of any size; writing waits while the client does not read.
   *
   * @param length how many bytes there will be, or {@link #UNKNOWN}
   */
  void stream(int status, String type, long length, Writing writing) throws Exception {
    response.setStatus(status);
    if (!response.getHeaders().contains(HttpHeader.CONTENT_TYPE)) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    }
    if (length >= 0) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    }
    if (isHead()) {
      last(new byte[0]);
      return;
    }
    // Closed after success alone: closing says that the body is whole.
    OutputStream out =
        new BufferedOutputStream(Response.asBufferedOutputStream(request, response), CHUNK);
    writing.to(out);
    out.close();
  }

  /**
   * Sends the head of an answer and some of its body, each character as one byte; more is to
   * follow.
   */
  void begin(int status, List<HeaderLine> headers, String some)
      throws IOException, RefusedException {
    response.setStatus(status);
    for (HeaderLine header : headers) {
      add(header.name(), header.value());
    }
    byte[] bytes = isHead() ? new byte[0] : some.getBytes(ISO_8859_1);
    Content.Sink.write(response, false, ByteBuffer.wrap(bytes));
  }
}
