package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.PythonCode.string;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.code.Snippets;

/** Writes the options of multicast in Python. */
final class PythonMulticast {
  private static final Snippets PIECES = Snippets.of(PythonMulticast.class, "python-multicast.txt");

  private PythonMulticast() {}

  /** By which interface datagrams leave, and how far they go. */
  static String leaving(String networkInterface, Optional<Integer> ttl, boolean v4) {
    StringBuilder lines = new StringBuilder();
    if (!networkInterface.isEmpty()) {
      lines.append(PIECES.get("multicast.interface", "name", string(networkInterface)));
      lines.append(PIECES.get(v4 ? "multicast.leave.4" : "multicast.leave.6"));
    }
    if (ttl.isPresent()) {
      String hops = String.valueOf(ttl.get());
      lines.append(PIECES.get(v4 ? "multicast.ttl.4" : "multicast.ttl.6", "ttl", hops));
    }
    return lines.toString();
  }

  /** Which groups are listened to; {@link #leaving} comes before. */
  static String joining(List<String> groups, String networkInterface) {
    String index = networkInterface.isEmpty() ? "0" : "interface";
    StringBuilder lines = new StringBuilder();
    for (String group : groups) {
      boolean v4 = Texts.literal(group.strip()).filter(Inet4Address.class::isInstance).isPresent();
      lines.append(
          PIECES.get(
              v4 ? "multicast.member.4" : "multicast.member.6",
              "group",
              string(group.strip()),
              "index",
              index));
    }
    return lines.toString();
  }
}
