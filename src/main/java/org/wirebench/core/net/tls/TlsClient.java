package org.wirebench.core.net.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.wirebench.core.net.tls.Diagnosis.Scene;
import org.wirebench.core.net.tls.TlsInfo.TrustedBy;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.core.text.Messages;

/**
 * The client's side of TLS handshakes. Each is a full one: no session is taken up again, so that
 * what is shown of the peer is what it presents now.
 */
public final class TlsClient {
  private static final Messages TEXT = Messages.of(TlsClient.class);

  private final SystemTrust system = new SystemTrust();

  /**
   * Reads what the settings name, and makes all that a handshake takes, so that the handshake lasts
   * no longer than it must.
   *
   * @param host whom we connect to, in ASCII form: the name to ask for where the settings say none
   * @throws TlsFileException when a file of the settings is not what it should be
   * @throws IOException when a file cannot be read
   */
  public Greeting prepare(String host, int port, TlsSettings settings) throws IOException {
    String name = withoutDot(settings.serverName().isEmpty() ? host : settings.serverName());
    ClientKeys keys = keys(settings);
    TrustPolicy trust = policy(settings.trust(), name);
    return new Greeting(settings, name, port, keys, trust, context(keys, trust).getSocketFactory());
  }

  /** All that one handshake takes. */
  public static final class Greeting {
    private final TlsSettings settings;
    private final String name;
    private final int port;
    private final ClientKeys keys;
    private final TrustPolicy trust;
    private final SSLSocketFactory factory;

    private Greeting(
        TlsSettings settings,
        String name,
        int port,
        ClientKeys keys,
        TrustPolicy trust,
        SSLSocketFactory factory) {
      this.settings = settings;
      this.name = name;
      this.port = port;
      this.keys = keys;
      this.trust = trust;
      this.factory = factory;
    }

    /**
     * Shakes hands over {@code raw}, which the link owns from then on. Blocks until {@code raw} is
     * closed at worst. To be called once.
     *
     * @throws TlsException when TLS fails
     * @throws IOException when the connection fails below TLS
     */
    public TlsLink shakeHands(Socket raw) throws IOException {
      WatchedSocket below = new WatchedSocket(raw);
      SSLSocket socket = (SSLSocket) factory.createSocket(below, name, port, true);
      String sni = isLiteral(name) ? "" : name;
      socket.setSSLParameters(parameters(socket, settings, sni));
      Supplier<Scene> scene =
          () ->
              new Scene(true, name, keys.asked(), keys.present(), below.first(), trust.presented());
      try {
        socket.startHandshake();
        below.handshakeDone();
      } catch (IOException failed) {
        throw Diagnosis.of(failed, scene.get());
      }
      return new TlsLink(socket, below, info(socket, settings, sni, name, trust), scene);
    }
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isLiteral(String name) {
    int zone = name.indexOf('%');
    try {
      InetAddress _ = InetAddress.ofLiteral(zone < 0 ? name : name.substring(0, zone));
      return true;
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  private static ClientKeys keys(TlsSettings settings) throws IOException {
    if (settings.identity().isEmpty()) {
      return new ClientKeys(null);
    }
    return new ClientKeys(TlsServer.keyManager(KeyStores.identity(settings.identity().get())));
  }

  private TrustPolicy policy(Trust trust, String name) throws IOException {
    return switch (trust) {
      case Trust.SystemStore() -> TrustPolicy.by(system.manager(), name);
      case Trust.Authority(var pem) -> {
        try {
          yield TrustPolicy.by(SystemTrust.trusting(Pem.certificates(pem)), name);
        } catch (GeneralSecurityException unusable) {
          throw new TlsFileException(pem, TlsFileException.Reason.DAMAGED, unusable);
        }
      }
      case Trust.Pinned(var sha256) -> TrustPolicy.pinned(sha256);
      case Trust.None() -> TrustPolicy.none();
    };
  }

  static SSLContext context(KeyManager keys, TrustManager trust) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IOException(unusable);
    }
  }

  private static SSLParameters parameters(SSLSocket socket, TlsSettings settings, String name) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(TlsVersion.protocols(settings.minimum(), settings.maximum()));
    parameters.setApplicationProtocols(settings.alpn().toArray(String[]::new));
    parameters.setServerNames(name.isEmpty() ? List.of() : List.of(new RequestedName(name)));
    return parameters;
  }

  private static TlsInfo info(
      SSLSocket socket, TlsSettings settings, String sni, String name, TrustPolicy trust) {
    SSLSession session = socket.getSession();
    String alpn = socket.getApplicationProtocol();
    return new TlsInfo(
        session.getProtocol(),
        session.getCipherSuite(),
        alpn == null ? "" : alpn,
        sni,
        trust.presented(),
        trust.presented().isEmpty(),
        trustedBy(settings.trust()),
        warning(settings.trust(), name, trust));
  }

  private static TrustedBy trustedBy(Trust trust) {
    return switch (trust) {
      case Trust.SystemStore() -> TrustedBy.SYSTEM;
      case Trust.Authority(var _) -> TrustedBy.AUTHORITY;
      case Trust.Pinned(var _) -> TrustedBy.PIN;
      case Trust.None() -> TrustedBy.NOTHING;
    };
  }

  private static String warning(Trust trust, String name, TrustPolicy policy) {
    if (trust instanceof Trust.None) {
      return TEXT.get("warning.unchecked");
    }
    if (!(trust instanceof Trust.Pinned) || policy.presented().isEmpty()) {
      return "";
    }
    var leaf = policy.presented().getFirst();
    if (leaf.getNotAfter().toInstant().isBefore(Instant.now())) {
      return TEXT.get("warning.pinExpired", leaf.getNotAfter().toInstant().toString());
    }
    return Certificates.isFor(leaf, name) ? "" : TEXT.get("warning.pinName", name);
  }
}
