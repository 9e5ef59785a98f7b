package org.wirebench.core.net;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** For a client that is not ours, in tests of our server. */
final class TrustsAll implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
