package org.wirebench.tool.http.service;

import java.util.function.Supplier;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.tool.http.service.auth.Browser;

/**
 * What HTTP needs of the program.
 *
 * @param network opens the connections
 * @param stores keep what comes
 * @param clock says when kept connections are too old
 * @param identity the certificate of the embedded servers; made when first asked for
 * @param defaults hold where a request leaves something open; asked each time, on any thread
 * @param browser where the user signs in
 */
public record HttpEnvironment(
    Network network,
    ByteStores stores,
    JobClock clock,
    Supplier<Identity> identity,
    Supplier<NetDefaults> defaults,
    Browser browser) {
  /** Without a browser. */
  public HttpEnvironment(
      Network network,
      ByteStores stores,
      JobClock clock,
      Supplier<Identity> identity,
      Supplier<NetDefaults> defaults) {
    this(network, stores, clock, identity, defaults, Browser.none());
  }
}
