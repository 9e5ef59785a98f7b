package org.wirebench.core.net.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * TLS of a server.
 *
 * @param identity its certificate and key
 * @param clients whether it wants to see a certificate of each client
 * @param clientAuthority the PEM file of the authorities whose clients are taken; empty takes any
 *     certificate
 * @param alpn the protocols it speaks, best first; empty for none
 * @param minimum the oldest version it takes
 * @param maximum the newest version it takes
 */
public record ServerTls(
    KeySource identity,
    ClientAuth clients,
    Optional<Path> clientAuthority,
    List<String> alpn,
    TlsVersion minimum,
    TlsVersion maximum) {
  /** Whether a server asks its clients for a certificate. */
  public enum ClientAuth {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  public ServerTls {
    alpn = List.copyOf(alpn);
    TlsVersion.checkRange(minimum, maximum);
  }

  /** TLS 1.2 and 1.3 with any client. */
  public static ServerTls of(KeySource identity) {
    return new ServerTls(
        identity,
        ClientAuth.NONE,
        Optional.empty(),
        List.of(),
        TlsVersion.TLS_1_2,
        TlsVersion.TLS_1_3);
  }

  public ServerTls withClients(ClientAuth asked, Optional<Path> authority) {
    return new ServerTls(identity, asked, authority, alpn, minimum, maximum);
  }

  public ServerTls withAlpn(List<String> protocols) {
    return new ServerTls(identity, clients, clientAuthority, protocols, minimum, maximum);
  }

  public ServerTls withVersions(TlsVersion oldest, TlsVersion newest) {
    return new ServerTls(identity, clients, clientAuthority, alpn, oldest, newest);
  }
}
