package org.wirebench.fx.document;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Notices;

/** A picture, as large as there is room, or as it is. One that would take too much is refused. */
final class ImagePane extends VBox {
  /** How many pixels a picture may have, with all its frames: each takes four bytes of heap. */
  static final long MOST_PIXELS = 24_000_000;

  /** How many bytes it may have while it is packed. */
  static final long MOST_BYTES = 32L << 20;

  private static final Messages TEXT = Messages.of(ImagePane.class);

  private final Notices notices;
  private final ImageView picture = new ImageView();
  private final ScrollPane scroll = new ScrollPane();
  private final Label reason = new Label();
  private final ToggleButton actual =
      Describe.iconToggle(Feather.MAXIMIZE, TEXT.get("image.actual"), "");
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
  private @Nullable OpenDocument shown;

  private static final ImageHead NOTHING = new ImageHead("", 0, 0, 1);

  /** What became of a picture: it, or why it is not shown. */
  private record Read(ImageHead head, @Nullable Image image, String refused) {}

  ImagePane(Notices notices) {
    this.notices = notices;
    getStyleClass().add("document-image");
    picture.setId("document-image");
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    StackPane ground = new StackPane(picture);
    ground.getStyleClass().add("image-ground");
    scroll.setContent(ground);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setPannable(true);
    scroll.setFocusTraversable(true);
    picture.fitWidthProperty().bind(Bindings.createDoubleBinding(() -> fit(true), fitting()));
    picture.fitHeightProperty().bind(Bindings.createDoubleBinding(() -> fit(false), fitting()));
    reason.setId("document-image-refused");
    reason.getStyleClass().add("empty-words");
    reason.setWrapText(true);
    actual.setId("document-actual");
    StackPane place = new StackPane(scroll, reason);
    place.setMinHeight(0);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().add(place);
  }

  private Observable[] fitting() {
    return new Observable[] {
      picture.imageProperty(), scroll.viewportBoundsProperty(), actual.selectedProperty()
    };
  }

  /** A picture is never made larger than it is. */
  private double fit(boolean width) {
    Image image = picture.getImage();
    if (image == null) {
      return 0;
    }
    double is = width ? image.getWidth() : image.getHeight();
    var room = scroll.getViewportBounds();
    double has = width ? room.getWidth() : room.getHeight();
    return actual.isSelected() ? is : Math.max(1, Math.min(is, has));
  }

  /** Shows it as large as it is, or fits it into the pane. */
  ToggleButton actual() {
    return actual;
  }

  /** "PNG, 640 × 480 pixels". */
  ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Shows a picture that is complete; null for none. */
  void show(@Nullable OpenDocument now) {
    if (shown == now) {
      return;
    }
    shown = now;
    picture.setImage(null);
    facts.set("");
    reason.setText(now == null ? "" : TEXT.get("image.reading"));
    if (now != null) {
      var _ =
          now.work()
              .start(
                  TEXT.get("image.job", now.name()),
                  context -> read(now.document().bytes(), context),
                  outcome -> ended(now, outcome));
    }
  }

  private static Read read(ByteStore bytes, JobContext context) throws Exception {
    ImageHead head;
    try {
      head = ImageHead.read(bytes);
    } catch (EOFException cut) {
      return new Read(NOTHING, null, TEXT.get("image.damaged"));
    }
    if (head.pixels() > MOST_PIXELS || bytes.size() > MOST_BYTES) {
      String most = Amounts.count(MOST_PIXELS);
      String refused =
          bytes.size() > MOST_BYTES
              ? TEXT.get("image.bytes", Amounts.bytes(bytes.size()), Amounts.bytes(MOST_BYTES))
              : TEXT.get("image.large", Amounts.count((long) head.pixels()), most);
      return new Read(head, null, refused);
    }
    Image image = context.abandonable("decode", () -> decode(bytes));
    Exception damaged = image.getException();
    return damaged == null
        ? new Read(head, image, "")
        : new Read(head, null, TEXT.get("image.damaged"));
  }

  private static Image decode(ByteStore bytes) throws IOException {
    try (InputStream in = bytes.newInputStream(0, bytes.size())) {
      return new Image(in);
    }
  }

  private void ended(OpenDocument of, Outcome<Read> outcome) {
    if (shown != of) {
      return;
    }
    switch (outcome) {
      case Outcome.Done<Read>(Read read) -> {
        ImageHead head = read.head();
        String size = TEXT.get("image.size", head.format(), head.width(), head.height());
        facts.set(
            head.equals(NOTHING)
                ? ""
                : head.frames() == 1 ? size : TEXT.get("image.frames", size, head.frames()));
        picture.setImage(read.image());
        reason.setText(read.refused());
        scroll.setAccessibleText(facts.get());
      }
      case Outcome.Failed<Read>(Failure failure) -> {
        reason.setText(TEXT.get("image.damaged"));
        notices.failure(failure);
      }
      case Outcome.Cancelled<Read> _ -> reason.setText(TEXT.get("image.stopped"));
    }
  }

  /** Copies the picture, where there is one. */
  void copy() {
    Image image = picture.getImage();
    if (image == null) {
      notices.info(TEXT.get("copy.nothing"));
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    Clipboard.getSystemClipboard().setContent(content);
    notices.info(TEXT.get("image.copied"));
  }

  @Override
  public void requestFocus() {
    scroll.requestFocus();
  }
}
