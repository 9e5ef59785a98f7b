package org.wirebench.fx.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import javafx.scene.Node;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FileSaver;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;

/** Saves a document exactly as it came, as far as it came. */
record Saving(FxJobs jobs, Notices notices, Node owner) {
  private static final Messages TEXT = Messages.of(Saving.class);
  private static final int CHUNK = 256 * 1024;
  private static final int LONGEST_NAME = 100;

  /** Asks where; the dialog asks before it takes a file that is there. */
  void choose(OpenDocument document) {
    saver()
        .chosen(TEXT.get("save.title"), safe(document.document().name()))
        .ifPresent(file -> save(document, file));
  }

  /** A server may have chosen the name: it names a file, and not a place. */
  static String safe(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_").strip();
    String cut = clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
    return cut.isEmpty() || cut.startsWith(".") ? "_" + cut : cut;
  }

  /** Saves into a file; tells how it ended. */
  void save(OpenDocument document, Path file) {
    ByteStore bytes = document.document().bytes();
    long size = bytes.size();
    Work work = document.work();
    // Whoever leaves the document still wants the file: the job is no part of its work.
    work.hold();
    saver().save(file, (out, context) -> write(bytes, size, out, context), work::release);
  }

  private FileSaver saver() {
    return new FileSaver(jobs, notices, owner, "");
  }

  private static void write(ByteStore bytes, long size, OutputStream out, JobContext context)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long done = 0;
    try (InputStream in = bytes.newInputStream(0, size)) {
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        context.checkCancelled();
        out.write(chunk, 0, length);
        done += length;
        context.progress(done, size, Progress.Unit.BYTES);
      }
    }
  }
}
