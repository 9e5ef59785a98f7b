package org.wirebench.tool.http.service.cookie;

import java.util.Locale;
import java.util.regex.Pattern;
import org.wirebench.core.net.Endpoint;
import org.wirebench.tool.http.request.HttpUrl;

/** Domains of cookies (RFC 6265 section 5.1.3). */
final class Domains {
  private static final Pattern IPV4 = Pattern.compile("[0-9.]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("(?:.*\\.)?localhost\\.?|127(?:\\.[0-9]{1,3}){3}|::1|(?:0{1,4}:){7}0{0,3}1");

  private Domains() {}

  /** The host of {@code url}, in ASCII and lower case. */
  static String of(HttpUrl url) {
    return url.endpoint().ascii().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether what is asked of {@code url} cannot be read by others on its way: over TLS, or without
   * it where it never leaves this machine. So Chrome and Firefox decide too (W3C Secure Contexts,
   * section 3.1; RFC 6265bis section 5.7 leaves to the program what a secure connection is), and a
   * login that is tried out on {@code http://localhost} works here as it does there. A name below
   * {@code localhost} means this machine (RFC 6761 section 6.3), whatever a server of names says;
   * who has it mean another one has changed this machine, and could read its cookies anyway.
   */
  static boolean isTrustworthy(HttpUrl url) {
    return url.secure() || LOOPBACK.matcher(of(url)).matches();
  }

  /** What a Domain attribute says, in ASCII and lower case, without a dot before it. */
  static String canonical(String typed) {
    String bare = typed.startsWith(".") ? typed.substring(1) : typed;
    try {
      return new Endpoint(bare, 0).ascii().toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noName) {
      // It matches no host as it is, which is said then.
      return bare.toLowerCase(Locale.ROOT);
    }
  }

  /** Whether {@code host} is {@code domain}, or a name below it. */
  static boolean matches(String host, String domain) {
    return host.equals(domain) || (host.endsWith("." + domain) && !isAddress(host));
  }

  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
  }

  /**
   * Whether nobody owns all names below {@code domain}. The public suffix list (publicsuffix.org)
   * is not carried: it grows daily, and who asks the servers here is their user and no stranger. So
   * this knows only what needs no list: a name without a dot is a suffix, unless it is {@code
   * localhost}; {@code co.uk} is taken for a domain like any other.
   */
  static boolean isPublicSuffix(String domain) {
    return domain.indexOf('.') < 0 && !isAddress(domain) && !domain.equals("localhost");
  }
}
