package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.wire.WireKind;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

@Timeout(60)
class ConnectionTest {
  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();

  @BeforeEach
  void freshLog() {
    assertThat(net.log().end()).isZero();
  }

  private Connection connect(int port, JobContext context) throws Exception {
    return net.network().connect(ConnectSpec.to("test", new Endpoint("127.0.0.1", port)), context);
  }

  private List<WireKind> kinds() throws IOException {
    List<WireKind> kinds = new ArrayList<>();
    net.log().forEach(net.log().first(), net.log().end(), event -> kinds.add(event.kind()));
    return kinds;
  }

  @Test
  void anAbortIsOnRecord() throws Exception {
    try (BadServer server = BadServer.silent()) {
      jobs.run(
          context -> {
            Connection connection = connect(server.port(), context);
            connection.abort();
            connection.abort();
            return true;
          });
    }
    assertThat(kinds()).containsExactly(WireKind.OPENED, WireKind.FIN_SENT, WireKind.CLOSED);
  }

  @Test
  void whatPassesIsRecordedInClearTextAndInOrder() throws Exception {
    try (BadServer server = BadServer.answering("pong".getBytes(StandardCharsets.US_ASCII))) {
      jobs.run(
          context -> {
            try (Connection connection = connect(server.port(), context)) {
              connection.out().write("ping".getBytes(StandardCharsets.US_ASCII));
              assertThat(connection.in().readAllBytes()).asString().isEqualTo("pong");
              assertThat(connection.peerEnd()).isEqualTo(PeerEnd.FIN);
            }
            return "";
          });
    }
    List<String> seen = new ArrayList<>();
    net.log()
        .forEach(
            0,
            net.log().end(),
            event -> {
              if (!event.direction().isNews()) {
                seen.add(event.direction() + " " + event.text());
              }
            });
    assertThat(seen).containsExactly("OUT ping", "IN pong");
    assertThat(kinds())
        .containsExactly(
            WireKind.OPENED,
            WireKind.DATA,
            WireKind.DATA,
            WireKind.FIN_RECEIVED,
            WireKind.FIN_SENT,
            WireKind.CLOSED);
  }

  @Test
  void aResetByThePeerIsToldFromAnEnd() throws Exception {
    try (BadServer server = BadServer.resetting()) {
      NetFailure failure =
          jobs.failure(
              context -> {
                try (Connection connection = connect(server.port(), context)) {
                  connection.out().write(1);
                  try {
                    return connection.in().read();
                  } finally {
                    assertThat(connection.peerEnd()).isEqualTo(PeerEnd.RESET);
                  }
                }
              });
      assertThat(failure.kind()).isEqualTo(NetFailure.Kind.RESET);
      assertThat(kinds()).contains(WireKind.RESET_RECEIVED);
    }
  }

  @Test
  void writingToAPeerThatIsGoneIsAResetToo() throws Exception {
    try (BadServer server = BadServer.resetting()) {
      NetFailure failure =
          jobs.failure(
              context -> {
                try (Connection connection = connect(server.port(), context)) {
                  byte[] much = new byte[1 << 20];
                  for (int i = 0; i < 1000; i++) {
                    connection.out().write(much);
                  }
                  return "";
                }
              });
      assertThat(failure.kind()).isEqualTo(NetFailure.Kind.RESET);
    }
  }

  @Test
  void afterAHalfCloseTheRestCanStillBeRead() throws Exception {
    try (BadServer server =
        new BadServer(
            client -> {
              byte[] all = client.getInputStream().readAllBytes();
              client
                  .getOutputStream()
                  .write(("got " + all.length).getBytes(StandardCharsets.UTF_8));
              client.close();
            })) {
      jobs.run(
          context -> {
            try (Connection connection = connect(server.port(), context)) {
              connection.out().write(new byte[10]);
              connection.shutdownOutput();
              assertThat(connection.in().readAllBytes()).asString().isEqualTo("got 10");
            }
            return "";
          });
    }
  }

