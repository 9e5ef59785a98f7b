package org.wirebench.tool.http.service.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.GraphQlText;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.LoadPlan;
import org.wirebench.tool.http.request.MediaTypes;
import org.wirebench.tool.http.request.Options;

/**
 * A load run as a test plan of Apache JMeter 5, which runs it on one machine or, with its remote
 * engines, on many.
 */
public final class JMeterPlan {
  private static final double SECONDS_PER_MINUTE = 60;

  private final PlanXml xml;
  private final HttpRequest request;

  private JMeterPlan(PlanXml xml, HttpRequest request) {
    this.xml = xml;
    this.request = request;
  }

  /** What of {@code request} the plan leaves out; sentences for people, which it holds too. */
  public static List<String> leftOut(HttpRequest request) {
    return LeftOut.of(request).stream().map(LeftOut::sentence).toList();
  }

  /**
   * The whole plan.
   *
   * @param name of the plan
   */
  public static String of(HttpRequest request, String name) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new JMeterPlan(new PlanXml(xml), request).write(name);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private void write(String name) throws XMLStreamException {
    xml.begin("jmeterTestPlan", "version", "1.2", "properties", "5.0", "jmeter", "5.6.3");
    xml.begin("hashTree");
    xml.element("TestPlan", "TestPlanGui", name);
    xml.string("TestPlan.comments", String.join("\n", leftOut(request)));
    xml.bool("TestPlan.functional_mode", false);
    xml.bool("TestPlan.serialize_threadgroups", false);
    xml.end();
    xml.begin("hashTree");
    threads();
    xml.begin("hashTree");
    sampler();
    xml.begin("hashTree");
    headers();
    login();
    xml.end();
    pace();
    xml.end();
    xml.end();
    xml.end();
    xml.end();
  }

  private void threads() throws XMLStreamException {
    LoadPlan plan = request.load();
    xml.element("ThreadGroup", "ThreadGroupGui", "Load");
    xml.string("ThreadGroup.on_sample_error", "continue");
    xml.string("ThreadGroup.num_threads", Integer.toString(plan.concurrency()));
    xml.string("ThreadGroup.ramp_time", Long.toString(plan.ramp().toSeconds()));
    xml.bool("ThreadGroup.scheduler", plan.duration().isPresent());
    xml.string(
        "ThreadGroup.duration",
        Long.toString(plan.duration().map(time -> time.toSeconds()).orElse(0L)));
    xml.string("ThreadGroup.delay", "0");
    xml.begin(
        "elementProp",
        "name",
        "ThreadGroup.main_controller",
        "elementType",
        "LoopController",
        "guiclass",
        "LoopControlPanel",
        "testclass",
        "LoopController");
    xml.bool("LoopController.continue_forever", false);
    xml.string("LoopController.loops", Long.toString(loops(plan)));
    xml.end();
    xml.end();
  }

  /** JMeter counts for each thread; what does not divide is rounded up. -1 is without end. */
  private static long loops(LoadPlan plan) {
    OptionalLong all = plan.requests();
    return all.isPresent() ? Math.ceilDiv(all.getAsLong(), (long) plan.concurrency()) : -1;
  }

  private void sampler() throws XMLStreamException {
    HttpUrl url = url();
    Options options = request.options();
    xml.element(
        "HTTPSamplerProxy", "HttpTestSampleGui", request.method() + " " + request.url().path());
    body();
    xml.string("HTTPSampler.domain", url.endpoint().ascii());
    xml.string("HTTPSampler.port", Integer.toString(url.endpoint().port()));
    xml.string("HTTPSampler.protocol", url.scheme());
    xml.string("HTTPSampler.contentEncoding", "UTF-8");
    xml.string("HTTPSampler.path", url.target());
    xml.string("HTTPSampler.method", request.method());
    xml.bool("HTTPSampler.follow_redirects", false);
    xml.bool("HTTPSampler.auto_redirects", false);
    xml.bool("HTTPSampler.use_keepalive", true);
    xml.bool("HTTPSampler.DO_MULTIPART_POST", request.body() instanceof Body.Multipart);
    xml.string("HTTPSampler.implementation", "HttpClient4");
    xml.string("HTTPSampler.connect_timeout", millis(options.timeouts().connect()));
    xml.string("HTTPSampler.response_timeout", millis(options.timeouts().idle()));
    xml.end();
  }

  /** The address, with the key that stands in it. */
  private HttpUrl url() {
    return request.authorization()
                instanceof
                Authorization.ApiKey(String name, String value, Authorization.ApiKey.Place place)
            && place == Authorization.ApiKey.Place.QUERY
        ? request.url().withParameter(name, value)
        : request.url();
  }

  private static String millis(Optional<Duration> time) {
    return time.map(one -> Long.toString(one.toMillis())).orElse("");
  }

