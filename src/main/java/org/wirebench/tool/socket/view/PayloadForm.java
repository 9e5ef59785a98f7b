package org.wirebench.tool.socket.view;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FileButton;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.Payload;

/** The controls for something to send, and for something to look for. */
final class PayloadForm {
  private static final Messages TEXT = Messages.of(PayloadForm.class);

  private PayloadForm() {}

  /** How to read it, and the text: no file, which is not a message. */
  static WrapRow message(FormModel.Tagged tagged, FieldMarks marks, String path) {
    return row(messageForm(tagged.tag()), text(tagged, marks, path));
  }

  private static TextField text(FormModel.Tagged tagged, FieldMarks marks, String path) {
    TextField text = text(tagged.text(), TEXT.get("payload.text"), TEXT.get("payload.help"));
    marks.add(path, text);
    return text;
  }

  /** How to read it, and the text or the file. */
  static WrapRow payload(FormModel.Tagged tagged, FieldMarks marks, String path) {
    ChoiceBox<Payload.Form> form = payloadForm(tagged.tag());
    TextField text = text(tagged, marks, path);
    Button file = chooser(tagged.text());
    file.visibleProperty().bind(form.valueProperty().isEqualTo(Payload.Form.FILE));
    return row(form, text, file);
  }

  /** Chooses the file to send; takes no room while it is not shown. */
  static Button chooser(StringProperty path) {
    Button file = FileButton.of(TEXT.get("send.choose"), path);
    file.managedProperty().bind(file.visibleProperty());
    return file;
  }

  /** How to read what is typed where no file can be sent. */
  static ChoiceBox<Payload.Form> messageForm(StringProperty tag) {
    ChoiceBox<Payload.Form> form = payloadForm(tag);
    form.getItems().remove(Payload.Form.FILE);
    return form;
  }

  private static ChoiceBox<Payload.Form> payloadForm(StringProperty tag) {
    return Describe.control(
        FormControls.choice(tag, List.of(Payload.Form.values()), Payload.Form.TEXT, TEXT::get),
        TEXT.get("payload.form"));
  }

  /** How to read a pattern, and its text. */
  static WrapRow pattern(FormModel.Tagged tagged, FieldMarks marks, String path) {
    ChoiceBox<BytePattern.Form> form =
        Describe.control(
            FormControls.choice(
                tagged.tag(),
                List.of(BytePattern.Form.values()),
                BytePattern.Form.TEXT,
                PayloadForm::title),
            TEXT.get("pattern.form"));
    TextField text = text(tagged.text(), TEXT.get("pattern.text"), TEXT.get("pattern.help"));
    marks.add(path, text);
    return row(form, text);
  }

  private static String title(BytePattern.Form form) {
    return switch (form) {
      case TEXT -> TEXT.get(Payload.Form.TEXT);
      case HEX -> TEXT.get(Payload.Form.HEX);
      case REGEX -> TEXT.get("pattern.regex");
    };
  }

  static TextField text(StringProperty text, String prompt, String help) {
    TextField field = Describe.control(FormControls.text(text, prompt), help);
    field.getStyleClass().add("mono");
    return field;
  }

  private static WrapRow row(ChoiceBox<?> form, TextField text, Node... more) {
    HBox.setHgrow(text, Priority.ALWAYS);
    WrapRow row = new WrapRow(form, text);
    row.getChildren().addAll(more);
    return row;
  }
}