  @Test
  void aResetOnPurposeIsSeenAsOne() throws Exception {
    try (Listening listening = new Listening(net.network(), jobs)) {
      jobs.run(
          context -> {
            Connection client = connect(listening.port(), context);
            Connection server = listening.next().open(context);
            client.out().write(1);
            assertThat(server.in().read()).isOne();
            client.reset();
            assertThatThrownBy(() -> server.in().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
            assertThat(server.peerEnd()).isEqualTo(PeerEnd.RESET);
            assertThat(client.isClosed()).isTrue();
            server.close();
            return "";
          });
      assertThat(kinds()).contains(WireKind.RESET_SENT, WireKind.RESET_RECEIVED);
    }
  }

  @Test
  void aLibraryGetsASocketThatIsRecorded() throws Exception {
    try (Listening listening = new Listening(net.network(), jobs)) {
      jobs.run(
          context -> {
            Connection client = connect(listening.port(), context);
            Connection server = listening.next().open(context);
            Socket socket = client.socket();
            assertThat(socket.isConnected()).isTrue();
            assertThat(socket.getPort()).isEqualTo(listening.port());
            assertThat(socket.getRemoteSocketAddress()).isEqualTo(client.remote());
            socket.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
            assertThat(server.in().readNBytes(5)).asString().isEqualTo("hello");
            socket.setSoTimeout(30);
            assertThatThrownBy(() -> socket.getInputStream().read())
                .isInstanceOf(SocketTimeoutException.class);
            assertThat(client.peerEnd()).isEqualTo(PeerEnd.NONE);
            socket.close();
            assertThat(client.isClosed()).isTrue();
            assertThat(server.in().read()).isEqualTo(-1);
            server.close();
            return "";
          });
    }
  }

  @Test
  void aClosedConnectionIsNotBlamedOnThePeer() throws Exception {
    try (BadServer server = BadServer.silent()) {
      jobs.run(
          context -> {
            Connection connection = connect(server.port(), context);
            JobContext.Fork<Integer> reading = context.fork("read", _ -> connection.in().read());
            connection.close();
            assertThatThrownBy(reading::join).isInstanceOf(IOException.class);
            assertThat(connection.peerEnd()).isEqualTo(PeerEnd.NONE);
            return "";
          });
    }
  }

  @Test
  void aConnectionOutlivesTheJobThatOpenedIt() throws Exception {
    try (Listening listening = new Listening(net.network(), jobs)) {
      Connection client = jobs.run(context -> connect(listening.port(), context));
      Connection server = jobs.run(context -> listening.next().open(context));
      jobs.run(
          context -> {
            server.out().write(7);
            assertThat(client.in().read()).isEqualTo(7);
            return "";
          });
      client.close();
      server.close();
      assertThat(((InetSocketAddress) server.remote()).getAddress().isLoopbackAddress()).isTrue();
    }
  }

  /** More than any buffer on the way, with both ends recorded. */
  @Test
  void aLongStreamComesWhole() throws Exception {
    long total = 64L << 20;
    try (Listening listening = new Listening(net.network(), jobs)) {
      jobs.run(
          context -> {
            Connection client = connect(listening.port(), context);
            Connection server = listening.next().open(context);
            JobContext.Fork<Boolean> writing =
                context.fork("write", _ -> write(server.out(), total, server));
            assertThat(drain(client.in())).isEqualTo(total);
            assertThat(writing.join()).isTrue();
            client.close();
            return "";
          });
    }
  }

  private static boolean write(OutputStream out, long total, Connection connection)
      throws IOException {
    byte[] piece = new byte[256 * 1024];
    for (long done = 0; done < total; done += piece.length) {
      out.write(piece);
    }
    connection.close();
    return true;
  }

  private static long drain(InputStream in) throws IOException {
    byte[] piece = new byte[256 * 1024];
    long count = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      count += read;
    }
    return count;
  }
}
