package org.wirebench.tool.socket.view;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.Payload;

/** The controls for something to send, and for something to look for. */
final class PayloadForm {
  private static final Messages TEXT = Messages.of(PayloadForm.class);

  private PayloadForm() {}

  /** How to read it, and the text. */
  static WrapRow payload(FormModel.Tagged tagged, FieldMarks marks, String path) {
    ChoiceBox<Payload.Form> form = payloadForm(tagged.tag());
    TextField text = text(tagged.text(), TEXT.get("payload.text"));
    marks.add(path, text);
    return row(form, text);
  }

  static ChoiceBox<Payload.Form> payloadForm(StringProperty tag) {
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
    TextField text = text(tagged.text(), TEXT.get("pattern.text"));
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

  static TextField text(StringProperty text, String prompt) {
    TextField field = Describe.control(FormControls.text(text, prompt), prompt);
    field.getStyleClass().add("mono");
    return field;
  }

  private static WrapRow row(ChoiceBox<?> form, TextField text) {
    HBox.setHgrow(text, Priority.ALWAYS);
    return new WrapRow(form, text);
  }
}
