package org.wirebench.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.core.wire.Direction;

/** Transcripts of conversations that never were, and jobs that look through them. */
public final class TestTranscripts implements AfterEachCallback {
  private final TestJobs jobs = new TestJobs();
  private final TestStores stores = new TestStores();

  public TestJobs jobs() {
    return jobs;
  }

  public ByteStores stores() {
    return stores.stores();
  }

  /** An empty transcript. */
  public Transcript transcript(boolean stream) {
    return new Transcript(stores(), JobClock.system(), stream);
  }

  /** Records that the first party said something. */
  public static void add(Transcript transcript, Direction direction, String text) {
    add(transcript, direction, text.getBytes(UTF_8));
  }

  public static void add(Transcript transcript, Direction direction, byte[] bytes) {
    transcript.add(direction, 0, bytes, 0, bytes.length);
  }

  /** Lets both look through all that there is; null for neither. */
  public void scan(@Nullable RowFilter filter, @Nullable TranscriptSearch search)
      throws InterruptedException {
    boolean _ =
        jobs.run(
            context -> {
              boolean more = true;
              while (more) {
                more = filter != null && filter.scan(context);
                more |= search != null && search.scan(context);
              }
              return true;
            });
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    jobs.close();
    stores.close();
  }
}
