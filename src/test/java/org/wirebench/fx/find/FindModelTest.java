package org.wirebench.fx.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FindModelTest {
  private final AtomicBoolean looking = new AtomicBoolean();
  private final List<Long> gone = new ArrayList<>();
  private final FindModel model = new FindModel(looking::get, () -> {}, gone::add);

  /** Hits at 10, 20, 30 and so on, of which the oldest are dropped. */
  private static final class Tens implements Hits {
    private long first;
    private long end;

    Tens(long end) {
      this.end = end;
    }

    @Override
    public long first() {
      return first;
    }

    @Override
    public long end() {
      return end;
    }

    @Override
    public long firstFrom(long place) {
      return Math.clamp((place + 9) / 10 - 1, 0, end);
    }

    @Override
    public long place(long index) {
      assertThat(index).isBetween(first, end - 1);
      return (index + 1) * 10;
    }
  }

  private String count() {
    model.count();
    return model.countProperty().get();
  }

  @Test
  void droppedHitsAreNeitherCountedNorGoneTo() {
    Tens tens = new Tens(5);
    model.begin(tens);
    model.seek(true, 0);
    assertThat(count()).isEqualTo("1 of 5");

    tens.first = 3;
    assertThat(count()).isEqualTo("2 hits");
    model.seek(true, 0);
    assertThat(model.at()).isEqualTo(40);
    assertThat(count()).isEqualTo("1 of 2");
    model.seek(false, 0);
    assertThat(model.at()).isEqualTo(50);
    assertThat(count()).isEqualTo("2 of 2");
    tens.first = 5;
    model.seek(true, 0);
    assertThat(model.at()).isEqualTo(50);
    assertThat(count()).isEqualTo("No hits");
  }

  @Test
  void theOnlyHitIsGoneToAgain() {
    model.begin(new Tens(1));
    model.seek(true, 0);
    model.seek(true, 0);
    model.seek(false, 0);
    assertThat(gone).containsExactly(10L, 10L, 10L);
  }

  @Test
  void hitsBehindTheLimitAreLeftOut() {
    model.begin(new Tens(5));
    model.limit(31);
    assertThat(count()).isEqualTo("3 hits");
    model.seek(false, 0);
    assertThat(model.at()).isEqualTo(30);
    model.seek(true, 0);
    assertThat(model.at()).isEqualTo(10);
    model.limit(Long.MAX_VALUE);
    assertThat(count()).isEqualTo("1 of 5");
  }

  @Test
  void anotherSearchIsNowhereYet() {
    model.begin(new Tens(5));
    model.seek(true, 25);
    assertThat(model.at()).isEqualTo(30);
    looking.set(true);
    model.begin(new Tens(0));
    assertThat(count()).isEqualTo("Searching…");
    looking.set(false);
    assertThat(count()).isEqualTo("No hits");
    assertThat(model.at()).isEqualTo(-1);
  }
}
