package org.wirebench.tool.socket.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wirebench.fx.Draft;
import org.wirebench.tool.socket.request.Payload;

/**
 * The line that is typed and not sent yet. It is kept with the tab, and not a part of the request.
 */
final class Unsent implements Draft {
  private static final String TEXT = "text";
  private static final String FORM = "form";

  private final StringProperty text = new SimpleStringProperty(this, TEXT, "");
  private final StringProperty form = new SimpleStringProperty(this, FORM, "");

  StringProperty textProperty() {
    return text;
  }

  /** How the text is to be read, as a word; empty for text with escapes. */
  StringProperty formProperty() {
    return form;
  }

  /** What is typed, to be sent with {@code ending} behind it if it is text. */
  Payload payload(String ending) {
    Payload.Form chosen =
        form.get().isEmpty()
            ? Payload.Form.TEXT
            : Payload.Form.valueOf(form.get().toUpperCase(Locale.ROOT));
    return new Payload(chosen, text.get() + (chosen == Payload.Form.TEXT ? ending : ""));
  }

  @Override
  public List<Observable> changes() {
    return List.of(text, form);
  }

  @Override
  public Map<String, String> draft() {
    Map<String, String> draft = new LinkedHashMap<>();
    if (!text.get().isEmpty()) {
      draft.put(TEXT, text.get());
    }
    if (!form.get().isEmpty()) {
      draft.put(FORM, form.get());
    }
    return draft;
  }

  @Override
  public void restore(Map<String, String> draft) {
    text.set(draft.getOrDefault(TEXT, ""));
    String kept = draft.getOrDefault(FORM, "");
    form.set(kept.equals("hex") || kept.equals("base64") ? kept : "");
  }
}
