package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/** A file on its way. */
final class FileSending extends AwaitedSending {
  private final Path file;
  private final Conversation conversation;
  private final JobContext context;
  private boolean connectionFailed;

  /**
   * @param context the job that sends; cancelling it stops after the piece that is on its way
   */
  FileSending(Path file, Conversation conversation, JobContext context) {
    this.file = file;
    this.conversation = conversation;
    this.context = context;
  }

  @Override
  void send() throws IOException, InterruptedException {
    try {
      stream();
    } catch (IOException failed) {
      LostFile.report(file, failed, conversation.recorder());
      throw failed;
    }
  }

  /** A file that cannot be read is its own trouble. */
  @Override
  boolean isLast() {
    return connectionFailed;
  }

  private void stream() throws IOException, InterruptedException {
    long total = Files.size(file);
    long sent = 0;
    byte[] buffer = new byte[Link.BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      int count = in.read(buffer);
      while (count >= 0 && !context.isCancelled()) {
        send(buffer, count);
        sent += count;
        context.progress(sent, total, Progress.Unit.BYTES);
        count = in.read(buffer);
      }
    }
  }

  private void send(byte[] buffer, int count) throws IOException, InterruptedException {
    connectionFailed = true;
    conversation.send(buffer, 0, count);
    connectionFailed = false;
  }
}
