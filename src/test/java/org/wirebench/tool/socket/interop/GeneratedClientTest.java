package org.wirebench.tool.socket.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebench.core.code.Target;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;
import org.wirebench.tool.socket.service.SocketHarness.Running;
import org.wirebench.tool.socket.service.SocketResult;

/** A generated client does what the form does: to its server, and to who runs it. */
@Tag("interop")
@Timeout(60)
class GeneratedClientTest {
  private static final String HERE = "host: 127.0.0.1\nport: 0";

  /** Every byte, and then many more, as base64. */
  private static final String RANDOM = random();

  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();
  private String pin = "";

  @BeforeEach
  void open() throws Exception {
    Files.writeString(folder.resolve("authority.pem"), harness.authority().pem());
    Files.write(folder.resolve("large.bin"), new byte[300_000]);
    Identity server = harness.authority().localServer();
    Files.writeString(folder.resolve("server.pem"), server.certificatesPem());
    Files.writeString(folder.resolve("server.key"), server.keyPem());
    pin =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(server.certificate().getEncoded()));
  }

  private static String random() {
    byte[] bytes = new byte[20_256];
    new Random(20_256).nextBytes(bytes);
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  static Stream<Arguments> programs() {
    return Scenario.LIST.stream()
        .flatMap(one -> one.targets().stream().sorted().map(target -> Arguments.of(target, one)));
  }

  /** What was said, seen from both ends. */
  private record Talk(boolean well, String sent, String received) {}

  @ParameterizedTest
  @MethodSource("programs")
  void aGeneratedClientDoesWhatTheFormDoes(Target target, Scenario scenario) throws Exception {
    Talk ours = withServer(scenario, this::play);
    Talk theirs = withServer(scenario, request -> run(target, scenario, request));
    assertThat(theirs).isEqualTo(ours);
    assertThat(ours.well()).isEqualTo(scenario.well());
  }

  @FunctionalInterface
  private interface Client {
    Talk talk(ClientRequest request) throws Exception;
  }

  private Talk withServer(Scenario scenario, Client client) throws Exception {
    Path socket = folder.resolve("s");
    String place = scenario.transport() == Transport.UNIX ? "path: " + socket : HERE;
    Running<ServerSession> running =
        harness.serve(Requests.server(filled(scenario, scenario.server() + "\n" + place)));
    String target =
        running.session().address() instanceof InetSocketAddress address
            ? "host: 127.0.0.1\nport: " + address.getPort()
            : "path: " + socket;
    Talk seen = client.talk(Requests.client(filled(scenario, scenario.client() + "\n" + target)));
    if (scenario.transport() != Transport.UDP) {
      await().until(() -> running.session().connected() == 0);
    }
    await(scenario.name())
        .untilAsserted(
            () ->
                assertThat(running.session().transcript().total(Direction.IN))
                    .isEqualTo(scenario.heard()));
    String heard = SocketHarness.said(running.session().transcript(), Direction.IN);
    running.job().cancel();
    assertThat(running.job().await()).isInstanceOf(Outcome.Cancelled.class);
    return new Talk(seen.well(), heard, seen.received());
  }

  private String filled(Scenario scenario, String yaml) {
    return "transport: "
        + scenario.typed()
        + "\n"
        + yaml.replace("FOLDER", folder.toString()).replace("PIN", pin).replace("RANDOM", RANDOM);
  }

  private Talk play(ClientRequest request) throws Exception {
    return switch (harness.play(request).await()) {
      case Outcome.Done<SocketResult>(SocketResult result) ->
          new Talk(true, "", new String(result.reply(), ISO_8859_1));
      case Outcome.Failed<SocketResult> _ -> new Talk(false, "", "");
      case Outcome.Cancelled<SocketResult> _ -> throw new AssertionError("cancelled");
    };
  }

  private Talk run(Target target, Scenario scenario, ClientRequest request) throws Exception {
    try (Peer program = Generated.start(target, request, folder)) {
      int code = program.endInput().awaitEnd();
      assertThat(code).as(program.toString()).isIn(codes(target, scenario.well()));
      // A program that is wrong in itself ends as one whose request fails.
      assertThat(program.errors())
          .doesNotContain("compilation failed", "SyntaxError", "NameError", "TypeError");
      return new Talk(
          code == 0 || scenario.well(),
          "",
          scenario.well() ? Generated.received(target, program.output()) : "");
    }
  }

  /** How a program may end. A command that was given a time limit ends with 124. */
  private static List<Integer> codes(Target target, boolean well) {
    if (target == Target.SHELL) {
      return well ? List.of(0, 124) : List.of(1);
    }
    return List.of(well ? 0 : 1);
  }
}
