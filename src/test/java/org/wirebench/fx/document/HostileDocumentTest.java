package org.wirebench.fx.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.Fx;

/** Documents that were made to do harm, or are only very large. */
@Timeout(120)
class HostileDocumentTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LARGE = 50 << 20;

  @RegisterExtension private final ShownDocument shown = new ShownDocument();

  @Test
  void whatCannotBeSeenIsAnEscape() {
    shown.show("text/plain", "a\u0000b\u001b[31m\u202e\ufffe");
    await().untilAsserted(() -> assertThat(shown.rows()).hasSize(1));
    assertThat(shown.rows().getFirst()).doesNotContain("\u0000", "\u001b", "\u202e", "\ufffe");
  }

  @Test
  void aMillionArraysInsideOfEachOtherAreDamaged() {
    shown.show("application/json", "[".repeat(1_000_000));
    shown.untilText("Damaged in line 1, column 10,001: more than 10,000 values");
    shown.untilViews("Formatted [Text] Hex");
    shown.click("#document-view-formatted");
    await().atMost(PATIENCE).until(() -> shown.rows().getFirst().equals("["));
    shown.click("#document-fold");
    await().atMost(PATIENCE).until(() -> shown.rows().stream().anyMatch(row -> row.contains("…")));
    shown.type("#document-filter", "$..x");
    shown.untilText("The document is no JSON");
  }

  @Test
  void aLineOfTenMegabytesIsShown() {
    byte[] line = new byte[10 << 20];
    Arrays.fill(line, (byte) 'x');
    shown.show("text/plain", line);
    await().atMost(PATIENCE).until(() -> Fx.call(() -> shown.pane().log().source().end()) > 2000);
    Fx.run(() -> shown.pane().log().wrapProperty().set(true));
    Fx.run(() -> shown.pane().log().toEnd());
    await().until(() -> Fx.call(() -> shown.pane().log().topRow()) > 2000);
  }

  @Test
  void aStringOfTenMegabytesIsOneRowThatIsCut() {
    shown.show("application/json", "[\"" + "y".repeat(10 << 20) + "\"]");
    shown.untilViews("[Formatted] Text Hex");
    await().atMost(PATIENCE).until(() -> shown.rows().size() == 3);
    assertThat(shown.rowAt(1).text()).endsWith("… 10 MB");
  }

  @Test
  void fiftyMegabytesNeverStopTheScreen() {
    AtomicLong frames = new AtomicLong();
    AnimationTimer timer =
        Fx.call(
            () ->
                new AnimationTimer() {
                  @Override
                  public void handle(long now) {
                    frames.incrementAndGet();
                  }
                });
    Fx.run(timer::start);
    StringBuilder json = new StringBuilder("[");
    while (json.length() < LARGE) {
      json.append("{\"name\":\"Somebody\",\"tags\":[1,2,3]},");
    }
    byte[] bytes = json.append("7]").toString().getBytes(UTF_8);
    long before = frames.get();
    shown.show("application/json", bytes);
    shown.untilViews("[Formatted] Table Text Hex");
    assertThat(frames.get()).isGreaterThan(before);
    shown.click("#document-fold");
    await().atMost(PATIENCE).until(() -> shown.rows().size() > 5);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(shown.rows().get(1)).isEqualTo("  { 2 keys },"));
    shown.click("#document-view-text");
    await().atMost(PATIENCE).until(() -> shown.rows().getFirst().startsWith("[{"));
    shown.act("Copy all");
    shown.untilTold("Copied the first 17 MB; the rest is too much for the clipboard");
    Fx.run(timer::stop);
  }

  @Test
  void anotherDocumentStopsTheWorkOnTheOneBefore() {
    byte[] large = new byte[LARGE];
    Arrays.fill(large, (byte) '[');
    shown.show("application/json", large);
    shown.show("application/json", "[1]");
    shown.untilRows("[", "  1", "]");
  }
}
