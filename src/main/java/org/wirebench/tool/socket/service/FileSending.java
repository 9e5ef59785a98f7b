package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** A file on its way: piece by piece, or as one datagram. */
final class FileSending extends AwaitedSending {
  private static final Messages TEXT = Messages.of(FileSending.class);

  private final Path file;
  private final Sink to;
  private final Recorder recorder;
  private final JobContext context;
  private boolean connectionFailed;

  /**
   * @param recorder is told where not all of the file went
   * @param context the job that sends; cancelling it stops after the piece that is on its way
   */
  FileSending(Path file, Sink to, Recorder recorder, JobContext context) {
    this.file = file;
    this.to = to;
    this.recorder = recorder;
    this.context = context;
  }

  @Override
  void send() throws IOException, InterruptedException {
    try {
      stream();
    } catch (IOException failed) {
      recorder.failure(TEXT.get("event.file", file.getFileName(), NetFailure.of(failed).title()));
      throw failed;
    }
  }

  /** A file that cannot be read is its own trouble, and so is a datagram that cannot be sent. */
  @Override
  boolean isLast() {
    return connectionFailed && !to.isDatagram();
  }

  private void stream() throws IOException, InterruptedException {
    long total = Files.size(file);
    long sent = 0;
    byte[] buffer = new byte[to.isDatagram() ? DatagramSpec.LONGEST_PACKET : Link.BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      int count = in.readNBytes(buffer, 0, buffer.length);
      while (count > 0 && !context.isCancelled()) {
        send(buffer, count);
        sent += count;
        context.progress(sent, total, Progress.Unit.BYTES);
        count = in.readNBytes(buffer, 0, buffer.length);
      }
      if (count > 0) {
        recorder.event(
            TEXT.get(
                "event.fileStopped",
                file.getFileName(),
                Amounts.bytes(sent),
                Amounts.bytes(total)));
        // Who waits is told, also where the interrupt of the job comes later than the news.
        context.checkCancelled();
      }
    }
  }

  private void send(byte[] buffer, int count) throws IOException, InterruptedException {
    connectionFailed = true;
    to.send(buffer, 0, count);
    connectionFailed = false;
  }
}
