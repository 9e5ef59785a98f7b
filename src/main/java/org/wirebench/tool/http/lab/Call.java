package org.wirebench.tool.http.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;

/** One request to the lab, which has an answer. Blocks; for one thread. */
final class Call {
  private static final Messages TEXT = Messages.of(Call.class);
  private final Request request;
  private final Answer answer;
  private final JobContext context;
  private final List<String> path;
  private final Pairs query;
  private Map<String, String> names = Map.of();
  private @Nullable ReceivedBody body;

  Call(Request request, Response response, JobContext context) {
    this.request = request;
    this.answer = new Answer(request, response);
    this.context = context;
    this.path =
        PathPattern.segments(Optional.ofNullable(request.getHttpURI().getPath()).orElse(""));
    this.query = Pairs.parse(request.getHttpURI().getQuery());
  }

  Request request() {
    return request;
  }

  /** What is answered. */
  Answer answer() {
    return answer;
  }

  JobContext context() {
    return context;
  }

  String method() {
    return request.getMethod();
  }

  boolean isHead() {
    return answer.isHead();
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
