package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.wirebench.core.job.Failure;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestTranscripts;
import org.wirebench.testkit.TestWindow;

/** The pane of a transcript in a window, where the log has the keys. */
final class ShownPane implements BeforeEachCallback, AfterEachCallback {
  private final TestTranscripts transcripts = new TestTranscripts();
  private final TestWindow window = new TestWindow();
  private final FxRobot robot = new FxRobot();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Transcript transcript = transcripts.transcript(true);
  private final TranscriptPane pane =
      Fx.call(
          () ->
              new TranscriptPane(
                  new FxJobs(transcripts.jobs().jobs(), faults::add),
                  transcripts.stores(),
                  new Told()));

  /** What the pane has to say at the edge of the window. */
  private final class Told implements Notices {
    @Override
    public void info(String text) {
      told.add(text);
    }

    @Override
    public void info(String text, Action next) {
      told.add(text);
    }

    @Override
    public void failure(Failure failure) {
      told.add(failure.title());
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    window.show(pane, 900, 500);
    Fx.run(
        () -> {
          pane.show(transcript, UTF_8, _ -> "");
          pane.log().requestFocus();
        });
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Fx.run(pane::close);
    await().until(() -> transcripts.jobs().jobs().running().isEmpty());
    transcript.close();
    window.afterEach(context);
    transcripts.afterEach(context);
    assertThat(faults).isEmpty();
  }

  TranscriptPane pane() {
    return pane;
  }

  TestWindow window() {
    return window;
  }

  Transcript transcript() {
    return transcript;
  }

  /** Another one, which is empty. */
  Transcript newTranscript() {
    return transcripts.transcript(true);
  }

  /** What the pane had to say. */
  List<String> told() {
    return told;
  }

  void receive(String text) {
    TestTranscripts.add(transcript, Direction.IN, text);
  }

  void send(String text) {
    TestTranscripts.add(transcript, Direction.OUT, text);
  }

  List<Row> rows() {
    return Fx.call(
        () -> {
          RowSource source = pane.log().source();
          List<Row> rows = new ArrayList<>();
          for (long row = source.first(); row < source.end(); row++) {
            rows.add(source.row(row));
          }
          return rows;
        });
  }

  /** What a screen reader hears of the rows. */
  List<String> shown() {
    return Fx.call(
        () ->
            String.valueOf(pane.log().queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .lines()
                .toList());
  }

  void untilShown(String... rows) {
    await().untilAsserted(() -> assertThat(shown()).containsExactly(rows));
  }

  void untilLabel(String id, String text) {
    await().untilAsserted(() -> assertThat(label(id)).isEqualTo(text));
  }

  private String label(String id) {
    return Fx.call(() -> pane.lookup(id) instanceof Label label ? label.getText() : "no " + id);
  }

  void click(String id) {
    Node node = Fx.call(() -> pane.lookup(id));
    robot.clickOn(node);
  }

  /** Types into a field; keys alone do not reach every layout of a keyboard. */
  void type(String id, String text) {
    TextField field = Fx.call(() -> (TextField) pane.lookup(id));
    robot.clickOn(field);
    Fx.run(() -> field.setText(text));
  }
}
