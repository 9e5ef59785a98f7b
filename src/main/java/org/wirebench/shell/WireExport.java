package org.wirebench.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Pcapng;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireText;
import org.wirebench.core.workspace.AtomicFiles;
import org.wirebench.fx.Describe;

/** Writes what is shown of the wire log to a file. */
final class WireExport extends MenuButton {
  private static final Messages TEXT = Messages.of(WireExport.class);

  private final Desk desk;
  private final Supplier<WireFilter> filter;

  /** The form of an exported file. */
  enum Form {
    TEXT("txt"),
    PCAPNG("pcapng");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    void write(WireLog log, WireFilter filter, OutputStream out) throws IOException {
      switch (this) {
        case TEXT -> WireText.write(log, filter, out);
        case PCAPNG -> Pcapng.write(log, filter, out);
      }
    }
  }

  /**
   * @param filter what is shown
   */
  WireExport(Desk desk, Supplier<WireFilter> filter) {
    super("", Describe.icon(Feather.DOWNLOAD));
    this.desk = desk;
    this.filter = filter;
    getStyleClass().addAll("flat", "button-icon", "icon-button");
    Describe.control(this, TEXT.get("wire.export"));
    setId("wire-export");
    setMinWidth(USE_PREF_SIZE);
    for (Form form : Form.values()) {
      MenuItem item = new MenuItem(TEXT.get(form));
      item.setOnAction(_ -> export(form));
      getItems().add(item);
    }
  }

  private void export(Form form) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXT.get("wire.export"));
    chooser.setInitialFileName("wire." + form.extension);
    Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
        .ifPresent(file -> export(form, file.toPath()));
  }

  void export(Form form, Path file) {
    WireFilter wanted = filter.get();
    WireLog log = desk.parts().wire();
    var _ =
        desk.jobs()
            .start(
                JobSpec.named(TEXT.get("wire.exporting", file.getFileName()), "wire"),
                _ -> {
                  AtomicFiles.replace(file, out -> form.write(log, wanted, out));
                  return file;
                },
                outcome -> {
                  switch (outcome) {
                    case Outcome.Done<Path>(Path done) ->
                        desk.notices().info(TEXT.get("wire.exported", done));
                    case Outcome.Failed<Path>(var why) -> desk.notices().failure(why);
                    case Outcome.Cancelled<Path> _ ->
                        desk.notices().info(TEXT.get("wire.export.cancelled", file));
                  }
                });
  }
}
