package org.wirebench.terminal.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebench.core.job.JobClock;
import org.wirebench.fx.FxJobs;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;

/** The pictures of Debian's fonts-noto-color-emoji. */
@Tag("interop")
@Timeout(60)
class EmojiPicturesTest {
  /** More than are kept. */
  private static final List<String> MANY =
      IntStream.rangeClosed(0x1f300, 0x1f64f).mapToObj(Character::toString).toList();

  /** Draws all of them, whenever there are more pictures. */
  private static final class Screen {
    private final EmojiPictures pictures;
    private int drawn;

    Screen(FxJobs jobs) {
      pictures = new EmojiPictures(jobs, this::draw);
    }

    void draw() {
      drawn++;
      MANY.forEach(pictures::of);
      pictures.drawn();
    }

    long there() {
      return MANY.stream().filter(one -> pictures.of(one) != null).count();
    }
  }

  @Test
  void aScreenWithMoreThanAreKeptIsNotDrawnForEver() throws Exception {
    Fx.start();
    try (TestJobs jobs = new TestJobs(JobClock.system())) {
      Screen screen = new Screen(new FxJobs(jobs.jobs(), jobs.faults()::add));
      Fx.run(screen::draw);
      Fx.until(() -> screen.drawn > 1);
      Awaitility.await()
          .during(Duration.ofMillis(500))
          .until(() -> jobs.jobs().running().isEmpty());
      assertThat(Fx.call(() -> screen.drawn)).isLessThan(6);
      assertThat(Fx.call(screen::there)).isGreaterThan(300);
    }
  }
}
