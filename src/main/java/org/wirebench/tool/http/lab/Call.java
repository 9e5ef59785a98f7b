package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HeaderLine;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One request to the lab and its answer. Blocks; for one thread. */
final class Call {
  static final String JSON = "application/json";
  static final String PLAIN = "text/plain; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";
  static final String BINARY = "application/octet-stream";

  /** For {@link #stream}: how long the body becomes is not known. */
  static final long UNKNOWN = -1;

  /** Jetty takes many small pieces far more slowly than one. */
  private static final int CHUNK = 64 << 10;

  private static final Messages TEXT = Messages.of(Call.class);
  private static final JsonMapper PRINTER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Request request;
  private final Response response;
  private final JobContext context;
  private final List<String> path;
  private final Pairs query;
  private Map<String, String> names = Map.of();
  private @Nullable ReceivedBody body;

  Call(Request request, Response response, JobContext context) {
    this.request = request;
    this.response = response;
    this.context = context;
    this.path =
        PathPattern.segments(Optional.ofNullable(request.getHttpURI().getPath()).orElse(""));
    this.query = Pairs.parse(request.getHttpURI().getQuery());
  }

  /** Writes the body of an answer. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws Exception;
  }

  Request request() {
    return request;
  }

  Response response() {
    return response;
  }

  JobContext context() {
    return context;
  }

  String method() {
    return request.getMethod();
  }

  boolean isHead() {
    return method().equals("HEAD");
  }

  /** The segments of the path, decoded. */
  List<String> path() {
    return path;
  }

  /** Which names the route filled. */
  void matched(Map<String, String> found) {
    names = found;
  }

  Map<String, String> names() {
    return names;
  }

  /** What a name of the route stands for; empty where its pattern has none of this name. */
  Optional<String> named(String name) {
    return Optional.ofNullable(names.get(name));
  }

  Pairs query() {
    return query;
  }

  /** The value of a header field; the lines of one name are joined (RFC 9110 section 5.3). */
  Optional<String> header(String name) {
    List<String> values = request.getHeaders().getValuesList(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /** All header fields, as JSON. */
  Map<String, Object> headers() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      all.merge(field.getName(), value, (one, other) -> one + ", " + other);
    }
    return all;
  }

  /** The whole address that was asked for. */
  String url() {
    return request.getHttpURI().asString();
  }

  /** Scheme, host and port. */
  String origin() {
    return (request.isSecure() ? "https" : "http") + "://" + request.getHttpURI().getAuthority();
  }

  /** The address of the client. */
  String client() {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? at.getAddress().getHostAddress()
        : "";
  }

  boolean isHttp2() {
    return request.getConnectionMetaData().getHttpVersion().getVersion() >= 20;
  }

  /** The protocol, as people write it: {@code HTTP/1.1}, {@code HTTP/2}. */
  String version() {
    return isHttp2() ? "HTTP/2" : request.getConnectionMetaData().getHttpVersion().asString();
  }

  /** The body of the request; reads all of it the first time. */
  ReceivedBody body() throws IOException {
    if (body == null) {
      body = ReceivedBody.read(stream());
    }
    return body;
  }

  /** The hash of the body of the request, which must not have been read before. */
  byte[] hash(MessageDigest digest) throws IOException {
    long _ = new DigestInputStream(stream(), digest).transferTo(OutputStream.nullOutputStream());
    return digest.digest();
  }

  private InputStream stream() {
    return Content.Source.asInputStream(request);
  }

  /** Reads what is left of the body, so that the connection can be used on. */
  void drain() throws IOException {
    long _ = stream().transferTo(OutputStream.nullOutputStream());
  }

  /**
   * A whole number that was asked for.
   *
   * @throws RefusedException when it is none from {@code min} to {@code max}
   */
  static long whole(String text, long min, long max) throws RefusedException {
    long value = text.matches("-?\\d{1,18}") ? Long.parseLong(text) : Long.MIN_VALUE;
    if (value < min || value > max) {
      throw new RefusedException(400, TEXT.get("call.whole", Escapes.display(text), min, max));
    }
    return value;
  }

  /** As {@link #whole(String, long, long)}, of a name of the route. */
  long whole(String name, long max) throws RefusedException {
    return whole(named(name).orElse(""), 0, max);
  }

  /** As {@link #whole(String, long, long)}, of a parameter. */
  long whole(String parameter, long otherwise, long min, long max) throws RefusedException {
    Optional<String> typed = query.first(parameter);
    return typed.isEmpty() ? otherwise : whole(typed.get(), min, max);
  }

  /**
   * A time in seconds, which may have a fraction.
   *
   * @throws RefusedException when it is none from 0 to {@code max}
   */
  static Duration seconds(String text, int max) throws RefusedException {
    double value = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : -1;
    if (value < 0 || value > max) {
      throw new RefusedException(400, TEXT.get("call.seconds", Escapes.display(text), max));
    }
    return Duration.ofNanos(Math.round(value * 1e9));
  }

  /** As {@link #seconds(String, int)}, of a parameter. */
  Duration seconds(String parameter, String otherwise, int max) throws RefusedException {
    return seconds(query.first(parameter).orElse(otherwise), max);
  }

  /** Waits; ends when the server is stopped. */
  void pause(Duration delay) throws InterruptedException {
    if (delay.isPositive()) {
      context.pause(delay);
    }
  }

  /** Adds a header field to the answer, in the place of others of its name. */
  Call with(String name, String value) {
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

  /** Some fields that many answers have. */
  Map<String, Object> tree(String... wanted) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (String name : wanted) {
      switch (name) {
        case "args" -> tree.put(name, query.tree());
        case "headers" -> tree.put(name, headers());
        case "method" -> tree.put(name, method());
        case "origin" -> tree.put(name, client());
        case "url" -> tree.put(name, url());
        case "version" -> tree.put(name, version());
        default -> throw new IllegalArgumentException(name);
      }
    }
    return tree;
  }
}
