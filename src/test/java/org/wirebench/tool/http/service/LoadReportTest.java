package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;
import org.wirebench.core.job.JobClock;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.load.JMeterPlan;
import org.wirebench.tool.http.service.load.LoadCsv;
import org.wirebench.tool.http.service.load.LoadHtml;
import org.wirebench.tool.http.service.load.LoadReport;
import org.wirebench.tool.http.service.load.LoadRun;
import org.xml.sax.InputSource;

class LoadReportTest {
  @RegisterExtension private final HttpHarness http = new HttpHarness();

  @Test
  void aRunIsWrittenAsATableAndAsAPage() throws Exception {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
      HttpRequest request =
          HttpHarness.request(
              "{url: '"
                  + server.url("/<b>?x=1&y=2&access_token=s3cret")
                  + "', load: {requests: 3, concurrency: 1}}");
      LoadReport report;
      try (Repeater repeater = http.service().repeater(request, 1)) {
        LoadRun run = new LoadRun(request.load(), repeater, JobClock.system());
        report = http.network().jobs().run(run::perform);
      }
      String csv = LoadCsv.of(report);
      assertThat(csv.lines()).hasSize(report.seconds().size() + 1);
      assertThat(csv.lines().skip(1).mapToLong(line -> Long.parseLong(line.split(",")[2])).sum())
          .isEqualTo(report.answers());
      String page = LoadHtml.of(request, report);
      assertThat(page)
          .contains("<polyline", "<th>200</th>", "99.9 %", "default-src 'none'")
          .contains("/%3Cb%3E?x=1&amp;y=2&amp;access_token=******")
          .doesNotContain("<script", "<b>", "s3cret");
    }
  }

  @Test
  void aPlanForJMeterSaysWhatTheFormSays() throws Exception {
    Document plan =
        plan(
            "{method: POST, url: 'https://h:8443/p?q=1', headers: ['X-A: <1>'],"
                + " body: {json: '{\"a\": \"<\"}'}, auth: {bearer: t},"
                + " load: {requests: 25, concurrency: 10, rate: 5, ramp: 2s}}");
    String text = plan.getDocumentElement().getTextContent();
    assertThat(plan.getDocumentElement().getTagName()).isEqualTo("jmeterTestPlan");
    assertThat(text).contains("h", "8443", "https", "/p?q=1", "POST", "{\"a\": \"<\"}", "Bearer t");
    assertThat(property(plan, "ThreadGroup.num_threads")).isEqualTo("10");
    assertThat(property(plan, "LoopController.loops")).isEqualTo("3");
    assertThat(property(plan, "Header.value")).isEqualTo("<1>");
  }

  private static Document plan(String yaml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JMeterPlan.of(HttpHarness.request(yaml), "Mine"))));
  }

  @Test
  void aPlanHasTheLoginAndTheKeyOfTheForm() throws Exception {
    Document digest = plan("{url: 'http://h:81/p', auth: {digest: {user: me, password: 'x<'}}}");
    assertThat(property(digest, "Authorization.url")).isEqualTo("http://h:81");
    assertThat(property(digest, "Authorization.mechanism")).isEqualTo("DIGEST");
    assertThat(property(digest, "Authorization.password")).isEqualTo("x<");
    assertThat(property(digest, "TestPlan.comments")).isEmpty();
    Document key =
        plan("{url: 'http://h/p?a=1', auth: {apiKey: {name: k, value: v w, in: query}}}");
    assertThat(property(key, "HTTPSampler.path")).isEqualTo("/p?a=1&k=v%20w");
  }

  /** What is missing is not found out by a run that fails. */
  @Test
  void aPlanSaysWhatItLeavesOut() throws Exception {
    String aws = "auth: {aws: {accessKey: a, secretKey: b, region: r, service: s}}";
    assertThat(property(plan("{url: 'http://h', " + aws + "}"), "TestPlan.comments"))
        .isEqualTo("JMeter knows no signature of AWS: the requests go out unsigned.");
    String all =
        "{method: PUT, url: 'https://h', version: '2', proxy: none, timeout: 9s,"
            + " expectContinue: true, body: {text: hi},"
            + " auth: {oauth2: {tokenUrl: 'http://h/token', clientId: me}}}";
    assertThat(property(plan(all), "TestPlan.comments").lines())
        .hasSize(6)
        .anyMatch(line -> line.contains("OAuth 2"))
        .anyMatch(line -> line.contains("HTTP/2"))
        .anyMatch(line -> line.contains("proxy"))
        .anyMatch(line -> line.contains("trusts every"))
        .anyMatch(line -> line.contains("time-out"))
        .anyMatch(line -> line.contains("100 Continue"));
  }

  @Test
  void aPlanSendsAFileAsItIs() throws Exception {
    Document plan = plan("{method: PUT, url: h, body: {file: /tmp/a.json}}");
    assertThat(property(plan, "File.paramname")).isEmpty();
    assertThat(property(plan, "File.mimetype")).isEqualTo("application/json");
    assertThat(property(plan, "HTTPSampler.DO_MULTIPART_POST")).isEqualTo("false");
  }

  @Test
  void aPlanSaysTheTypesThatTheToolSays() throws Exception {
    Document parts =
        plan(
            "{method: POST, url: h, body: {multipart: [{name: f, file: /tmp/a.png},"
                + " {name: t, value: x, type: text/html}]}}");
    assertThat(property(parts, "File.mimetype")).isEqualTo("image/png");
    assertThat(property(parts, "HTTPArgument.content_type")).isEqualTo("text/html");
    Document question = plan("{method: POST, url: h, body: {graphql: {query: '{ a }'}}}");
    assertThat(property(question, "Header.name")).isEqualTo("Content-Type");
    assertThat(property(question, "Header.value")).isEqualTo("application/json");
  }

  private static String property(Document plan, String name) {
    var all = plan.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      var named = all.item(i).getAttributes().getNamedItem("name");
      if (named != null && named.getNodeValue().equals(name)) {
        return all.item(i).getTextContent();
      }
    }
    throw new AssertionError("no " + name);
  }
}
