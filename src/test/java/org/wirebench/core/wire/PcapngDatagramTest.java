package org.wirebench.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.job.JobClock;
import org.wirebench.testkit.TestStores;

/** One datagram is one packet, up to the longest that there is. */
class PcapngDatagramTest {
  private static final int PACKET = 6;

  @RegisterExtension private final TestStores stores = new TestStores();

  @ParameterizedTest
  @CsvSource({"192.0.2.1, 65507", "2001:db8::1, 65527"})
  void theLongestDatagramIsOnePacket(String address, int length) throws Exception {
    InetSocketAddress end = new InetSocketAddress(InetAddress.ofLiteral(address), 7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WireLog log = new WireLog(WireLog.Limits.DEFAULT, stores.stores(), JobClock.system())) {
      WireTap tap = log.open("test", "label", Carrier.UDP, end, end, true);
      tap.sent(new byte[length], 0, length);
      Pcapng.write(log, WireFilter.ALL, out);
    }
    ByteBuffer file = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    int packets = 0;
    for (int at = 0; at < file.limit(); at += file.getInt(at + 4)) {
      packets += file.getInt(at) == PACKET ? 1 : 0;
    }
    assertThat(packets).isEqualTo(1);
  }
}
