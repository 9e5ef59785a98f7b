package org.wirebench.core.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Messages;

/** Addresses: their order, their zones. */
final class Addresses {
  private static final Messages TEXT = Messages.of(Addresses.class);

  private Addresses() {}

  /**
   * The order in which to try (RFC 8305 section 4): the families take turns, IPv6 first; within
   * each the order of the resolver stays.
   */
  static List<InetAddress> interleaved(List<InetAddress> found) {
    List<InetAddress> six = new ArrayList<>();
    List<InetAddress> four = new ArrayList<>();
    for (InetAddress one : found) {
      (one instanceof Inet4Address ? four : six).add(one);
    }
    List<InetAddress> result = new ArrayList<>();
    for (int i = 0; i < Math.max(six.size(), four.size()); i++) {
      if (i < six.size()) {
        result.add(six.get(i));
      }
      if (i < four.size()) {
        result.add(four.get(i));
      }
    }
    return result;
  }

  /** The address with the zone that {@code host} names, if it names one. */
  static InetAddress withZone(InetAddress address, String host) throws NetException {
    int percent = host.indexOf('%');
    if (percent < 0 || !(address instanceof Inet6Address)) {
      return address;
    }
    String zone = host.substring(percent + 1);
    try {
      if (zone.chars().allMatch(Character::isDigit)) {
        return Inet6Address.getByAddress(null, address.getAddress(), Integer.parseInt(zone));
      }
      return Inet6Address.getByAddress(null, address.getAddress(), networkInterface(zone));
    } catch (UnknownHostException | NumberFormatException impossible) {
      throw noInterface(zone, impossible);
    }
  }

  /** The interface called {@code name}. */
  static NetworkInterface networkInterface(String name) throws NetException {
    try {
      NetworkInterface found = NetworkInterface.getByName(name);
      if (found != null) {
        return found;
      }
    } catch (SocketException failed) {
      throw noInterface(name, failed);
    }
    throw noInterface(name, new SocketException(name));
  }

  private static NetException noInterface(String name, Exception why) {
    return new NetException(
        FailureClassifier.failure(
            Kind.INVALID,
            TEXT.get("interface.title"),
            TEXT.get("interface.cause", Escapes.display(name)),
            TEXT.get("interface.remedy"),
            why),
        why);
  }
}
