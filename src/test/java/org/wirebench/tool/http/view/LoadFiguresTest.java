package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.control.Label;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.http.service.HttpHarness;
import org.wirebench.tool.http.service.load.LoadReport;

class LoadFiguresTest {
  @RegisterExtension private final TestWindow window = new TestWindow();

  private List<String> tips(long answers) throws IOException {
    Histogram none = new Histogram(Duration.ofHours(1).toNanos(), 3);
    LoadReport report =
        new LoadReport(
            Instant.EPOCH,
            Duration.ofMillis(500),
            answers,
            0,
            10,
            1,
            none,
            none,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            List.of());
    LoadViewModel.Shown shown =
        new LoadViewModel.Shown(
            HttpHarness.request("{url: 'http://h/'}"), report, LoadViewModel.State.RUNNING);
    return Fx.call(
        () -> {
          LoadFigures figures = new LoadFigures();
          window.show(figures, 600, 200);
          figures.show(shown);
          return figures.lookupAll(".load-value").stream()
              .map(node -> ((Label) node).getTooltip().getText())
              .toList();
        });
  }

  /** How latencies are spread is known once the first second is over. */
  @Test
  void whereAnswersCameItIsNotSaidThatNoneDid() throws IOException {
    assertThat(tips(0)).contains("no answer came");
    assertThat(tips(5)).doesNotContain("no answer came").contains("known after a second");
  }
}
