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

  private final XMLStreamWriter xml;
  private final HttpRequest request;

  private JMeterPlan(XMLStreamWriter xml, HttpRequest request) {
    this.xml = xml;
    this.request = request;
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
      new JMeterPlan(xml, request).write(name);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private void write(String name) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    begin("jmeterTestPlan", "version", "1.2", "properties", "5.0", "jmeter", "5.6.3");
    begin("hashTree");
    element("TestPlan", "TestPlanGui", name);
    bool("TestPlan.functional_mode", false);
    bool("TestPlan.serialize_threadgroups", false);
    end();
    begin("hashTree");
    threads();
    begin("hashTree");
    sampler();
    begin("hashTree");
    headers();
    end();
    pace();
    end();
    end();
    end();
    end();
    xml.writeEndDocument();
  }

  private void threads() throws XMLStreamException {
    LoadPlan plan = request.load();
    element("ThreadGroup", "ThreadGroupGui", "Load");
    string("ThreadGroup.on_sample_error", "continue");
    string("ThreadGroup.num_threads", Integer.toString(plan.concurrency()));
    string("ThreadGroup.ramp_time", Long.toString(plan.ramp().toSeconds()));
    bool("ThreadGroup.scheduler", plan.duration().isPresent());
    string(
        "ThreadGroup.duration",
        Long.toString(plan.duration().map(time -> time.toSeconds()).orElse(0L)));
    string("ThreadGroup.delay", "0");
    begin(
        "elementProp",
        "name",
        "ThreadGroup.main_controller",
        "elementType",
        "LoopController",
        "guiclass",
        "LoopControlPanel",
        "testclass",
        "LoopController");
    bool("LoopController.continue_forever", false);
    string("LoopController.loops", Long.toString(loops(plan)));
    end();
    end();
  }

  /** JMeter counts for each thread; what does not divide is rounded up. -1 is without end. */
  private static long loops(LoadPlan plan) {
    OptionalLong all = plan.requests();
    return all.isPresent() ? Math.ceilDiv(all.getAsLong(), (long) plan.concurrency()) : -1;
  }

  private void sampler() throws XMLStreamException {
    HttpUrl url = request.url();
    Options options = request.options();
    element("HTTPSamplerProxy", "HttpTestSampleGui", request.method() + " " + url.path());
    body();
    string("HTTPSampler.domain", url.endpoint().ascii());
    string("HTTPSampler.port", Integer.toString(url.endpoint().port()));
    string("HTTPSampler.protocol", url.scheme());
    string("HTTPSampler.contentEncoding", "UTF-8");
    string("HTTPSampler.path", url.target());
    string("HTTPSampler.method", request.method());
    bool("HTTPSampler.follow_redirects", false);
    bool("HTTPSampler.auto_redirects", false);
    bool("HTTPSampler.use_keepalive", true);
    bool("HTTPSampler.DO_MULTIPART_POST", request.body() instanceof Body.Multipart);
    string("HTTPSampler.implementation", "HttpClient4");
    string("HTTPSampler.connect_timeout", millis(options.timeouts().connect()));
    string("HTTPSampler.response_timeout", millis(options.timeouts().idle()));
    end();
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
    bool("HTTPSampler.postBodyRaw", true);
    arguments(List.of(new Argument("", content, "")), false);
  }

  private void arguments(List<Argument> arguments, boolean encode) throws XMLStreamException {
    begin("elementProp", "name", "HTTPsampler.Arguments", "elementType", "Arguments");
    begin("collectionProp", "name", "Arguments.arguments");
    for (Argument one : arguments) {
      begin("elementProp", "name", one.name(), "elementType", "HTTPArgument");
      bool("HTTPArgument.always_encode", encode);
      string("Argument.name", one.name());
      string("Argument.value", one.value());
      string("Argument.metadata", "=");
      if (!one.type().isEmpty()) {
        string("HTTPArgument.content_type", one.type());
      }
      bool("HTTPArgument.use_equals", true);
      end();
    }
    end();
    end();
  }

  private void files(List<Body.Part> parts) throws XMLStreamException {
    begin("elementProp", "name", "HTTPsampler.Files", "elementType", "HTTPFileArgs");
    begin("collectionProp", "name", "HTTPFileArgs.files");
    for (Body.Part part : parts) {
      begin("elementProp", "name", part.file(), "elementType", "HTTPFileArg");
      string("File.path", part.file());
      string("File.paramname", part.name());
      string("File.mimetype", part.type().isEmpty() ? MediaTypes.of(part.file()) : part.type());
      end();
    }
    end();
    end();
  }

  private void headers() throws XMLStreamException {
    element("HeaderManager", "HeaderPanel", "Headers");
    begin("collectionProp", "name", "HeaderManager.headers");
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
        // What is made anew for each request is not in a plan.
      }
    }
    end();
    end();
    begin("hashTree");
    end();
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
    begin("elementProp", "name", "", "elementType", "Header");
    string("Header.name", name);
    string("Header.value", value);
    end();
  }

  private void pace() throws XMLStreamException {
    if (request.load().rate().isEmpty()) {
      return;
    }
    double perMinute = request.load().rate().get() * SECONDS_PER_MINUTE;
    element("ConstantThroughputTimer", "TestBeanGUI", "Rate");
    // 2: all threads of the group share it.
    begin("intProp", "name", "calcMode");
    xml.writeCharacters("2");
    end();
    begin("doubleProp");
    text("name", "throughput");
    text("value", Double.toString(perMinute));
    text("savedValue", "0.0");
    end();
    end();
    begin("hashTree");
    end();
  }

  private void element(String type, String gui, String name) throws XMLStreamException {
    begin(type, "guiclass", gui, "testclass", type, "testname", name, "enabled", "true");
  }

  private void begin(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void text(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void string(String name, String value) throws XMLStreamException {
    begin("stringProp", "name", name);
    xml.writeCharacters(value);
    end();
  }

  private void bool(String name, boolean value) throws XMLStreamException {
    begin("boolProp", "name", name);
    xml.writeCharacters(Boolean.toString(value));
    end();
  }
}
