package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.TestJobs;

class LogCopyTest {
  @RegisterExtension private final TestJobs jobs = new TestJobs();

  @Test
  void aRowThatCannotBeReadIsToldInItsPlaceAndTheOthersAreCopied() throws InterruptedException {
    RowSource rows =
        new RowSource() {
          @Override
          public long end() {
            return 3;
          }

          @Override
          public Row row(long index) throws IOException {
            if (index == 1) {
              throw new IOException("the disk is gone");
            }
            return Row.plain("row " + index);
          }
        };
    LogCopy copy = new LogCopy(rows, new LogPosition(0, 0), new LogPosition(2, 5));

    assertThat(jobs.run(copy::text).lines())
        .containsExactly("row 0", "This row could not be read: the disk is gone", "row 2");
  }
}
