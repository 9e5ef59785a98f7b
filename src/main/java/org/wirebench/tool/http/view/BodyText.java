package org.wirebench.tool.http.view;

import java.util.Optional;
import org.wirebench.core.document.JsonText;
import org.wirebench.core.document.TextFault;
import org.wirebench.core.document.XmlText;
import org.wirebench.fx.code.CodeEditor;
import org.wirebench.fx.code.Syntax;

/** What is looked at in the text of a body while it is typed. */
final class BodyText {
  private BodyText() {}

  /** Whether it is too long to be looked at with each key. */
  static boolean isLong(String text) {
    return text.length() > CodeEditor.LONGEST;
  }

  /** Where it is not well-formed; empty where it is, or is not looked at. */
  static Optional<TextFault> fault(BodyForm.Kind kind, String text) {
    return isLong(text) ? Optional.empty() : find(kind, Syntax.withoutVariables(text));
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
