package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.net.DatagramSpec;

/** A client of a server whose steps are played: it is sent to with patience, and parted from. */
interface PlayedClient extends ServedClient, Sink {
  @Override
  default void sendFile(Path file, JobContext context) throws IOException, InterruptedException {
    try {
      stream(file, context);
    } catch (IOException failed) {
      LostFile.report(file, failed, recorder());
      throw failed;
    }
  }

  private void stream(Path file, JobContext context) throws IOException, InterruptedException {
    long total = Files.size(file);
    long sent = 0;
    byte[] buffer = new byte[isDatagram() ? DatagramSpec.LONGEST_PACKET : Link.BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      int count = in.read(buffer);
      while (count >= 0 && !context.isCancelled()) {
        send(buffer, 0, count);
        sent += count;
        context.progress(sent, total, Progress.Unit.BYTES);
        count = in.read(buffer);
      }
    }
  }

  /** Where what is said with it is written down. */
  Recorder recorder();

  /** Whether it has left in order, was sent away, or is being parted from. */
  boolean isParting();

  /** Ends its connection in order, after all that was sent; forgets it, for datagrams. */
  void goodbye();

  /** Waits until it is gone. */
  void awaitGone() throws InterruptedException;
}
