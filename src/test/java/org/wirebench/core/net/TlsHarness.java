package org.wirebench.core.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

/** An authority, servers that it vouches for, and clients that trust it. */
final class TlsHarness implements AfterEachCallback {
  static final String LOCALHOST = "127.0.0.1";
  static final TlsSettings TRUSTING_ALL = TlsSettings.DEFAULT.withTrust(new Trust.None());

  private final Authority authority = Authority.create("Test authority");
  private final Path authorityFile = write(authority.pem());
  private final TestNetwork net = new TestNetwork(FakeResolver.of("server.test", LOCALHOST));

  /** The two ends of one connection. */
  record Ends(Connection client, Connection server) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      client.close();
      server.close();
    }
  }

  /** What two ends do. */
  interface Talk {
    void run(Ends ends, JobContext context) throws Exception;
  }

  private static Path write(String pem) {
    try {
      return Files.writeString(Files.createTempFile("authority", ".pem"), pem);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Authority authority() {
    return authority;
  }

  /** The certificate of the authority. */
  Path authorityFile() {
    return authorityFile;
  }

  TestNetwork net() {
    return net;
  }

  TestJobs jobs() {
    return net.jobs();
  }

  /** A client that trusts the authority alone. */
  TlsSettings trusting() {
    return TlsSettings.DEFAULT.withTrust(new Trust.Authority(authorityFile));
  }

  /** A client that says who it is, too. */
  TlsSettings trusting(KeySource own) {
    TlsSettings plain = trusting();
    return new TlsSettings(
        plain.trust(),
        Optional.of(own),
        plain.serverName(),
        plain.alpn(),
        plain.minimum(),
        plain.maximum());
  }

  static ServerTls server(Identity identity) {
    return ServerTls.of(new KeySource.Held(identity));
  }

  /** A server of this machine that the authority vouches for. */
  ServerTls localServer() {
    return server(authority.localServer());
  }

  Listening listening(ServerTls tls) throws InterruptedException {
    return new Listening(net.network(), jobs(), Listening.LOOPBACK.withTls(tls));
  }

  static ConnectSpec to(String host, int port, TlsSettings tls) {
    return ConnectSpec.to("test", new Endpoint(host, port)).withTls(tls);
  }

  Connection connect(ConnectSpec spec, JobContext context) throws Exception {
    return net.network().connect(spec, context);
  }

  /** Connects a client to a server, lets them talk, and closes both. */
  void talk(ServerTls server, String host, TlsSettings client, Talk talk) throws Exception {
    try (Listening listening = listening(server)) {
      talk(listening, host, client, talk);
    }
  }

  void talk(Listening listening, String host, TlsSettings tls, Talk talk) throws Exception {
    boolean _ =
        jobs()
            .run(
                context -> {
                  JobContext.Fork<Connection> serving =
                      context.fork("serve", forked -> listening.next().open(forked));
                  Connection client = connect(to(host, listening.port(), tls), context);
                  try (Ends ends = new Ends(client, serving.join())) {
                    talk.run(ends, context);
                  }
                  return true;
                });
  }

  /** How the client's handshake fails. */
  NetFailure failure(ServerTls server, String host, TlsSettings client) throws Exception {
    try (Listening listening = listening(server)) {
      return jobs()
          .failure(
              context -> {
                JobContext.Fork<Boolean> _ =
                    context.fork("serve", forked -> serve(listening, forked));
                return connect(to(host, listening.port(), client), context).in().read();
              });
    }
  }

  private static boolean serve(Listening listening, JobContext context)
      throws InterruptedException {
    try (Connection connection = listening.next().open(context)) {
      return connection.in().read() >= 0;
    } catch (IOException clientWentAway) {
      return false;
    }
  }

  /** How connecting fails. */
  NetFailure failure(ConnectSpec spec) throws InterruptedException {
    return net.failure(spec);
  }

  /** A client of a server that does not do TLS as it should. */
  ConnectSpec to(BadServer server) {
    return to(LOCALHOST, server.port(), trusting());
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    net.close();
    Files.delete(authorityFile);
  }
}
