package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.terminal.engine.Terminal;
import org.wirebench.terminal.engine.TerminalListener;
import org.wirebench.testkit.TestJobs;

/** Prompts of a terminal that nobody sees. */
@Timeout(60)
class PromptScanTest {
  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final Terminal terminal =
      new Terminal(
          10,
          40,
          100_000,
          new TerminalListener() {
            @Override
            public void answer(byte[] bytes) {}
          });
  private final PromptScan scan = new PromptScan(terminal);

  private void feed(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    terminal.feed(bytes, 0, bytes.length);
  }

  private List<PromptScan.Found> look() {
    CompletableFuture<Outcome<List<PromptScan.Found>>> ended = new CompletableFuture<>();
    jobs.jobs().start(JobSpec.named("look", ""), scan::look).onEnd(ended::complete);
    return ((Outcome.Done<List<PromptScan.Found>>) ended.join()).result();
  }

  private static PromptScan.Found at(int row) {
    return new PromptScan.Found(row, false);
  }

  private static PromptScan.Found failedAt(int row) {
    return new PromptScan.Found(row, true);
  }

  @Test
  void promptsAreFoundWhereverTheirLinesGo() {
    feed("a\r\n\033]133;A\007$ false\r\n\033]133;D;1\007\033]133;A\007$ ls\r\n");
    assertThat(look()).containsExactly(failedAt(1), at(2));
    feed("b\r\n".repeat(30) + "\033]133;D;2\007\033]133;A\007$ ");
    assertThat(look()).containsExactly(failedAt(1), failedAt(2), at(33));
    terminal.resize(30, 3);
    assertThat(look()).containsExactly(failedAt(1), failedAt(4), at(36));
    terminal.resize(40, 40);
    assertThat(look()).containsExactly(failedAt(1), failedAt(2), at(33));
    feed("\033[?1049h");
    assertThat(look()).isEmpty();
    feed("\033[?1049l");
    assertThat(look()).containsExactly(failedAt(1), failedAt(2), at(33));
    feed("\033[H\033[2J\033[3J");
    assertThat(look()).isEmpty();
  }

  @Test
  void ofTooManyPromptsSomeStandForAll() {
    feed("\033]133;A\007$ \r\n".repeat(50_000));
    feed("\033]133;D;1\007\033]133;A\007$ \r\n");
    feed("\033]133;A\007$ \r\n".repeat(10_000));
    List<PromptScan.Found> found = look();
    assertThat(found).hasSizeBetween(PromptSample.MOST / 2, PromptSample.MOST);
    assertThat(found.getFirst().row()).isLessThan(100);
    assertThat(found.getLast().row()).isGreaterThan(59_900);
    assertThat(found).filteredOn(PromptScan.Found::failed).containsExactly(failedAt(49_999));
  }

  @Test
  void whatACodeIsNotIsNoFailure() {
    for (String end : List.of("", ";", ";0", ";00", ";x", ";-1", ";;1", "1")) {
      feed("\033]133;A\007$ \r\n\033]133;D" + end + "\007");
    }
    assertThat(look()).hasSize(8).noneMatch(PromptScan.Found::failed);
  }
}
