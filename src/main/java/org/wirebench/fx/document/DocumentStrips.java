package org.wirebench.fx.document;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Strip;

/** What is said across a document: where it is damaged, and whether it is being formatted. */
final class DocumentStrips {
  private static final Messages TEXT = Messages.of(DocumentStrips.class);

  private final Showing showing;
  private final StringProperty fault = new SimpleStringProperty(this, "fault", "");
  private final StringProperty waiting = new SimpleStringProperty(this, "waiting", "");
  private final StringProperty stopped = new SimpleStringProperty(this, "stopped", "");

  DocumentStrips(Showing showing) {
    this.showing = showing;
  }

  /** The strips, from top to bottom. */
  Strip[] all() {
    Action toFault = Action.of(TEXT.get("fault.show"), Feather.CROSSHAIR, this::showFault);
    Action stop =
        Action.of(
            TEXT.get("format.stop"),
            Feather.X,
            () -> showing.document().ifPresent(OpenDocument::stopFormatting));
    Action format =
        Action.of(
            TEXT.get("format.again"),
            Feather.PLAY,
            () -> showing.document().ifPresent(OpenDocument::format));
    return new Strip[] {
      Strip.of(Feather.ALERT_TRIANGLE, fault, toFault),
      Strip.of(Feather.LOADER, waiting, stop),
      Strip.of(Feather.ALIGN_LEFT, stopped, format)
    };
  }

  /** Says it of what is shown now. */
  void say(Showing.Shown now) {
    Optional<OpenDocument> document = Optional.ofNullable(now.document());
    fault.set(
        document
            .map(OpenDocument::tree)
            .flatMap(TreeDocument::fault)
            .map(DocumentStrips::words)
            .orElse(""));
    boolean formatting = document.filter(OpenDocument::isFormatting).isPresent();
    waiting.set(formatting && !now.isPatient() ? TEXT.get("format.running") : "");
    stopped.set(
        document.filter(OpenDocument::isStopped).map(_ -> TEXT.get("format.stopped")).orElse(""));
  }

  private static String words(TreeDocument.Fault fault) {
    return TEXT.get(
        "fault.where", Amounts.count(fault.line()), Amounts.count(fault.column()), fault.reason());
  }

  private void showFault() {
    showing
        .document()
        .map(OpenDocument::tree)
        .flatMap(TreeDocument::fault)
        .ifPresent(
            found -> {
              RowsPane rows = showing.place().rows();
              showing.choose(View.TEXT);
              rows.go(found.offset(), found.offset() + 1);
              rows.requestFocus();
            });
  }
}
