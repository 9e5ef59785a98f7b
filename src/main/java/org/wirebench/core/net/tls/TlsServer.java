package org.wirebench.core.net.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.wirebench.core.net.tls.Diagnosis.Scene;
import org.wirebench.core.net.tls.ServerTls.ClientAuth;
import org.wirebench.core.net.tls.TlsInfo.TrustedBy;

/** The server's side of TLS handshakes, with one certificate. */
public final class TlsServer {
  private static final String NO_PASSWORD = "";

  private final ServerTls settings;
  private final boolean checksClients;
  private final SSLContext context;

  /**
   * @throws TlsFileException when a file of the settings is not what it should be
   * @throws IOException when a file cannot be read
   */
  public TlsServer(ServerTls settings) throws IOException {
    this.settings = settings;
    this.checksClients = settings.clientAuthority().isPresent();
    this.context =
        TlsClient.context(
            keyManager(KeyStores.identity(settings.identity())),
            checksClients
                ? TrustPolicy.clientsBy(trusting(settings.clientAuthority().get()))
                : TrustPolicy.none());
  }

  private static X509ExtendedTrustManager trusting(Path pem) throws IOException {
    try {
      return SystemTrust.trusting(Pem.certificates(pem));
    } catch (GeneralSecurityException unusable) {
      throw new TlsFileException(pem, TlsFileException.Reason.DAMAGED, unusable);
    }
  }

  static X509ExtendedKeyManager keyManager(Identity identity) throws IOException {
    try {
      KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
      factory.init(KeyStores.of(identity, NO_PASSWORD), NO_PASSWORD.toCharArray());
      return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
    } catch (GeneralSecurityException unusable) {
      throw new IOException(unusable);
    }
  }

  /**
   * Shakes hands with the client behind {@code raw}, which the link owns from then on. Blocks until
   * {@code raw} is closed at worst.
   *
   * @throws TlsException when TLS fails
   * @throws IOException when the connection fails below TLS
   */
  public TlsLink handshake(Socket raw) throws IOException {
    Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    WatchedSocket below = new WatchedSocket(raw);
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(below, null, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(TlsVersion.protocols(settings.minimum(), settings.maximum()));
    parameters.setApplicationProtocols(settings.alpn().toArray(String[]::new));
    parameters.setWantClientAuth(settings.clients() == ClientAuth.OPTIONAL);
    if (settings.clients() == ClientAuth.REQUIRED) {
      parameters.setNeedClientAuth(true);
    }
    socket.setSSLParameters(parameters);
    Supplier<Scene> scene = () -> new Scene(false, "", false, true, below.first(), List.of());
    try {
      socket.startHandshake();
      below.handshakeDone();
    } catch (IOException failed) {
      throw Diagnosis.of(failed, scene.get());
    }
    return new TlsLink(socket, below, info(socket, started), scene);
  }

  private TlsInfo info(SSLSocket socket, Instant started) {
    SSLSession session = socket.getSession();
    String alpn = socket.getApplicationProtocol();
    List<X509Certificate> chain = presented(session);
    return new TlsInfo(
        session.getProtocol(),
        session.getCipherSuite(),
        alpn == null ? "" : alpn,
        serverName(session),
        chain,
        session.getCreationTime() < started.toEpochMilli(),
        checksClients && !chain.isEmpty() ? TrustedBy.AUTHORITY : TrustedBy.NOTHING,
        "");
  }

  private static List<X509Certificate> presented(SSLSession session) {
    try {
      return Arrays.stream(session.getPeerCertificates()).map(X509Certificate.class::cast).toList();
    } catch (SSLPeerUnverifiedException none) {
      return List.of();
    }
  }

  private static String serverName(SSLSession session) {
    if (session instanceof ExtendedSSLSession extended) {
      return extended.getRequestedServerNames().stream()
          .filter(SNIHostName.class::isInstance)
          .map(name -> ((SNIHostName) name).getAsciiName())
          .findFirst()
          .orElse("");
    }
    return "";
  }
}
