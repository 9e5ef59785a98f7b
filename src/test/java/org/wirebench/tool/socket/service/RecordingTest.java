package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;
import static org.wirebench.tool.socket.service.SocketHarness.server;
import static org.wirebench.tool.socket.service.Steps.awaitBytes;
import static org.wirebench.tool.socket.service.Steps.send;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

@Timeout(30)
class RecordingTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private ServerSession serve(Transport transport, Behaviour behaviour) throws Exception {
    return harness.serve(transport, behaviour).session();
  }

  private static void say(ClientSession client, String text) {
    assertThat(client.offer(text.getBytes(UTF_8))).isTrue();
  }

  private static void awaitHeard(Transcript transcript, String text) {
    await().until(() -> said(transcript, Direction.IN).equals(text));
  }

  private static List<Payload> texts(String... texts) {
    return List.of(texts).stream().map(Payload::text).toList();
  }

  @Test
  void aDatagramWithoutBytesIsNotWaitedFor() throws Exception {
    Behaviour twice = new Behaviour.Script(texts("", "b"), false);
    ServerSession server = serve(Transport.UDP, twice);
    ClientSession session = harness.talk(client(Transport.UDP, server)).session();
    say(session, "a");
    await().until(() -> session.transcript().total(Direction.IN) == 0 && heard(session) == 1);
    say(session, "a");
    awaitHeard(session.transcript(), "b");
    assertThat(Recording.steps(session.transcript(), 0, UTF_8))
        .containsExactly(send("a"), send("a"), new Step.Await(new Step.Until.Bytes(1)));
  }

  private static long heard(ClientSession session) throws IOException {
    long count = 0;
    for (long i = 0; i < session.transcript().count(); i++) {
      count += session.transcript().exchange(i).direction() == Direction.IN ? 1 : 0;
    }
    return count;
  }

  @Test
  void eachDatagramStaysItsOwn() throws Exception {
    ServerSession server = serve(Transport.UDP, new Behaviour.Nothing());
    ClientSession client = harness.talk(client(Transport.UDP, server)).session();
    for (String text : List.of("one", "two", "three")) {
      say(client, text);
    }
    awaitHeard(server.transcript(), "onetwothree");
    ServedClient served = server.clients().getFirst();
    assertThat(served.offer("r1".getBytes(UTF_8))).isTrue();
    assertThat(served.offer("r22".getBytes(UTF_8))).isTrue();
    awaitHeard(client.transcript(), "r1r22");
    assertThat(Recording.steps(client.transcript(), 0, UTF_8))
        .containsExactly(send("one"), send("two"), send("three"), awaitBytes(2), awaitBytes(3));
    assertThat(Recording.script(client.transcript(), 0, UTF_8))
        .isEqualTo(new Behaviour.Script(texts("r1", "r22")));
  }

  @Test
  void whatAServerSaysFirstIsSaidFirstAgain() throws Exception {
    ServerSession mail =
        serve(
            Transport.TCP,
            new Behaviour.Script(texts("220 hi\\n", "250 ok\\n", "221 bye\\n"), true));
    ClientSession client = harness.talk(client(Transport.TCP, mail)).session();
    awaitHeard(client.transcript(), "220 hi\n");
    say(client, "HELO\n");
    awaitHeard(client.transcript(), "220 hi\n250 ok\n");
    say(client, "QUIT\n");
    awaitHeard(client.transcript(), "220 hi\n250 ok\n221 bye\n");

    Behaviour.Script script = Recording.script(client.transcript(), 0, UTF_8);
    assertThat(script.speaksFirst()).isTrue();
    List<Step> steps = Recording.steps(client.transcript(), 0, UTF_8);
    assertThat(steps)
        .containsExactly(
            awaitBytes(7), send("HELO\\n"), awaitBytes(7), send("QUIT\\n"), awaitBytes(8));

    ServerSession again = serve(Transport.TCP, script);
    byte[] reply = harness.result(client(Transport.TCP, again, steps.toArray(Step[]::new))).reply();
    assertThat(new String(reply, UTF_8)).isEqualTo("220 hi\n250 ok\n221 bye\n");
  }

  @Test
  void ofAServerOneClientIsTakenAndItsSideIsTheClients() throws Exception {
    ServerSession server = serve(Transport.TCP, new Behaviour.Nothing());
    ClientSession one = harness.talk(client(Transport.TCP, server)).session();
    await().until(() -> server.connected() == 1);
    ClientSession two = harness.talk(client(Transport.TCP, server)).session();
    await().until(() -> server.connected() == 2);
    say(one, "c1 asks");
    awaitHeard(server.transcript(), "c1 asks");
    say(two, "c2 asks");
    awaitHeard(server.transcript(), "c1 asksc2 asks");
    assertThat(server.clients().get(1).offer("to c2".getBytes(UTF_8))).isTrue();
    awaitHeard(two.transcript(), "to c2");
    assertThat(server.clients().get(0).offer("to one".getBytes(UTF_8))).isTrue();
    awaitHeard(one.transcript(), "to one");
    // What was sent is counted when it is sent.
    await().until(() -> server.transcript().total(Direction.OUT) == 11);

    assertThat(Recording.steps(server.transcript(), 0, UTF_8))
        .containsExactly(send("c1 asks"), awaitBytes(6));
    assertThat(Recording.script(server.transcript(), 0, UTF_8))
        .isEqualTo(new Behaviour.Script(texts("to one")));
    assertThat(Recording.steps(server.transcript(), 2, UTF_8))
        .containsExactly(send("c2 asks"), awaitBytes(5));
    assertThat(Recording.script(server.transcript(), 2, UTF_8))
        .isEqualTo(new Behaviour.Script(texts("to c2")));
  }

  @Test
  void aConversationThatIsTooLongIsRefused() throws Exception {
    ServerSession server = serve(Transport.TCP, new Behaviour.Nothing());
    ClientSession client = harness.talk(client(Transport.TCP, server)).session();
    assertThat(client.offer(new byte[Recording.LIMIT + 1])).isTrue();
    await().until(() -> client.transcript().total(Direction.OUT) > Recording.LIMIT);
    assertThatThrownBy(() -> Recording.steps(client.transcript(), 0, UTF_8))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long");
  }
}
