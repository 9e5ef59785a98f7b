package org.wirebench.fx.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Progress;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.AtomicFiles;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;

/** Saves a document exactly as it came, as far as it came. */
record Saving(FxJobs jobs, Notices notices, Node owner) {
  private static final Messages TEXT = Messages.of(Saving.class);
  private static final int CHUNK = 256 * 1024;
  private static final int LONGEST_NAME = 100;

  /** Asks where; the dialog asks before it takes a file that is there. */
  void choose(OpenDocument document) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXT.get("save.title"));
    chooser.setInitialFileName(safe(document.document().name()));
    Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
        .ifPresent(file -> save(document, file.toPath()));
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
    String name = Escapes.display(String.valueOf(file.getFileName()));
    Work work = document.work();
    // Whoever leaves the document still wants the file: the job is no part of its work.
    work.hold();
    var _ =
        jobs.start(
            JobSpec.named(TEXT.get("save.job", name), ""),
            context -> {
              AtomicFiles.replace(file, out -> write(bytes, size, out, context));
              return file;
            },
            outcome -> {
              work.release();
              switch (outcome) {
                case Outcome.Done<Path> _ -> notices.info(TEXT.get("save.done", name));
                case Outcome.Failed<Path>(var failure) -> notices.failure(failure);
                case Outcome.Cancelled<Path> _ -> notices.info(TEXT.get("save.cancelled", name));
              }
            });
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
