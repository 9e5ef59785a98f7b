package org.wirebench.tool.socket.view;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FxJobs;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.SocketHarness;

@Timeout(30)
class SocketViewModelTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();
  private FxJobs jobs;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    jobs = new FxJobs(harness.jobs(), fault -> {});
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(10, SECONDS);
  }

  @Test
  void whatIsWrongUnderAnotherTransportDoesNotBlockAndIsKept() throws Exception {
    SocketViewModel model =
        model(
            Tree.Fields.NONE
                .with("transport", "udp")
                .with("host", "localhost")
                .with("port", "1")
                .with("ttl", "256"));
    onFx(
        () -> {
          assertThat(model.problems()).extracting(p -> p.path()).containsExactly("request.ttl");
          model.form().text("transport").set("tcp");
          assertThat(model.problems()).isEmpty();
          assertThat(model.request()).isNotNull();
          assertThat(model.form().text("ttl").get()).isEqualTo("256");
          model.form().text("transport").set("udp");
          assertThat(model.problems()).extracting(p -> p.path()).containsExactly("request.ttl");
          return true;
        });
  }

  private SocketViewModel model(Tree.Fields request) throws Exception {
    return onFx(
        () ->
            new SocketViewModel(
                jobs,
                harness.service(),
                Entry.of("", "socket", request),
                new SimpleObjectProperty<>(Variables.NONE)));
  }

  private static Tree.Fields server() {
    return Tree.Fields.NONE
        .with("mode", "server")
        .with("host", "127.0.0.1")
        .with("port", "0")
        .with("behaviour", "echo");
  }

  private static void awaitState(SocketViewModel model, SocketViewModel.State state) {
    await().until(() -> onFx(() -> model.stateProperty().get() == state));
  }

  @Test
  void whatIsWrongIsSaidWhileItIsTyped() throws Exception {
    SocketViewModel model = model(Tree.Fields.NONE);
    onFx(
        () -> {
          assertThat(model.blockedProperty().get()).isNotEmpty();
          model.addressProperty().set("localhost:70000");
          assertThat(model.problems()).extracting(p -> p.path()).containsExactly("request.port");
          model.addressProperty().set("localhost:7000");
          assertThat(model.problems()).isEmpty();
          assertThat(model.blockedProperty().get()).isEmpty();
          assertThat(model.entry().request())
              .isEqualTo(Tree.Fields.NONE.with("host", "localhost").with("port", "7000"));
          return true;
        });
  }

  @Test
  void aHalfTypedAddressIsNotLost() throws Exception {
    SocketViewModel model = model(Tree.Fields.NONE);
    onFx(
        () -> {
          model.addressProperty().set("[::1");
          return model.addressProperty().get();
        });
    assertThat(onFx(() -> model.addressProperty().get())).isEqualTo("[::1");
    assertThat(onFx(() -> model.entry().request().text("host"))).contains("[::1");
  }

  @Test
  void aServerAndAClientTalk() throws Exception {
    SocketViewModel server = model(server());
    onFx(
        () -> {
          server.start();
          return true;
        });
    awaitState(server, SocketViewModel.State.OPEN);
    var address = onFx(() -> (java.net.InetSocketAddress) server.serverProperty().get().address());
    SocketViewModel client = model(Tree.Fields.NONE);
    onFx(
        () -> {
          client.addressProperty().set("127.0.0.1:" + address.getPort());
          client.start();
          return true;
        });
    awaitState(client, SocketViewModel.State.OPEN);
    assertThat(onFx(() -> client.sending().send(Payload.text("hello\\n"), List.of()))).isEmpty();
    var said = onFx(() -> client.transcriptProperty().get());
    await().until(() -> SocketHarness.said(said, Direction.IN).equals("hello\n"));
    onFx(
        () -> {
          client.stop();
          server.stop();
          return true;
        });
    awaitState(client, SocketViewModel.State.IDLE);
    awaitState(server, SocketViewModel.State.IDLE);
    assertThat(onFx(() -> client.failureProperty().get())).isNull();
  }

  @Test
  void aFailureIsShownAndTheTabIsIdleAgain() throws Exception {
    int free;
    try (var closed = new java.net.ServerSocket(0)) {
      free = closed.getLocalPort();
    }
    SocketViewModel model = model(Tree.Fields.NONE);
    onFx(
        () -> {
          model.addressProperty().set("127.0.0.1:" + free);
          model.start();
          return true;
        });
    await().until(() -> onFx(() -> model.failureProperty().get() != null));
    assertThat(onFx(() -> ((NetFailure) model.failureProperty().get()).kind()))
        .isEqualTo(NetFailure.Kind.REFUSED);
    awaitState(model, SocketViewModel.State.IDLE);
  }

  @Test
  void badHexIsRefusedBeforeItIsSent() throws Exception {
    SocketViewModel model = model(Tree.Fields.NONE);
    assertThat(onFx(() -> model.sending().complaint(new Payload(Payload.Form.HEX, "0g"))))
        .isNotEmpty();
    assertThat(onFx(() -> model.sending().complaint(new Payload(Payload.Form.HEX, "00"))))
        .isEmpty();
  }

  @Test
  void aServerSendsAFileToItsClientsAndAMacroMayBeOne() throws Exception {
    Path file = folder.resolve("large.bin");
    Files.write(file, new byte[3_000_000]);
    SocketViewModel server = model(server().with("behaviour", "nothing"));
    onFx(
        () -> {
          server.start();
          return true;
        });
    awaitState(server, SocketViewModel.State.OPEN);
    Payload macro = new Payload(Payload.Form.FILE, file.toString());
    assertThat(onFx(() -> server.sending().send(macro, List.of()))).isNotEmpty();
    assertThat(onFx(() -> server.sending().send(Payload.text("x"), List.of()))).isNotEmpty();
    var session = onFx(() -> server.serverProperty().get());
    var address = (java.net.InetSocketAddress) session.address();
    var client =
        harness
            .talk(SocketHarness.client(Transport.TCP, "127.0.0.1", address.getPort(), ""))
            .session();
    await().until(() -> session.connected() == 1);
    assertThat(onFx(() -> server.sending().sendFile(file, session.clients()))).isEmpty();
    await().until(() -> client.transcript().total(Direction.IN) == 3_000_000);
    assertThat(onFx(() -> server.sending().send(macro, session.clients()))).isEmpty();
    await().until(() -> client.transcript().total(Direction.IN) == 6_000_000);
    Payload missing = new Payload(Payload.Form.FILE, folder.resolve("none").toString());
    assertThat(onFx(() -> server.sending().send(missing, session.clients()))).isEmpty();
    await().until(() -> onFx(() -> server.failureProperty().get() != null));
    onFx(
        () -> {
          server.stop();
          return true;
        });
    awaitState(server, SocketViewModel.State.IDLE);
  }
}
