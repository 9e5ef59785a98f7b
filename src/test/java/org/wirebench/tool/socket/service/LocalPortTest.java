package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.net.NetFailure;
import org.wirebench.tool.socket.code.Requests;

/** The port that a client of datagrams speaks from. */
@Timeout(30)
class LocalPortTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  @Test
  void aPortThatSomebodySpeaksFromIsNotTakenFromThem() throws Exception {
    String typed =
        "transport: udp\nhost: 127.0.0.1\nport: 9\nsend: x\ntimeout: 5s\n"
            + "local: {address: 127.0.0.1, port: ";
    ClientSession first = harness.talk(Requests.client(typed + "0}\n")).session();
    int port = ((InetSocketAddress) first.link().local()).getPort();
    NetFailure failure = harness.failure(Requests.client(typed + port + "}\n"));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.ADDRESS_IN_USE);
  }
}
