package org.wirebench.fx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.AtomicFiles;

/**
 * Saves something into a file that the user chooses: as a job, whole or not at all, and the notices
 * tell how it ended.
 *
 * @param owner is in the window over which the user is asked
 * @param tool whose job it is; empty where it is of no tool
 */
public record FileSaver(FxJobs jobs, Notices notices, Node owner, String tool) {
  private static final Messages TEXT = Messages.of(FileSaver.class);

  /** What is saved. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it.
     *
     * @throws IOException when it cannot; there is no file then, or the one that was there
     */
    void write(OutputStream out, JobContext context) throws IOException;
  }

  /**
   * Asks where, and saves; the dialog asks before it takes a file that is there.
   *
   * @param name the file is called so unless the user has it otherwise
   */
  public void choose(String title, String name, Content content) {
    chosen(title, name).ifPresent(file -> save(file, content));
  }

  /** Asks where; empty when the user does not want to any more. */
  public Optional<Path> chosen(String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
        .map(file -> file.toPath());
  }

  /** Saves into a file. */
  public void save(Path file, Content content) {
    save(file, content, () -> {});
  }

  /**
   * Saves into a file.
   *
   * @param remark is told when it is saved; whole sentences, empty for none
   */
  public void save(Path file, Content content, String remark) {
    save(file, content, remark, () -> {});
  }

  /**
   * Saves into a file.
   *
   * @param ended is run on the FX thread, however it ended
   */
  public void save(Path file, Content content, Runnable ended) {
    save(file, content, "", ended);
  }

  private void save(Path file, Content content, String remark, Runnable ended) {
    String name = Escapes.display(String.valueOf(file.getFileName()));
    var _ =
        jobs.start(
            JobSpec.named(TEXT.get("save.job", name), tool),
            context -> {
              AtomicFiles.replace(file, out -> content.write(out, context));
              return file;
            },
            outcome -> {
              ended.run();
              tell(name, remark, outcome);
            });
  }

  private void tell(String name, String remark, Outcome<Path> outcome) {
    switch (outcome) {
      case Outcome.Done<Path> _ ->
          notices.info(
              remark.isEmpty()
                  ? TEXT.get("save.done", name)
                  : TEXT.get("save.done.remark", name, remark));
      case Outcome.Failed<Path>(var failure) -> notices.failure(failure);
      case Outcome.Cancelled<Path> _ -> notices.info(TEXT.get("save.cancelled", name));
    }
  }
}
