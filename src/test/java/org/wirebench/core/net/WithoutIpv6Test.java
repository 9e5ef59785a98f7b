package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.testkit.Peer;

class WithoutIpv6Test {
  private static final String UNSPOKEN =
      "UNREACHABLE, This machine does not speak the protocol of this address.";

  @TempDir private Path folder;

  @Test
  void whereThereIsNoIpv6TheRestWorksAndWhatCannotBeIsSaid() throws Exception {
    try (Peer process =
        Peer.start(
            folder,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-cp",
            System.getProperty("java.class.path"),
            NetworkWithoutIpv6.class.getName())) {
      int code = process.awaitEnd();

      assertThat(code).as(process.errors()).isZero();
      assertThat(process.output().lines())
          .containsExactly(
              "UDP on all addresses: 111",
              "TCP on all addresses: reached, the other address first",
              "TCP to IPv6: " + UNSPOKEN.replace("This", "[::1]:9: This"),
              "TCP on IPv6: " + UNSPOKEN,
              "TCP on IPv6 alone: " + UNSPOKEN,
              "TCP from IPv6: HOST_UNKNOWN, 127.0.0.1 has no IPv6 address.",
              "UDP to IPv6: " + UNSPOKEN,
              "UDP on IPv6: " + UNSPOKEN,
              "UDP on IPv6 alone: " + UNSPOKEN,
              "a group of IPv6: " + UNSPOKEN,
              "a packet to IPv6: " + UNSPOKEN);
    }
  }
}
