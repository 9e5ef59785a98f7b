package org.wirebench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirebench.core.check.Subject;
import org.wirebench.core.check.Value;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.PythonCode;
import org.wirebench.core.code.Target;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.ServedSocket;

/**
 * A small tool for tests: says something to a real server on loopback and takes what it answers.
 */
final class EchoTool implements Tool<EchoTool.Request, EchoTool.Answer> {
  record Request(int port, String say) {}

  /** How the answer came; it counts how many are open. */
  record Answer(String reply, Duration time, AtomicInteger open) implements AutoCloseable {
    @Override
    public void close() {
      int _ = open.decrementAndGet();
    }
  }

  private static final Field<Integer> PORT = Field.port("port").required().about("Where it is.");
  private static final Field<String> SAY = Field.text("say").or("hello").about("What to say.");
  private static final Shape SHAPE = Shape.of(PORT, SAY);

  private final List<LabServer> lab;

  /** Results that were made and not closed. */
  final AtomicInteger open = new AtomicInteger();

  /** Results that were made. */
  final AtomicInteger made = new AtomicInteger();

  EchoTool() {
    this(List.of(new EchoServer("echo.one"), new EchoServer("echo.two")));
  }

  EchoTool(List<LabServer> lab) {
    this.lab = lab;
  }

  @Override
  public String id() {
    return "echo";
  }

  @Override
  public String title() {
    return "Echo";
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Bound<Request> bind(Tree.Fields request) {
    return SHAPE.bind(request, "request", reader -> new Request(reader.get(PORT), reader.get(SAY)));
  }

  @Override
  public Tree.Fields write(Request request) {
    return SHAPE.writer().put(PORT, request.port()).put(SAY, request.say()).fields();
  }

  @Override
  public Answer run(Request request, JobContext context) throws Exception {
    long start = context.clock().nanos();
    try (Socket socket = new Socket();
        var _ = context.closeOnCancel(socket)) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), request.port()));
      socket.getOutputStream().write(request.say().getBytes(UTF_8));
      socket.shutdownOutput();
      String reply = new String(socket.getInputStream().readAllBytes(), UTF_8);
      open.incrementAndGet();
      made.incrementAndGet();
      return new Answer(reply, Duration.ofNanos(context.clock().nanos() - start), open);
    }
  }

  @Override
  public List<Subject<Answer>> subjects() {
    return List.of(
        Subject.of("reply", "What came.", answer -> Value.text(answer.reply())),
        Subject.with("byte", "One byte.", "its place", (answer, place) -> Value.missing()),
        Subject.among(
            "half",
            "Half of it.",
            List.of("first", "last"),
            (answer, half) -> Value.text(answer.reply())),
        Subject.of("time", "How long it took.", answer -> Value.time(answer.time())));
  }

  @Override
  public List<CodeWriter<Request>> writers() {
    return List.of(
        new CodeWriter<>() {
          @Override
          public Target target() {
            return Target.PYTHON;
          }

          @Override
          public String write(Request request) {
            return "say(%d, %s)\n".formatted(request.port(), PythonCode.string(request.say()));
          }
        });
  }

  @Override
  public List<LabServer> lab() {
    return lab;
  }

  /** Answers with what it was told, once that is at its end. */
  record EchoServer(String id) implements LabServer {
    @Override
    public String title() {
      return "Echo server " + id;
    }

    @Override
    public String tool() {
      return "echo";
    }

    @Override
    public Running start(JobContext context) throws IOException {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      var _ = context.closeOnCancel(server);
      return new ServedSocket(server, context.fork(id, inner -> serve(server, inner)));
    }

    private static boolean serve(ServerSocket server, JobContext context) throws IOException {
      while (true) {
        Socket client = server.accept();
        var _ = context.closeOnCancel(client);
        var _ = context.fork("client", inner -> echo(client));
      }
    }

    private static boolean echo(Socket client) throws IOException {
      try (client) {
        client.getOutputStream().write(client.getInputStream().readAllBytes());
      }
      return true;
    }
  }
}
