package org.wirebench.core.net;

import java.net.IDN;
import java.net.InetAddress;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a host may be, and its form on the wire. */
final class Hosts {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern IPV4_PART = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_.@~-]+");

  /** The full stops of UTS 46 section 2.3. */
  private static final Pattern DOT = Pattern.compile("[.\u3002\uff0e\uff61]");

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 253;

  private Hosts() {}

  /**
   * The host as the network knows it.
   *
   * @throws EndpointException when it is neither a name nor an address
   */
  static String ascii(String host) throws EndpointException {
    if (host.isEmpty()) {
      throw Endpoint.problem("endpoint.noHost", host);
    }
    if (host.indexOf(':') >= 0) {
      return ipv6(host);
    }
    String[] labels = DOT.split(host, -1);
    int last = labels.length - 1;
    boolean rooted = last > 0 && labels[last].isEmpty();
    List<String> result = new ArrayList<>();
    for (int i = 0; i <= (rooted ? last - 1 : last); i++) {
      result.add(label(labels[i], host));
    }
    if (DIGITS.matcher(result.getLast()).matches()) {
      return ipv4(result, host);
    }
    String name = String.join(".", result);
    if (name.length() > LONGEST_NAME) {
      throw Endpoint.problem("endpoint.nameLong", String.valueOf(LONGEST_NAME));
    }
    return rooted ? name + "." : name;
  }

  /** The address, where {@code host}, which {@link #ascii} takes, is one; without its zone. */
  static Optional<InetAddress> literal(String host) throws EndpointException {
    String ascii = ascii(host);
    boolean v6 = ascii.indexOf(':') >= 0;
    if (!v6 && !ascii.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      return Optional.empty();
    }
    int zone = ascii.indexOf('%');
    return Optional.of(InetAddress.ofLiteral(zone < 0 ? ascii : ascii.substring(0, zone)));
  }

  /** {@code host} without the brackets that an IPv6 address has in front of a port. */
  static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") && host.indexOf(':') >= 0
        ? host.substring(1, host.length() - 1)
        : host;
  }

  private static String ipv6(String host) throws EndpointException {
    int percent = host.indexOf('%');
    String address = percent < 0 ? host : host.substring(0, percent);
    if (host.startsWith("[")) {
      throw Endpoint.problem("endpoint.ipv6", host);
    }
    if (percent >= 0 && !ZONE.matcher(host.substring(percent + 1)).matches()) {
      throw Endpoint.problem("endpoint.zone", host);
    }
    try {
      InetAddress _ = InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException no) {
      throw Endpoint.problem("endpoint.ipv6", host);
    }
    return host;
  }

  private static String ipv4(List<String> parts, String host) throws EndpointException {
    boolean right =
        parts.size() == 4
            && parts.stream()
                .allMatch(p -> IPV4_PART.matcher(p).matches() && Integer.parseInt(p) <= 255);
    if (!right) {
      throw Endpoint.problem("endpoint.ipv4", host);
    }
    return String.join(".", parts);
  }

  private static String label(String typed, String host) throws EndpointException {
    if (typed.isEmpty()) {
      throw Endpoint.problem("endpoint.emptyLabel", host);
    }
    boolean plain = typed.chars().allMatch(c -> c < 0x80);
    String label = plain ? typed : international(typed);
    if (label.length() > LONGEST_LABEL) {
      throw Endpoint.problem("endpoint.labelLong", typed);
    }
    if (!LABEL.matcher(label).matches()) {
      throw wrongCharacter(typed, plain);
    }
    return label;
  }

  private static EndpointException wrongCharacter(String typed, boolean plain) {
    if (!plain) {
      return Endpoint.problem("endpoint.idn", typed);
    }
    if (typed.startsWith("-") || typed.endsWith("-")) {
      return Endpoint.problem("endpoint.hyphen", typed);
    }
    int wrong =
        typed
            .codePoints()
            .filter(c -> !LABEL.matcher(Character.toString(c)).matches() && c != '-')
            .findFirst()
            .orElseThrow();
    return wrong == ' '
        ? Endpoint.problem("endpoint.space", typed)
        : Endpoint.problem("endpoint.character", Character.toString(wrong));
  }

  /**
   * RFC 5891: {@code straße} is not {@code strasse} any more, and neither are the final sigma and
   * the joiners mapped away, which the Java platform (RFC 3490) still does.
   */
  private static String international(String typed) throws EndpointException {
    String label = Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    boolean deviates = label.chars().anyMatch(c -> "ßς\u200c\u200d".indexOf(c) >= 0);
    if (deviates && label.codePoints().allMatch(Hosts::isOfAName)) {
      return "xn--" + Punycode.encode(label);
    }
    try {
      return IDN.toASCII(label, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES)
          .toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException no) {
      throw Endpoint.problem("endpoint.idn", typed);
    }
  }

  private static boolean isOfAName(int c) {
    return Character.isLetterOrDigit(c)
        || c == '-'
        || c == 0x200c
        || c == 0x200d
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
