package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.Steps.send;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.net.NetFailure;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

@Timeout(30)
class FailedStepTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private ServerSession serve(Behaviour behaviour) throws Exception {
    return harness.serve(Transport.TCP, behaviour).session();
  }

  @Test
  void aFolderIsNamedAndSaidToBeOne() throws Exception {
    ServerSession echo = serve(new Behaviour.Echo());

    NetFailure failure = harness.failure(client(Transport.TCP, echo, send(folder)));

    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.IO);
    assertThat(failure.cause()).contains(folder.toString()).contains("it is a folder");
    assertThat(failure.title()).doesNotContain("failed");
  }

  @Test
  void aUdpPortThatIsKnownToBeClosedIsSaidToBe() throws Exception {
    int closed;
    try (DatagramSocket gone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      closed = gone.getLocalPort();
    }
    String yaml = "transport: udp\nhost: 127.0.0.1\nport: " + closed + "\nsend: x\n";

    NetFailure failure =
        harness.failure(Requests.client(yaml + "until: {bytes: 1}\ntimeout: 300ms\n"));

    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.REFUSED);
    assertThat(failure.title()).isEqualTo("The port is closed");
    assertThat(failure.cause()).contains("nothing listens").contains("within 300 ms");
  }

  @Test
  void anExpressionThatTakesTooLongIsALimitWithAWayOut() throws Exception {
    ServerSession greeter = serve(new Behaviour.Greet(Payload.text("1,".repeat(3000))));
    BytePattern slow = new BytePattern(BytePattern.Form.REGEX, "(.*,){30}P");

    NetFailure failure =
        harness.failure(client(Transport.TCP, greeter, new Step.Await(new Step.Until.Match(slow))));

    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.LIMIT);
    assertThat(failure.title()).isEqualTo("Regular expression too slow");
    assertThat(failure.cause()).contains("takes too long");
    assertThat(failure.remedy()).contains("repetition");
  }
}
