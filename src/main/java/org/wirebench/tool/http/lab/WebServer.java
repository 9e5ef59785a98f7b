package org.wirebench.tool.http.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.RateControl;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.workspace.Tree;

/**
 * A Jetty server on loopback and a free port. Its handlers run on forks of the job; the few threads
 * of Jetty's own only accept and select.
 */
final class WebServer implements LabServer.Running {
  /** Longer than any answer is silent; an endless one may be as slow as its client likes. */
  private static final Duration IDLE = Duration.ofMinutes(15);

  private static final String HOST = "127.0.0.1";
  private static final int THREADS = 16;
  private static final int HEAD_BYTES = 64 << 10;
  private static final String NO_PASSWORD = "";

  private final Server server;
  private final ServerConnector connector;
  private final Optional<String> fingerprint;
  private final CountDownLatch ended = new CountDownLatch(1);

  private WebServer(Server server, ServerConnector connector, Optional<String> fingerprint) {
    this.server = server;
    this.connector = connector;
    this.fingerprint = fingerprint;
  }

  /** HTTP/1.1 and h2c on one port. */
  static WebServer plain(Handler handler, JobContext context) throws Exception {
    HttpConfiguration settings = settings();
    return start(
        handler,
        context,
        Optional.empty(),
        new HttpConnectionFactory(settings),
        unlimited(new HTTP2CServerConnectionFactory(settings)));
  }

  /** HTTP/1.1 and HTTP/2 over TLS, as ALPN says. */
  static WebServer secure(Handler handler, Identity identity, JobContext context) throws Exception {
    HttpConfiguration settings = settings();
    // Whatever name it is asked by, so that a wrong one can be tried.
    settings.addCustomizer(new SecureRequestCustomizer(false));
    HttpConnectionFactory http1 = new HttpConnectionFactory(settings);
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
    alpn.setDefaultProtocol(http1.getProtocol());
    return start(
        handler,
        context,
        Optional.of(fingerprint(identity)),
        new SslConnectionFactory(tls(identity), alpn.getProtocol()),
        alpn,
        unlimited(new HTTP2ServerConnectionFactory(settings)),
        http1);
  }

  private static HttpConfiguration settings() {
    HttpConfiguration settings = new HttpConfiguration();
    settings.setSendServerVersion(false);
    settings.setRequestHeaderSize(HEAD_BYTES);
    settings.setResponseHeaderSize(HEAD_BYTES);
    settings.setMaxResponseHeaderSize(HEAD_BYTES);
    // It reads no files, so no path can lead astray.
    settings.setUriCompliance(UriCompliance.UNSAFE);
    return settings;
  }

  /** Load runs and clients that give up are what it is for. */
  private static ConnectionFactory unlimited(AbstractHTTP2ServerConnectionFactory http2) {
    http2.setRateControlFactory(new RateControl.Factory() {});
    return http2;
  }

  private static SslContextFactory.Server tls(Identity identity)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(identity.pkcs12(NO_PASSWORD)), NO_PASSWORD.toCharArray());
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(store);
    tls.setKeyStorePassword(NO_PASSWORD);
    tls.setSniRequired(false);
    return tls;
  }

  private static String fingerprint(Identity identity) throws GeneralSecurityException {
    byte[] certificate = identity.certificate().getEncoded();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
  }

  private static WebServer start(
      Handler handler,
      JobContext context,
      Optional<String> fingerprint,
      ConnectionFactory... protocols)
      throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName("lab");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(work -> fork(work, context));
    Server server = new Server(threads);
    server.setStopTimeout(0);
    ServerConnector connector = new ServerConnector(server, 1, 1, protocols);
    connector.setHost(HOST);
    connector.setPort(0);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(handler);
    WebServer running = new WebServer(server, connector, fingerprint);
    try {
      server.start();
      JobContext.Registration _ = context.closeOnCancel(running.ended::countDown);
      return running;
    } catch (Exception failed) {
      running.close();
      throw failed;
    }
  }

  private static void fork(Runnable work, JobContext context) {
    JobContext.Fork<Boolean> _ =
        context.fork(
            "lab answer",
            _ -> {
              work.run();
              return true;
            });
  }

  @Override
  public String address() {
    return HOST + ":" + connector.getLocalPort();
  }

  @Override
  public Tree.Fields request() {
    Tree.Fields plain =
        Tree.Fields.NONE.with(
            "url", (fingerprint.isPresent() ? "https://" : "http://") + address() + "/");
    return fingerprint
        .map(
            sha256 ->
                plain.with("tls", Tree.Fields.NONE.with("trust", "pinned").with("sha256", sha256)))
        .orElse(plain);
  }

  @Override
  public void await() throws InterruptedException {
    ended.await();
  }

  @Override
  public void close() {
    ended.countDown();
    // Jetty waits for its threads, which a thread that is interrupted cannot.
    boolean interrupted = Thread.interrupted();
    try {
      server.stop();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
