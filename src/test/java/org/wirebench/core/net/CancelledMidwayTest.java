package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

/** What is cancelled while it is being opened stays open for nobody. */
@Timeout(60)
class CancelledMidwayTest {
  @TempDir private Path folder;
  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();
  private final Network network = net.network();

  @Test
  void aConnectionIsClosed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ConnectSpec spec = ConnectSpec.to("test", new Endpoint("127.0.0.1", server.getLocalPort()));
      Connection client = jobs.run(context -> network.connect(spec, new CancelledMidway(context)));
      assertThat(client.isClosed()).isTrue();
      try (Socket peer = server.accept()) {
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void aListenerGivesItsPortBack() throws Exception {
    Listener listener =
        jobs.run(
            context ->
                network.listen(
                    ListenSpec.on("test", "127.0.0.1", 0), new CancelledMidway(context)));
    int port = ((InetSocketAddress) listener.address()).getPort();
    try (ServerSocket next = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(next.isBound()).isTrue();
    }
  }

  @Test
  void aListenerOnAPathTakesItsFileAway() throws Exception {
    Path path = folder.resolve("s");
    Listener _ =
        jobs.run(
            context -> network.listenUnix("test", "server", path, new CancelledMidway(context)));
    assertThat(path).doesNotExist();
  }

  @Test
  void aDatagramSocketGivesItsPortBack() throws Exception {
    DatagramSpec spec =
        DatagramSpec.bound("test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    DatagramLink link = jobs.run(context -> network.datagram(spec, new CancelledMidway(context)));
    try (DatagramSocket next = new DatagramSocket(link.local())) {
      assertThat(next.isBound()).isTrue();
    }
  }
}
