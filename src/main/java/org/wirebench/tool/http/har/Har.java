package org.wirebench.tool.http.har;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phase;
import org.wirebench.core.text.ProgramVersion;
import org.wirebench.tool.http.service.Exchange;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes exchanges as an HTTP archive (HAR 1.2), with bodies of any size. What is not over is
 * written as far as it came.
 */
public final class Har {
  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  private final JsonGenerator json;
  private final boolean secrets;

  private Har(JsonGenerator json, boolean secrets) {
    this.json = json;
    this.secrets = secrets;
  }

  /**
   * Writes them, in UTF-8.
   *
   * @param secrets whether passwords, tokens and cookies are to be seen; else there are stars
   * @param out is not closed
   * @throws IOException when {@code out} fails, or a body cannot be read
   */
  public static void write(List<Exchange> exchanges, boolean secrets, OutputStream out)
      throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      new Har(json, secrets).log(exchanges);
    } catch (JacksonIOException failed) {
      throw failed.getCause();
    }
  }

  private void log(List<Exchange> exchanges) throws IOException {
    json.writeStartObject().writeObjectPropertyStart("log");
    json.writeStringProperty("version", "1.2");
    json.writeObjectPropertyStart("creator");
    json.writeStringProperty("name", "Wirebench");
    json.writeStringProperty("version", ProgramVersion.number());
    json.writeEndObject();
    json.writeArrayPropertyStart("entries");
    for (Exchange one : exchanges) {
      entry(one);
    }
    json.writeEndArray().writeEndObject().writeEndObject();
  }

  private void entry(Exchange exchange) throws IOException {
    List<Timing> timings = timings(exchange);
    double time =
        timings.stream()
            .filter(one -> !one.name().equals("ssl") && one.millis() > 0)
            .mapToDouble(Timing::millis)
            .sum();
    json.writeStartObject();
    json.writeStringProperty("startedDateTime", exchange.begun().toString());
    json.writeNumberProperty("time", time);
    new HarRequest(json, exchange, secrets).write();
    new HarResponse(json, exchange, secrets).write();
    json.writeObjectPropertyStart("cache").writeEndObject();
    json.writeObjectPropertyStart("timings");
    timings.forEach(one -> json.writeNumberProperty(one.name(), one.millis()));
    json.writeEndObject();
    exchange.carried().ifPresent(this::carried);
    Optional<NetFailure> failure = exchange.failure();
    if (failure.isPresent()) {
      json.writeStringProperty("comment", failure.get().title() + ". " + failure.get().cause());
    }
    json.writeEndObject();
  }

  private void carried(Exchange.Carried by) {
    if (by.remote() instanceof InetSocketAddress remote && !remote.isUnresolved()) {
      json.writeStringProperty("serverIPAddress", remote.getAddress().getHostAddress());
    }
    if (by.local() instanceof InetSocketAddress local) {
      json.writeStringProperty("connection", Integer.toString(local.getPort()));
    }
  }

  private record Timing(String name, double millis) {}

  /** Those of the format; -1 for what did not happen, where that is allowed. */
  private static List<Timing> timings(Exchange exchange) {
    Optional<Duration> reaching =
        List.of(Phase.CONNECT, Phase.PROXY, Phase.TLS).stream()
            .flatMap(phase -> exchange.phase(phase).stream())
            .reduce(Duration::plus);
    return List.of(
        new Timing("blocked", -1),
        new Timing("dns", millis(exchange.phase(Phase.RESOLVE), -1)),
        // With the handshake in it, as the format says.
        new Timing("connect", millis(reaching, -1)),
        new Timing("send", millis(exchange.phase(Phase.REQUEST), 0)),
        new Timing("wait", millis(exchange.phase(Phase.FIRST_BYTE), 0)),
        new Timing("receive", millis(exchange.phase(Phase.TRANSFER), 0)),
        new Timing("ssl", millis(exchange.phase(Phase.TLS), -1)));
  }

  private static double millis(Optional<Duration> length, double otherwise) {
    return length.map(one -> one.toNanos() / NANOS_OF_A_MILLISECOND).orElse(otherwise);
  }
}
