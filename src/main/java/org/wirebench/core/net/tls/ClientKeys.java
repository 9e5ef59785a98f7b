package org.wirebench.core.net.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows our certificate to a server that asks, whatever issuers the server names: whether it likes
 * the certificate is for the server to say. Remembers that it was asked.
 */
final class ClientKeys extends X509ExtendedKeyManager {
  private final @Nullable X509ExtendedKeyManager keys;
  private volatile boolean asked;

  /**
   * @param keys null where we have no certificate
   */
  ClientKeys(@Nullable X509ExtendedKeyManager keys) {
    this.keys = keys;
  }

  boolean asked() {
    return asked;
  }

  boolean present() {
    return keys != null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    asked = true;
    return keys == null ? null : keys.chooseClientAlias(keyTypes, null, socket);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return keys == null ? null : keys.getClientAliases(keyType, null);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return keys == null ? null : keys.getCertificateChain(alias);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return keys == null ? null : keys.getPrivateKey(alias);
  }
}
