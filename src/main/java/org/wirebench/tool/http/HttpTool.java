package org.wirebench.tool.http;

import java.util.List;
import java.util.Locale;
import org.wirebench.core.check.Subject;
import org.wirebench.core.check.Value;
import org.wirebench.core.check.ValueKind;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.text.Messages;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.code.HttpWriters;
import org.wirebench.tool.http.lab.HttpLab;
import org.wirebench.tool.http.lab.MockDrafts;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.Answers;
import org.wirebench.tool.http.service.HttpEnvironment;
import org.wirebench.tool.http.service.HttpResult;
import org.wirebench.tool.http.service.HttpService;
import org.wirebench.tool.http.service.JsonPaths;
import org.wirebench.tool.http.service.XPaths;

/** The headless half of the HTTP tool. */
public final class HttpTool implements Tool<HttpRequest, HttpResult> {
  private static final Messages TEXT = Messages.of(HttpTool.class);

  /** The steps that a request has. */
  private static final List<Phase> PHASES =
      List.of(
          Phase.RESOLVE,
          Phase.CONNECT,
          Phase.PROXY,
          Phase.TLS,
          Phase.REQUEST,
          Phase.FIRST_BYTE,
          Phase.TRANSFER);

  private final HttpEnvironment environment;
  private final HttpService service;
  private final HttpLab lab;

  /**
   * @param lab the embedded servers
   */
  public HttpTool(HttpEnvironment environment, HttpLab lab) {
    this.environment = environment;
    this.service = new HttpService(environment);
    this.lab = lab;
  }

  /** What carries the requests out. */
  public HttpService service() {
    return service;
  }

  @Override
  public String id() {
    return HttpRequest.TOOL;
  }

  @Override
  public String title() {
    return TEXT.get("title");
  }

  @Override
  public Shape shape() {
    return HttpForm.SHAPE;
  }

  @Override
  public Bound<HttpRequest> bind(Tree.Fields request) {
    return HttpForm.bind(request);
  }

  @Override
  public Tree.Fields withoutSecrets(Tree.Fields request) {
    return HttpForm.withoutSecrets(request);
  }

  @Override
  public Tree.Fields write(HttpRequest request) {
    return HttpForm.write(request);
  }

  @Override
  public HttpResult run(HttpRequest request, JobContext context) throws Exception {
    return service.run(request, context);
  }

  @Override
  public List<Subject<HttpResult>> subjects() {
    return List.of(
        Subject.number("status", TEXT.get("subject.status"), result -> result.head().status()),
        Subject.with(
            "header", TEXT.get("subject.header"), TEXT.get("subject.header.name"), Answers::header),
        Subject.of("body", TEXT.get("subject.body"), Answers::body),
        Subject.<HttpResult>with(
                "json",
                TEXT.get("subject.json"),
                TEXT.get("subject.json.path"),
                (result, path) -> JsonPaths.find(result.last().body(), path))
            .checking(JsonPaths::wrong),
        Subject.<HttpResult>with(
                "xpath",
                TEXT.get("subject.xpath"),
                TEXT.get("subject.xpath.path"),
                (result, path) -> XPaths.find(result.last().body(), path))
            .checking(XPaths::wrong),
        Subject.with(
            "cookie", TEXT.get("subject.cookie"), TEXT.get("subject.cookie.name"), Answers::cookie),
        Subject.time("time", TEXT.get("subject.time"), HttpResult::time),
        Subject.<HttpResult>among(
                "phase",
                TEXT.get("subject.phase"),
                PHASES.stream().map(HttpTool::word).toList(),
                HttpTool::phase)
            .giving(new ValueKind.Time()),
        Subject.size("size", TEXT.get("subject.size"), result -> result.last().body().size()),
        Subject.word(
            "version",
            TEXT.get("subject.version"),
            List.of("HTTP/1.0", "HTTP/1.1", "HTTP/2"),
            result -> result.head().version()),
        Subject.of(
            "tls version",
            TEXT.get("subject.tlsVersion"),
            result -> Value.text(Answers.tls(result).map(TlsInfo::version))),
        Subject.<HttpResult>of(
                "tls days left",
                TEXT.get("subject.daysLeft"),
                result -> Answers.daysLeft(result, environment.clock().now()))
            .giving(new ValueKind.Numeric()),
        Subject.number("redirects", TEXT.get("subject.redirects"), HttpResult::redirects),
        Subject.of("sha256", TEXT.get("subject.sha256"), Answers::sha256));
  }

  private static Value phase(HttpResult result, String name) {
    return PHASES.stream()
        .filter(phase -> word(phase).equals(name))
        .findFirst()
        .flatMap(result.last()::phase)
        .map(Value::time)
        .orElseGet(Value::missing);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public List<CodeWriter<HttpRequest>> writers() {
    return HttpWriters.all(environment.defaults());
  }

  @Override
  public List<LabServer> lab() {
    return lab.servers();
  }

  /** What the user has the servers of the lab answer. */
  public MockDrafts mocks() {
    return lab.drafts();
  }
}
