package org.wirebench.tool.http.view;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.document.TextFault;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.WrapRow;
import org.wirebench.fx.code.CodeEditor;
import org.wirebench.fx.code.Syntax;

/** An area for the text of a body, which says where it is not well-formed and can set it out. */
final class BodyEditor extends VBox {
  private static final Messages TEXT = Messages.of(BodyEditor.class);

  private final StringProperty text;
  private final CodeEditor area;
  private final Label fault = new Label();
  private final BodyWork work;
  private Subscription following = Subscription.EMPTY;

  /**
   * @param kind what the text is
   */
  BodyEditor(FxJobs jobs, StringProperty text, BodyForm.Kind kind) {
    this.work = new BodyWork(jobs, kind);
    this.text = text;
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
      sceneProperty().subscribe(this::follow);
    }
  }

  /** One that was taken away looks at nothing more. */
  private void follow(@Nullable Scene scene) {
    following.unsubscribe();
    work.stop();
    following = scene == null ? Subscription.EMPTY : text.subscribe(this::look);
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
    work.stop();
    if (now.isBlank() || BodyText.isLong(now)) {
      show(Optional.empty());
      fault.setText(now.isBlank() ? "" : TEXT.get("body.long"));
    } else {
      work.find(now, this::show, this::failed);
    }
  }

  private void show(Optional<TextFault> found) {
    fault.setText(
        found
            .map(one -> TEXT.get("body.fault", one.line(), one.column(), one.reason()))
            .orElse(""));
    area.mark(found);
  }

  private void failed(Failure failure) {
    fault.setText(failure.title());
  }

  private void format() {
    String now = text.get();
    work.setOut(now, made -> take(now, made), this::failed);
  }

  /** What was typed meanwhile is not lost. */
  private void take(String before, Optional<String> made) {
    if (before.equals(text.get())) {
      made.ifPresent(text::set);
    }
  }
}
