package org.wirebench.tool.socket.view;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.tool.socket.request.SocketRequest;

/** Files on their way, each a job with progress. */
final class FileSends {
  private static final Messages TEXT = Messages.of(FileSends.class);

  private final FxJobs jobs;
  private final Consumer<Outcome<Boolean>> ended;

  /** Sends one file to one other side, on the thread of the job. */
  @FunctionalInterface
  interface Send {
    void run(JobContext context) throws Exception;
  }

  /**
   * @param ended hears how each ended, on the FX thread
   */
  FileSends(FxJobs jobs, Consumer<Outcome<Boolean>> ended) {
    this.jobs = jobs;
    this.ended = ended;
  }

  void start(Path file, Send send) {
    Job<Boolean> _ =
        jobs.start(
            JobSpec.named(TEXT.get("job.file", file.getFileName()), SocketRequest.TOOL),
            context -> {
              send.run(context);
              return true;
            },
            ended);
  }
}
