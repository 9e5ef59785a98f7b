package org.wirebench.tool.http.view;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.document.TextFault;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.WrapRow;
import org.wirebench.fx.code.CodeEditor;
import org.wirebench.fx.code.Syntax;

/** An area for the text of a body, which says where it is not well-formed and can set it out. */
final class BodyEditor extends VBox {
  private static final Messages TEXT = Messages.of(BodyEditor.class);

  private final StringProperty text;
  private final BodyForm.Kind kind;
  private final CodeEditor area;
  private final Label fault = new Label();

  /**
   * @param kind what the text is
   */
  BodyEditor(StringProperty text, BodyForm.Kind kind) {
    this.text = text;
    this.kind = kind;
    getStyleClass().add("setup-column");
    area = new CodeEditor(text, syntax(kind));
    Describe.control(area, TEXT.get(kind));
    VBox.setVgrow(area, Priority.ALWAYS);
    fault.setWrapText(true);
    fault.setMaxWidth(Double.MAX_VALUE);
    fault.getStyleClass().add("secondary");
    HBox.setHgrow(fault, Priority.ALWAYS);
    getChildren().add(area);
    if (kind == BodyForm.Kind.JSON || kind == BodyForm.Kind.XML) {
      Button format =
          Describe.button(Action.of(TEXT.get("body.format"), Feather.ALIGN_LEFT, this::format));
      format.getStyleClass().add("small");
      getChildren().add(new WrapRow(fault, format));
      text.subscribe(this::look);
    }
  }

  private static Syntax syntax(BodyForm.Kind kind) {
    return switch (kind) {
      case JSON -> Syntax.JSON;
      case XML -> Syntax.XML;
      case GRAPHQL -> Syntax.GRAPHQL;
      case NONE, TEXT, FORM, MULTIPART, FILE -> Syntax.PLAIN;
    };
  }

  /** The area that is marked. */
  CodeEditor area() {
    return area;
  }

  /** Shows which variables nothing is known of. */
  void show(Variables variables) {
    area.known(variables.values().keySet());
  }

  /** It can be sent all the same, on purpose: servers must bear it. */
  private void look(String now) {
    Optional<TextFault> found = now.isBlank() ? Optional.empty() : BodyText.fault(kind, now);
    fault.setText(BodyText.isLong(now) ? TEXT.get("body.long") : words(found));
    area.mark(found);
  }

  private static String words(Optional<TextFault> found) {
    return found
        .map(one -> TEXT.get("body.fault", one.line(), one.column(), one.reason()))
        .orElse("");
  }

  private void format() {
    BodyText.setOut(kind, text.get()).ifPresent(text::set);
  }
}
