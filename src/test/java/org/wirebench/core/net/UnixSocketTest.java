package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

@Timeout(60)
class UnixSocketTest {
  @TempDir private Path folder;
  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();
  private final Network network = net.network();

  private Listening listening(Path path) throws InterruptedException {
    return new Listening(
        jobs, jobs.run(context -> network.listenUnix("test", "server", path, context)));
  }

  private Connection connect(Path path, JobContext context) throws Exception {
    return network.connectUnix("test", "client", path, context);
  }

  @Test
  void bothSidesTalkAndEnd() throws Exception {
    Path path = folder.resolve("s");
    try (Listening listening = listening(path)) {
      jobs.run(
          context -> {
            Connection client = connect(path, context);
            Connection server = listening.next().open(context);
            client.out().write(new byte[100_000]);
            client.shutdownOutput();
            assertThat(server.in().readAllBytes()).hasSize(100_000);
            assertThat(server.peerEnd()).isEqualTo(PeerEnd.FIN);
            server.out().write(3);
            server.close();
            assertThat(client.in().read()).isEqualTo(3);
            assertThat(client.in().read()).isEqualTo(-1);
            assertThat(client.remote()).isEqualTo(UnixDomainSocketAddress.of(path));
            assertThatThrownBy(client::socket).isInstanceOf(UnsupportedOperationException.class);
            client.close();
            return "";
          });
    }
    assertThat(path).doesNotExist();
    assertThat(net.events()).contains("ended by the other side").noneMatch(e -> e.contains("FIN"));
  }

  @Test
  @EnabledOnOs(OS.LINUX) // others keep the client waiting
  void aServerThatTakesNobodyMoreIsSaidToBeFull() throws Exception {
    Path path = folder.resolve("s");
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path), 1);
      // One that is taken up, and one in the queue.
      waiting.add(SocketChannel.open(server.getLocalAddress()));
      waiting.add(SocketChannel.open(server.getLocalAddress()));
      NetFailure failure = jobs.failure(context -> connect(path, context));
      assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
      assertThat(failure.title()).isEqualTo("The server takes no more");
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }

  /** The room is not the same in every system, and Java takes a byte less than there is. */
  @Test
  void aPathIsTakenOrSaidToBeTooLong() throws Exception {
    int tooLong = 0;
    for (int length = 100; length <= 110; length++) {
      String shortest = net.unixPath().toString();
      Path path = Path.of(shortest + "s".repeat(length - shortest.length()));
      Outcome<Listener> outcome =
          jobs.outcome(context -> network.listenUnix("test", "server", path, context));
      switch (outcome) {
        case Outcome.Done<Listener>(Listener listener) -> listener.close();
        case Outcome.Failed<Listener>(var failure) -> {
          tooLong++;
          assertThat(failure.title()).as("%d bytes", length).isEqualTo("Path too long");
        }
        case Outcome.Cancelled<Listener> _ -> throw new AssertionError("cancelled");
      }
    }
    assertThat(tooLong).isBetween(1, 10);
  }

  @Test
  void aSocketThatADeadProgramLeftIsReplaced() throws Exception {
    Path path = folder.resolve("stale");
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(path));
    }
    assertThat(path).exists();
    try (Listening listening = listening(path)) {
      jobs.run(
          context -> {
            Connection client = connect(path, context);
            listening.next().open(context).close();
            assertThat(client.in().read()).isEqualTo(-1);
            client.close();
            return "";
          });
    }
  }

  @Test
  void aLivingSocketIsLeftAlone() throws Exception {
    Path path = folder.resolve("alive");
    try (Listening _ = listening(path)) {
      NetFailure failure =
          jobs.failure(context -> network.listenUnix("test", "test", path, context));
      assertThat(failure.kind()).isEqualTo(Kind.ADDRESS_IN_USE);
      assertThat(failure.cause()).contains("listens");
      assertThat(path).exists();
    }
  }

  @Test
  void aFileThatIsNoSocketIsLeftAlone() throws Exception {
    Path path = folder.resolve("file");
    Files.writeString(path, "precious");
    NetFailure failure = jobs.failure(context -> network.listenUnix("test", "test", path, context));
    assertThat(failure.kind()).isEqualTo(Kind.ADDRESS_IN_USE);
    assertThat(failure.cause()).contains("not a socket");
    assertThat(path).hasContent("precious");
  }

  @Test
  void aSocketThatAnotherPutInOurPlaceIsLeftAlone() throws Exception {
    Path path = folder.resolve("taken");
    Listening listening = listening(path);
    Files.delete(path);
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(UnixDomainSocketAddress.of(path));
      listening.close();
      assertThat(path).exists();
    }
  }

  @Test
  void aPathThatIsTooLongIsSaidSo() throws Exception {
    Path path = folder.resolve("x".repeat(120));
    for (NetFailure failure :
        new NetFailure[] {
          jobs.failure(context -> network.listenUnix("test", "test", path, context)),
          jobs.failure(context -> connect(path, context))
        }) {
      assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
      assertThat(failure.cause()).contains(String.valueOf(path.toString().length()));
    }
  }

  @Test
  void nobodyListeningAndNothingThereAreToldApart() throws Exception {
    Path path = folder.resolve("dead");
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(path));
    }
    NetFailure left = jobs.failure(context -> connect(path, context));
    assertThat(left.kind()).isEqualTo(Kind.REFUSED);
    assertThat(left.cause())
        .contains(path.toString())
        .doesNotContain("host")
        .doesNotContain("port");
    assertThat(left.remedy()).doesNotContain("port");
    Path file = Files.createFile(folder.resolve("file"));
    NetFailure noSocket = jobs.failure(context -> connect(file, context));
    assertThat(noSocket.cause()).isEqualTo(file + " is no socket.");
    NetFailure missing = jobs.failure(context -> connect(folder.resolve("nothing"), context));
    assertThat(missing.kind()).isEqualTo(Kind.IO);
    assertThat(missing.title()).contains("not found");
  }
}
