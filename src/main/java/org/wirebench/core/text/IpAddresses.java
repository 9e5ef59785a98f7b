package org.wirebench.core.text;

import java.net.InetAddress;
import java.util.Arrays;

/** Addresses of IP as people write them. */
public final class IpAddresses {
  private static final int GROUPS = 8;

  private IpAddresses() {}

  /** {@code 127.0.0.1}, {@code ::1} (RFC 5952), {@code fe80::1%eth0}; never asks for a name. */
  public static String text(InetAddress address) {
    String whole = address.getHostAddress();
    int percent = whole.indexOf('%');
    String zone = percent < 0 ? "" : whole.substring(percent);
    String digits = percent < 0 ? whole : whole.substring(0, percent);
    return shortened(digits) + zone;
  }

  /**
   * Shortens the longest run of zeros, the first where several are as long.
   *
   * @param address whatever is not eight groups stays as it is
   */
  public static String shortened(String address) {
    String[] groups = address.split(":", -1);
    if (groups.length != GROUPS) {
      return address;
    }
    int from = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      int run = zerosAt(groups, i);
      if (run > length) {
        from = i;
        length = run;
      }
    }
    if (length < 2) {
      return address;
    }
    return joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
  }

  private static int zerosAt(String[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end].equals("0")) {
      end++;
    }
    return end - from;
  }

  private static String joined(String[] groups, int from, int to) {
    return String.join(":", Arrays.asList(groups).subList(from, to));
  }
}
