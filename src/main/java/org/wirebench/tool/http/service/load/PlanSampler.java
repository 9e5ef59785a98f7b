package org.wirebench.tool.http.service.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.GraphQlText;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.MediaTypes;
import org.wirebench.tool.http.request.Options;

/** What is asked, in a test plan of Apache JMeter. */
final class PlanSampler {
  private final PlanXml xml;
  private final HttpRequest request;

  PlanSampler(PlanXml xml, HttpRequest request) {
    this.xml = xml;
    this.request = request;
  }

  /** Writes it, without what is below it. */
  void write() throws XMLStreamException {
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
}
