package org.wirebench.tool.http.service;

import org.wirebench.tool.http.service.auth.Authorizers;
import org.wirebench.tool.http.service.cookie.CookieJar;

/**
 * What runs have in common, so that servers know whom they talk to.
 *
 * @param agent how the program introduces itself
 * @param cookies where they are kept
 * @param authorizers make what shows who asks
 */
record Session(String agent, CookieJar cookies, Authorizers authorizers) {
  /** The same for somebody else: with cookies of his own, which begin as these are. */
  Session apart() {
    return new Session(agent, cookies.copy(), authorizers.apart());
  }
}