  private void body() throws XMLStreamException {
    switch (request.body()) {
      case Body.None() -> arguments(List.of(), true);
      case Body.Text(var _, String content, var _) -> raw(content);
      case Body.GraphQl question -> raw(GraphQlText.json(question));
      case Body.Form(var fields) ->
          arguments(
              fields.stream()
                  .filter(field -> !field.off())
                  .map(field -> new Argument(field.name(), field.value(), ""))
                  .toList(),
              true);
      case Body.Multipart(var parts) -> {
        files(parts.stream().filter(part -> !part.off() && part.isFile()).toList());
        arguments(
            parts.stream()
                .filter(part -> !part.off() && !part.isFile())
                .map(part -> new Argument(part.name(), part.value(), part.type()))
                .toList(),
            false);
      }
      case Body.File(String path, String type) -> {
        // One file whose parameter has no name is the whole body.
        files(List.of(new Body.Part("", "", path, type, "", false)));
        arguments(List.of(), false);
      }
    }
  }

  /**
   * @param type of a part; empty for none
   */
  private record Argument(String name, String value, String type) {}

  private void raw(String content) throws XMLStreamException {
    xml.bool("HTTPSampler.postBodyRaw", true);
    arguments(List.of(new Argument("", content, "")), false);
  }

  private void arguments(List<Argument> arguments, boolean encode) throws XMLStreamException {
    xml.begin("elementProp", "name", "HTTPsampler.Arguments", "elementType", "Arguments");
    xml.begin("collectionProp", "name", "Arguments.arguments");
    for (Argument one : arguments) {
      xml.begin("elementProp", "name", one.name(), "elementType", "HTTPArgument");
      xml.bool("HTTPArgument.always_encode", encode);
      xml.string("Argument.name", one.name());
      xml.string("Argument.value", one.value());
      xml.string("Argument.metadata", "=");
      if (!one.type().isEmpty()) {
        xml.string("HTTPArgument.content_type", one.type());
      }
      xml.bool("HTTPArgument.use_equals", true);
      xml.end();
    }
    xml.end();
    xml.end();
  }

  private void files(List<Body.Part> parts) throws XMLStreamException {
    xml.begin("elementProp", "name", "HTTPsampler.Files", "elementType", "HTTPFileArgs");
    xml.begin("collectionProp", "name", "HTTPFileArgs.files");
    for (Body.Part part : parts) {
      xml.begin("elementProp", "name", part.file(), "elementType", "HTTPFileArg");
      xml.string("File.path", part.file());
      xml.string("File.paramname", part.name());
      xml.string("File.mimetype", part.type().isEmpty() ? MediaTypes.of(part.file()) : part.type());
      xml.end();
    }
    xml.end();
    xml.end();
  }

  private void headers() throws XMLStreamException {
    xml.element("HeaderManager", "HeaderPanel", "Headers");
    xml.begin("collectionProp", "name", "HeaderManager.headers");
    for (HeaderLine header : request.sentHeaders()) {
      header(header.name(), header.value());
    }
    String type = type();
    if (!type.isEmpty() && request.headers().stream().noneMatch(line -> line.is("Content-Type"))) {
      header("Content-Type", type);
    }
    switch (request.authorization()) {
      case Authorization.Basic(String user, String password) ->
          header("Authorization", "Basic " + base64(user + ":" + password));
      case Authorization.Bearer(String token) -> header("Authorization", "Bearer " + token);
      case Authorization.ApiKey(String name, String value, Authorization.ApiKey.Place place)
          when place == Authorization.ApiKey.Place.HEADER ->
          header(name, value);
      case Authorization _ -> {
        // Digest is the work of JMeter; what it cannot do is said in the plan.
      }
    }
    xml.end();
    xml.end();
    xml.leaf();
  }

  /** A login that JMeter answers a challenge with (RFC 7616). */
  private void login() throws XMLStreamException {
    if (!(request.authorization() instanceof Authorization.Digest(String user, String password))) {
      return;
    }
    xml.element("AuthManager", "AuthPanel", "Login");
    xml.begin("collectionProp", "name", "AuthManager.auth_list");
    xml.begin("elementProp", "name", "", "elementType", "Authorization");
    xml.string("Authorization.url", request.url().origin());
    xml.string("Authorization.username", user);
    xml.string("Authorization.password", password);
    xml.string("Authorization.domain", "");
    xml.string("Authorization.realm", "");
    xml.string("Authorization.mechanism", "DIGEST");
    xml.end();
    xml.end();
    xml.bool("AuthManager.controlledByThreadGroup", false);
    xml.end();
    xml.leaf();
  }

  /** The type of a body that is a text; JMeter knows those of files and of forms. */
  private String type() {
    return switch (request.body()) {
      case Body.Text(Body.Syntax syntax, var _, String type) ->
          type.isEmpty() ? syntax.type() : type;
      case Body.GraphQl _ -> Body.Syntax.JSON.type();
      case Body _ -> "";
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private void header(String name, String value) throws XMLStreamException {
    xml.begin("elementProp", "name", "", "elementType", "Header");
    xml.string("Header.name", name);
    xml.string("Header.value", value);
    xml.end();
  }

  private void pace() throws XMLStreamException {
    if (request.load().rate().isEmpty()) {
      return;
    }
    double perMinute = request.load().rate().get() * SECONDS_PER_MINUTE;
    xml.element("ConstantThroughputTimer", "TestBeanGUI", "Rate");
    // 2: all threads of the group share it.
    xml.integer("calcMode", 2);
    xml.begin("doubleProp");
    xml.text("name", "throughput");
    xml.text("value", Double.toString(perMinute));
    xml.text("savedValue", "0.0");
    xml.end();
    xml.end();
    xml.leaf();
  }
}
