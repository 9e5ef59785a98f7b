package org.wirebench.tool.socket.lab;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServedClient;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketEnvironment;
import org.wirebench.tool.socket.service.SocketService;

/** The servers to try the socket console on. */
public final class SocketLab {
  /** How long the slow server thinks about each line. */
  public static final Duration SLOWNESS = Duration.ofSeconds(2);

  private static final Messages TEXT = Messages.of(SocketLab.class);

  private final SocketEnvironment environment;
  private final SocketService service;

  public SocketLab(SocketEnvironment environment, SocketService service) {
    this.environment = environment;
    this.service = service;
  }

  /** All of them. */
  public List<LabServer> servers() {
    return List.of(
        server("echo", TEXT.get("lab.echo"), Transport.TCP, new Behaviour.Echo()),
        server("tls-echo", TEXT.get("lab.tlsEcho"), Transport.TLS, new Behaviour.Echo()),
        server("udp-echo", TEXT.get("lab.udpEcho"), Transport.UDP, new Behaviour.Echo()),
        server(
            "greeting",
            TEXT.get("lab.greeting"),
            Transport.TCP,
            new Behaviour.Greet(Payload.text("Hello from server!\\n"))),
        server("chargen", TEXT.get("lab.chargen"), Transport.TCP, new Behaviour.Chargen()),
        server(
            "slow",
            TEXT.get("lab.slow"),
            Transport.TCP,
            rule("[^\\n]*\\n", "${0}", SLOWNESS, Behaviour.Then.GO_ON)),
        server(
            "reset",
            TEXT.get("lab.reset"),
            Transport.TCP,
            rule(".", "", Duration.ZERO, Behaviour.Then.RESET)));
  }

  private static Behaviour rule(String regex, String reply, Duration delay, Behaviour.Then then) {
    BytePattern when = new BytePattern(BytePattern.Form.REGEX, regex);
    return new Behaviour.Rules(List.of(new Behaviour.Rule(when, reply, delay, then)));
  }

  private LabServer server(String name, String title, Transport transport, Behaviour behaviour) {
    return new Server(
        SocketRequest.TOOL + "." + name,
        title,
        new ServerRequest(
            transport,
            "127.0.0.1",
            0,
            "",
            Family.ANY,
            SocketSettings.DEFAULT,
            Optional.empty(),
            ServerRequest.DEFAULT_MAX_CLIENTS,
            List.of(),
            "",
            behaviour,
            SocketRequest.Talk.DEFAULT,
            List.of(),
            Optional.empty()));
  }

  private final class Server implements LabServer {
    private final String id;
    private final String title;
    private final ServerRequest request;

    Server(String id, String title, ServerRequest request) {
      this.id = id;
      this.title = title;
      this.request = request;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public String tool() {
      return SocketRequest.TOOL;
    }

    @Override
    public Running start(JobContext context) throws Exception {
      CompletableFuture<ServerSession> opened = new CompletableFuture<>();
      JobContext.Fork<Boolean> serving =
          context.fork(
              id,
              own -> {
                try {
                  service.serve(request, opened::complete, own);
                } catch (Exception failed) {
                  opened.completeExceptionally(failed);
                  throw failed;
                }
                return true;
              });
      try {
        return new Serving(request.transport(), opened.get(), serving);
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof Exception cause ? cause : failed;
      }
    }
  }

  private final class Serving implements LabServer.Running {
    private final Transport transport;
    private final ServerSession session;
    private final JobContext.Fork<Boolean> fork;
    private volatile boolean closed;

    Serving(Transport transport, ServerSession session, JobContext.Fork<Boolean> fork) {
      this.transport = transport;
      this.session = session;
      this.fork = fork;
    }

    @Override
    public String address() {
      InetSocketAddress at = at();
      return at.getAddress().getHostAddress() + ":" + at.getPort();
    }

    private InetSocketAddress at() {
      SocketAddress address = session.address();
      return (InetSocketAddress) address;
    }

    @Override
    public Tree.Fields request() {
      Tree.Fields fields =
          Tree.Fields.NONE
              .with("transport", transport.name().toLowerCase(Locale.ROOT))
              .with("host", at().getAddress().getHostAddress())
              .with("port", Integer.toString(at().getPort()));
      return transport == Transport.TLS ? fields.with("tls", pinned()) : fields;
    }

    private Tree.Fields pinned() {
      return Tree.Fields.NONE.with("trust", "pinned").with("sha256", fingerprint());
    }

    private String fingerprint() {
      try {
        byte[] certificate = environment.identity().get().certificate().getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
      } catch (CertificateEncodingException | NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("a certificate of our own cannot be read", impossible);
      }
    }

    @Override
    public void await() throws Exception {
      try {
        boolean _ = fork.join();
      } catch (Exception ended) {
        if (!closed) {
          throw ended;
        }
      }
    }

    @Override
    public void close() {
      closed = true;
      fork.interrupt();
      session.clients().forEach(ServedClient::disconnect);
    }
  }
}
