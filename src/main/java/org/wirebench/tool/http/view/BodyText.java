package org.wirebench.tool.http.view;

import java.util.Optional;
import org.wirebench.core.document.JsonText;
import org.wirebench.core.document.TextFault;
import org.wirebench.core.document.XmlText;
import org.wirebench.core.text.Messages;

/** What is looked at in the text of a body while it is typed. */
final class BodyText {
  private static final Messages TEXT = Messages.of(BodyText.class);

  /** Longer texts take too long to be read with each key. */
  private static final int LONGEST = 1_000_000;

  private BodyText() {}

  /** Where it is not well-formed, in words; empty where it is, or is not looked at. */
  static String fault(BodyForm.Kind kind, String text) {
    if (text.length() > LONGEST) {
      return TEXT.get("body.long");
    }
    return find(kind, text)
        .map(fault -> TEXT.get("body.fault", fault.line(), fault.column(), fault.reason()))
        .orElse("");
  }

  private static Optional<TextFault> find(BodyForm.Kind kind, String text) {
    return switch (kind) {
      case JSON -> JsonText.fault(text);
      case XML -> XmlText.fault(text);
      case NONE, TEXT, FORM, MULTIPART, FILE, GRAPHQL -> Optional.empty();
    };
  }

  /** The text set out to be read; empty where that is not possible. */
  static Optional<String> setOut(BodyForm.Kind kind, String text) {
    return switch (kind) {
      case JSON -> JsonText.setOut(text);
      case XML -> XmlText.setOut(text);
      case NONE, TEXT, FORM, MULTIPART, FILE, GRAPHQL -> Optional.empty();
    };
  }
}
