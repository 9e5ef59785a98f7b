package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.RowSource;
import org.wirebench.fx.Segments;
import org.wirebench.tool.socket.request.SocketRequest;

/** The form as a program. */
final class CodePane extends VBox {
  private static final Messages TEXT = Messages.of(CodePane.class);

  private final SocketViewModel model;
  private final List<CodeWriter<SocketRequest>> writers;
  private final LogView view;
  private final ObjectProperty<Target> chosen;
  private final Action copy = Action.of(TEXT.get("code.copy"), Feather.COPY, this::copyCode);
  private String code = "";

  /** Held here, and weakly by the settings, which outlive the tab. */
  private final ChangeListener<Settings> settingsChanged = (_, _, _) -> write();

  /**
   * @param settings hold where the form leaves something open
   */
  CodePane(
      FxJobs jobs,
      SocketViewModel model,
      List<CodeWriter<SocketRequest>> writers,
      ObservableValue<Settings> settings) {
    this.model = model;
    this.writers = writers;
    this.view = new LogView(jobs, TEXT.get("code.about"));
    getStyleClass().add("code-pane");
    view.setTail(false);
    VBox.setVgrow(view, Priority.ALWAYS);
    Segments<Target> targets =
        new Segments<>(
            writers.stream().map(CodeWriter::target).toList(),
            Target::title,
            target -> TEXT.get("code.as", target.title()));
    chosen = targets.valueProperty();
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(targets, space, Describe.iconButton(copy));
    bar.getStyleClass().add("field-row");
    getChildren().addAll(bar, view);
    chosen.addListener((_, _, _) -> write());
    model.form().treeProperty().addListener((_, _, _) -> write());
    model.problems().addListener((Observable _) -> write());
    settings.addListener(new WeakChangeListener<>(settingsChanged));
    write();
  }

  private void write() {
    SocketRequest request = model.request();
    code = request == null ? incomplete() : codeOf(request);
    view.setSource(RowSource.lines(code));
  }

  private String incomplete() {
    return model.problems().stream()
        .map(problem -> TEXT.get("code.problem", nameOf(problem), problem.message()))
        .collect(Collectors.joining("\n", TEXT.get("code.incomplete") + "\n", "\n"));
  }

  private String nameOf(Problem problem) {
    return FieldNames.of(problem.path(), model.form().tree());
  }

  private String codeOf(SocketRequest request) {
    for (CodeWriter<SocketRequest> writer : writers) {
      if (writer.target() == chosen.get()) {
        return writer.write(request);
      }
    }
    return "";
  }

  /** Copies it as it is chosen to be written. */
  Action copy() {
    return copy;
  }

  private void copyCode() {
    ClipboardContent content = new ClipboardContent();
    content.putString(code);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
