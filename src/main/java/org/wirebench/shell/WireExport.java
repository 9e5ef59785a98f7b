package org.wirebench.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Pcapng;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireText;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FileSaver;

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
    saver()
        .chosen(TEXT.get("wire.export"), "wire." + form.extension)
        .ifPresent(file -> export(form, file));
  }

  void export(Form form, Path file) {
    WireFilter wanted = filter.get();
    WireLog log = desk.parts().wire();
    saver().save(file, (out, _) -> form.write(log, wanted, out));
  }

  private FileSaver saver() {
    return new FileSaver(desk.jobs(), desk.notices(), this, "wire");
  }
}
