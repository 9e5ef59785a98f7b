package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.testkit.TestJobs;

class JobsModelTest {
  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final JobsModel model = new JobsModel();

  JobsModelTest() {
    jobs.jobs().addListener(model);
  }

  private Job<Boolean> start(String name, String tool, CountDownLatch until) {
    return jobs.jobs()
        .start(
            JobSpec.named(name, tool),
            context -> {
              until.await();
              return true;
            });
  }

  @Test
  void runningJobsComeBeforeEndedOnes() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Job<Boolean> first = start("first", "socket", end);
    end.countDown();
    var _ = first.await();
    Awaitility.await().until(() -> model.count() == 0);
    CountDownLatch never = new CountDownLatch(1);
    Job<Boolean> second = start("second", "socket", never);

    assertThat(model.jobs())
        .extracting(job -> job.spec().name())
        .containsExactly("second", "first");
    assertThat(model.count()).isEqualTo(1);
    second.cancel();
    var _ = second.await();

    Awaitility.await().until(() -> model.count() == 0);
  }

  @Test
  void upkeepIsLeftOut() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(0);
    var _ = start("save", "", end).await();

    assertThat(model.jobs()).isEmpty();
  }

  @Test
  void onlySoManyEndedJobsAreKept() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(0);
    for (int i = 0; i < JobsModel.ENDED_LIMIT + 10; i++) {
      var _ = start("job", "socket", end).await();
    }

    Awaitility.await()
        .until(() -> model.jobs().size() == JobsModel.ENDED_LIMIT && model.count() == 0);
  }
}
