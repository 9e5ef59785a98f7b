package org.wirebench.tool.http.service.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.LoadPlan;

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
    new PlanSampler(xml, request).write();
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
