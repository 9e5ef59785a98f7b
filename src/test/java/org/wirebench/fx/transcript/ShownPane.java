package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.AccessibleAttribute;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestTranscripts;
import org.wirebench.testkit.TestWindow;
import org.wirebench.testkit.Told;

/** The pane of a transcript in a window, where the log has the keys. */
final class ShownPane implements BeforeEachCallback, AfterEachCallback {
  private final TestTranscripts transcripts = new TestTranscripts();
  private final TestWindow window = new TestWindow();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final Told told = new Told();
  private final Transcript transcript = transcripts.transcript(true);
  private final TranscriptPane pane =
      Fx.call(
          () ->
              new TranscriptPane(
                  new FxJobs(transcripts.jobs().jobs(), faults::add), transcripts.stores(), told));

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
    return told.all();
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
    window.untilLabel(id, text);
  }

  void click(String id) {
    window.click(id);
  }

  void type(String id, String text) {
    window.type(id, text);
  }
}
