package org.wirebench.core.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wirebench.core.net.DatagramSpec.Buffers;
import org.wirebench.core.net.Multicast.Group;

/** Datagrams on the loopback interface in few words. */
final class Datagrams {
  static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private Datagrams() {}

  static DatagramSpec onLoopback() {
    return DatagramSpec.bound("test", new InetSocketAddress(LOOPBACK, 0));
  }

  static DatagramSpec with(Buffers buffers) {
    return onLoopback().withBuffers(buffers);
  }

  static Multicast joining(Group... groups) {
    return Multicast.DEFAULT.withGroups(List.of(groups));
  }

  static DatagramSpec to(DatagramLink link) {
    return DatagramSpec.to("test", new Endpoint("127.0.0.1", link.local().getPort()));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
