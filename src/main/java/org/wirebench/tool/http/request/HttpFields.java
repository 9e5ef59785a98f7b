package org.wirebench.tool.http.request;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.request.CommonKinds;
import org.wirebench.core.request.TlsFields;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/** The fields of an HTTP request, as they stand in a file and in the form. */
public final class HttpFields {
  private static final Messages TEXT = Messages.of(HttpFields.class);

  public static final Field<String> METHOD =
      Field.text("method").or("GET").about(TEXT.get("field.method"));
  public static final Field<String> URL = Field.text("url").required().about(TEXT.get("field.url"));
  public static final Field<SequencedMap<String, String>> PATH =
      Field.of("path", Kinds.named(Kinds.text()))
          .or(Collections.unmodifiableSequencedMap(new LinkedHashMap<>()))
          .about(TEXT.get("field.path"));
  public static final Field<List<NameValue>> PARAMS =
      Field.list("params", NameValue.kind()).or(List.of()).about(TEXT.get("field.params"));
  public static final Field<List<HeaderLine>> HEADERS =
      Field.list("headers", HeaderLine.kind()).or(List.of()).about(TEXT.get("field.headers"));
  public static final Field<Body> BODY =
      Field.of("body", BodyKinds.body()).or(new Body.None()).about(TEXT.get("field.body"));
  public static final Field<Authorization> AUTH =
      Field.of("auth", AuthorizationKinds.authorization())
          .or(new Authorization.None())
          .about(TEXT.get("field.auth"));

  public static final Field<HttpVersion> VERSION =
      Field.of("version", version()).or(HttpVersion.AUTO).about(TEXT.get("field.version"));
  public static final Field<Family> FAMILY =
      Field.choice("family", Family.class).or(Family.ANY).about(TEXT.get("field.family"));
  public static final Field<Boolean> REDIRECTS =
      Field.flag("redirects").or(true).about(TEXT.get("field.redirects"));
  public static final Field<Integer> MAX_REDIRECTS =
      Field.integer("maxRedirects", 0, 100)
          .or(Options.Redirects.DEFAULT.most())
          .about(TEXT.get("field.maxRedirects"));
  public static final Field<Boolean> KEEP_METHOD =
      Field.flag("keepMethod").or(false).about(TEXT.get("field.keepMethod"));
  public static final Field<Duration> CONNECT_TIMEOUT =
      Field.duration("connectTimeout").about(TEXT.get("field.connectTimeout"));
  public static final Field<Duration> IDLE_TIMEOUT =
      Field.duration("idleTimeout").about(TEXT.get("field.idleTimeout"));
  public static final Field<Duration> TIMEOUT =
      Field.duration("timeout").about(TEXT.get("field.timeout"));
  public static final Field<ProxySettings> PROXY =
      Field.of("proxy", CommonKinds.proxy()).about(TEXT.get("field.proxy"));
  public static final Field<TlsSettings> TLS =
      Field.of("tls", TlsFields.client()).or(TlsSettings.DEFAULT).about(TEXT.get("field.tls"));
  public static final Field<Boolean> DECOMPRESS =
      Field.flag("decompress").or(true).about(TEXT.get("field.decompress"));
  public static final Field<Long> LARGEST =
      Field.size("largest").or(Options.LARGEST).about(TEXT.get("field.largest"));
  public static final Field<Boolean> COOKIES =
      Field.flag("cookies").or(true).about(TEXT.get("field.cookies"));
  public static final Field<Boolean> EXPECT_CONTINUE =
      Field.flag("expectContinue").or(false).about(TEXT.get("field.expectContinue"));

  static final Field<Long> LOAD_REQUESTS =
      Field.of(
              "requests",
              Kinds.parsed(
                  TEXT.get("kind.count"), HttpFields::count, count -> Long.toString(count)))
          .about(TEXT.get("load.requests"));
  static final Field<Duration> LOAD_DURATION =
      Field.duration("duration").about(TEXT.get("load.duration"));
  static final Field<Integer> LOAD_CONCURRENCY =
      Field.integer("concurrency", 1, LoadPlan.MOST)
          .or(LoadPlan.DEFAULT.concurrency())
          .about(TEXT.get("load.concurrency"));
  static final Field<Double> LOAD_RATE =
      Field.of("rate", Kinds.parsed(TEXT.get("kind.rate"), HttpFields::rate, HttpFields::shown))
          .about(TEXT.get("load.rate"));
  static final Field<Duration> LOAD_RAMP =
      Field.duration("ramp").or(Duration.ZERO).about(TEXT.get("load.ramp"));
  private static final Shape LOAD_SHAPE =
      Shape.of(LOAD_REQUESTS, LOAD_DURATION, LOAD_CONCURRENCY, LOAD_RATE, LOAD_RAMP);
  public static final Field<LoadPlan> LOAD =
      Field.object("load", LOAD_SHAPE, HttpFields::load, HttpFields::write)
          .or(LoadPlan.DEFAULT)
          .about(TEXT.get("field.load"));

  private HttpFields() {}

  private static Kind<HttpVersion> version() {
    SequencedMap<String, HttpVersion> versions = new LinkedHashMap<>();
    Arrays.stream(HttpVersion.values()).forEach(one -> versions.put(one.typed(), one));
    return Kinds.among(versions);
  }

  private static Long count(String text) {
    if (!text.matches("[1-9]\\d{0,11}")) {
      throw new IllegalArgumentException(TEXT.get("count.wrong"));
    }
    return Long.valueOf(text);
  }

  private static Double rate(String text) {
    double rate = text.matches("\\d{1,7}(\\.\\d{1,3})?") ? Double.parseDouble(text) : 0;
    if (!(rate > 0)) {
      throw new IllegalArgumentException(TEXT.get("rate.wrong"));
    }
    return rate;
  }

  private static String shown(Double rate) {
    return rate == Math.rint(rate) ? Long.toString(Math.round(rate)) : rate.toString();
  }

  private static LoadPlan load(Reader reader) {
    Optional<Duration> duration = reader.find(LOAD_DURATION);
    if (duration.filter(Duration::isZero).isPresent()) {
      reader.problem(LOAD_DURATION, TEXT.get("timeout.zero"));
    }
    Optional<Long> requests = reader.find(LOAD_REQUESTS);
    OptionalLong count =
        requests.isPresent()
            ? OptionalLong.of(requests.get())
            : duration.isPresent() ? OptionalLong.empty() : LoadPlan.DEFAULT.requests();
    return new LoadPlan(
        count,
        duration,
        reader.get(LOAD_CONCURRENCY),
        reader.find(LOAD_RATE),
        reader.get(LOAD_RAMP));
  }

  private static Tree.Fields write(LoadPlan plan) {
    Shape.Writer writer = LOAD_SHAPE.writer();
    plan.requests().ifPresent(count -> writer.put(LOAD_REQUESTS, count));
    return writer
        .put(LOAD_DURATION, plan.duration())
        .put(LOAD_CONCURRENCY, plan.concurrency())
        .put(LOAD_RATE, plan.rate())
        .put(LOAD_RAMP, plan.ramp())
        .fields();
  }
}
