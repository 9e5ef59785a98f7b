package org.wirebench.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "::1, ::1",
    "::, ::",
    "FE80::1, fe80::1",
    "2001:db8::, 2001:db8::",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::"
  })
  void anAddressIsWrittenShort(String typed, String shown) {
    assertThat(IpAddresses.text(InetAddress.ofLiteral(typed))).isEqualTo(shown);
  }

  @Test
  void aZoneStays() throws Exception {
    byte[] linkLocal = InetAddress.ofLiteral("fe80::1").getAddress();

    assertThat(IpAddresses.text(Inet6Address.getByAddress(null, linkLocal, 3)))
        .isEqualTo("fe80::1%3");
  }
}
