package org.wirebench.tool.socket.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FxJobs;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestTranscripts;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;

/** What a tab says and does when sending, or the tab itself, has ended. */
@Timeout(60)
class EndedSendingTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();
  @RegisterExtension private final TestTranscripts transcripts = new TestTranscripts();
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final FxJobs jobs = new FxJobs(harness.jobs(), fault -> {});

  private SocketViewModel connected() throws Exception {
    ServerSession server = harness.serve(Transport.TCP, new Behaviour.Script(List.of())).session();
    int port = ((InetSocketAddress) server.address()).getPort();
    Tree.Fields request =
        Tree.Fields.NONE
            .with("host", "127.0.0.1")
            .with("port", Integer.toString(port))
            .with("generate", Tree.Fields.NONE.with("send", "x").with("every", "20ms"));
    SocketViewModel model =
        Fx.call(
            () ->
                new SocketViewModel(
                    jobs,
                    harness.service(),
                    Entry.of("", "socket", request),
                    new SimpleObjectProperty<>(Variables.NONE)));
    Fx.run(model::start);
    Fx.until(() -> model.stateProperty().get() == SocketViewModel.State.OPEN);
    return model;
  }

  @Test
  void afterAHalfCloseItIsSaidThatNothingCanBeSent() throws Exception {
    SocketViewModel model = connected();
    Fx.run(
        () -> {
          assertThat(model.sending().unable()).isEmpty();
          assertThat(model.sending().halfClose()).isEmpty();
          assertThat(model.sending().endedProperty().get()).isTrue();
          assertThat(model.sending().unable()).startsWith("We ended our side");
          assertThat(model.sending().generatorMissing()).startsWith("We ended our side");
          assertThat(model.sending().send(Payload.text("late"), List.of()))
              .startsWith("We ended our side");
        });
    Fx.until(() -> model.stateProperty().get() == SocketViewModel.State.IDLE);
    assertThat(Fx.call(() -> model.failureProperty().get())).isNull();
    Fx.run(model::start);
    Fx.until(() -> model.stateProperty().get() == SocketViewModel.State.OPEN);
    assertThat(Fx.call(() -> model.sending().unable())).isEmpty();
    Fx.run(model::close);
  }

  @Test
  void whatIsStoppedWhileItStartsAgainDoesNotStartAgain() throws Exception {
    SocketViewModel model = connected();
    Fx.run(
        () -> {
          model.restart();
          model.close();
        });
    Fx.until(() -> model.stateProperty().get() == SocketViewModel.State.IDLE);
    Fx.run(() -> {});
    assertThat(Fx.call(() -> model.stateProperty().get())).isEqualTo(SocketViewModel.State.IDLE);
  }

  @Test
  void whatIsSaidAfterTheTabWasClosedIsGivenBack() {
    Shown shown = Fx.call(() -> new Shown(jobs));
    Transcript late = transcripts.transcript(true);
    Fx.run(
        () -> {
          shown.close();
          shown.show(late, "late", false);
        });
    Fx.until(() -> late.stopped() != null);
  }

  @Test
  void theGeneratorCountsBesideItsButtonAndItsFieldsSayWhatTheyMake() throws Exception {
    SocketViewModel model = connected();
    GeneratorForm form = Fx.call(() -> new GeneratorForm(model));
    window.show(form, 500, 400);
    List<TextField> fields =
        Fx.call(
            () -> form.lookupAll(".text-field").stream().map(field -> (TextField) field).toList());
    TextField every = fields.get(1);
    TextField rate = fields.get(2);
    assertThat(prompt(rate)).isEqualTo("50");
    Fx.run(() -> rate.setText("4"));
    assertThat(every.getText()).isEmpty();
    assertThat(prompt(every)).isEqualTo("250ms");
    Fx.run(() -> rate.setText("3000"));
    assertThat(prompt(every)).isEqualTo("333us");
    Fx.run(() -> rate.setText("4x"));
    assertThat(prompt(every)).isEmpty();
    Fx.run(() -> every.setText("3s"));
    assertThat(prompt(rate)).isEqualTo("0.333");
    Fx.run(() -> every.setText(""));
    assertThat(prompt(rate)).isEqualTo("1");
    Fx.run(() -> every.setText("1h"));

    Fx.run(() -> button(form).fire());
    Fx.until(() -> text(form).equals("1 sent"));
    assertThat(requireNonNull(Fx.call(() -> model.transcriptProperty().get())).total(Direction.OUT))
        .isEqualTo(1);
    Fx.run(() -> button(form).fire());
    Fx.until(() -> text(form).startsWith("1 sent in "));
    Fx.run(model::stop);
    Fx.until(() -> text(form).endsWith("Connect first."));
    assertThat(text(form)).startsWith("1 sent in ");
    Fx.run(model::close);
  }

  private static Button button(GeneratorForm form) {
    return form.lookupAll(".button").stream()
        .filter(Node::isVisible)
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String prompt(TextField field) {
    return Fx.call(() -> field.getPromptText());
  }

  /** What stands beside the button. */
  private static String text(GeneratorForm form) {
    return ((Label) button(form).getParent().getChildrenUnmodifiable().getLast()).getText();
  }
}
