package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.tool.socket.code.Requests;

/** How a client of datagrams is opened: from which port, and what is known where it fails. */
@Timeout(30)
class PacketOpeningTest {
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

  @Test
  void aNameThatIsNotFoundTellsHowLongItWasLookedFor() throws Exception {
    NetFailure failure =
        harness.failure(
            Requests.client("transport: udp\nhost: nowhere.invalid\nport: 9\ntimeout: 5s\n"));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.HOST_UNKNOWN);
    assertThat(failure.steps()).extracting(Phases.Timed::phase).containsExactly(Phase.RESOLVE);
  }
}
