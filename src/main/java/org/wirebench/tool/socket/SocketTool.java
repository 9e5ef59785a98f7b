package org.wirebench.tool.socket;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.wirebench.core.check.Subject;
import org.wirebench.core.check.Value;
import org.wirebench.core.check.ValueKind;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phase;
import org.wirebench.core.text.Messages;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.socket.code.SocketWriters;
import org.wirebench.tool.socket.lab.SocketLab;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.service.SocketEnvironment;
import org.wirebench.tool.socket.service.SocketResult;
import org.wirebench.tool.socket.service.SocketService;

/** The headless half of the socket console. */
public final class SocketTool implements Tool<SocketRequest, SocketResult> {
  private static final Messages TEXT = Messages.of(SocketTool.class);

  /** The steps of connecting that a socket has. */
  private static final List<Phase> PHASES =
      List.of(Phase.RESOLVE, Phase.CONNECT, Phase.PROXY, Phase.TLS);

  private final SocketService service;
  private final SocketLab lab;
  private final Supplier<NetDefaults> defaults;

  public SocketTool(SocketEnvironment environment) {
    this.service = new SocketService(environment);
    this.lab = new SocketLab(environment, service);
    this.defaults = environment.defaults();
  }

  /** What carries the requests out. */
  public SocketService service() {
    return service;
  }

  @Override
  public String id() {
    return SocketRequest.TOOL;
  }

  @Override
  public String title() {
    return TEXT.get("title");
  }

  @Override
  public Shape shape() {
    return SocketForm.SHAPE;
  }

  @Override
  public Bound<SocketRequest> bind(Tree.Fields request) {
    return SocketForm.bind(request);
  }

  @Override
  public List<Problem> unused(Tree.Fields request) {
    return SocketForm.unused(request);
  }

  @Override
  public Tree.Fields withoutSecrets(Tree.Fields request) {
    return SocketForm.withoutSecrets(request);
  }

  @Override
  public Tree.Fields write(SocketRequest request) {
    return SocketForm.write(request);
  }

  @Override
  public SocketResult run(SocketRequest request, JobContext context) throws Exception {
    return service.run(request, context);
  }

  @Override
  public List<Subject<SocketResult>> subjects() {
    return List.of(
        Subject.of(
            "reply",
            TEXT.get("subject.reply"),
            result -> Value.bytes(result.reply(), result.received(), result.charset())),
        Subject.time("time", TEXT.get("subject.time"), SocketResult::time),
        Subject.among("phase", TEXT.get("subject.phase"), words(PHASES), SocketTool::phase)
            .giving(new ValueKind.Time()),
        Subject.size("received", TEXT.get("subject.received"), SocketResult::received),
        Subject.size("sent", TEXT.get("subject.sent"), SocketResult::sent),
        Subject.word(
            "end",
            TEXT.get("subject.end"),
            words(List.of(PeerEnd.values())),
            result -> word(result.end())),
        Subject.number("clients", TEXT.get("subject.clients"), SocketResult::clients),
        Subject.of(
            "tls",
            TEXT.get("subject.tls"),
            result -> Value.text(result.tls().map(tls -> tls.version()))),
        Subject.of(
            "cipher",
            TEXT.get("subject.cipher"),
            result -> Value.text(result.tls().map(tls -> tls.cipher()))));
  }

  private static Value phase(SocketResult result, String name) {
    return PHASES.stream()
        .filter(phase -> word(phase).equals(name))
        .findFirst()
        .flatMap(result::phase)
        .map(Value::time)
        .orElseGet(Value::missing);
  }

  private static List<String> words(List<? extends Enum<?>> constants) {
    return constants.stream().map(SocketTool::word).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public List<CodeWriter<SocketRequest>> writers() {
    return SocketWriters.all(defaults);
  }

  @Override
  public List<LabServer> lab() {
    return lab.servers();
  }
}
