package org.wirebench.tool.socket.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.RowSource;
import org.wirebench.tool.socket.request.SocketRequest;

/** The form as a program. */
final class CodePane extends VBox {
  private static final Messages TEXT = Messages.of(CodePane.class);

  private final SocketViewModel model;
  private final List<CodeWriter<SocketRequest>> writers;
  private final LogView view;
  private final ToggleGroup chosen = new ToggleGroup();
  private String code = "";

  CodePane(FxJobs jobs, SocketViewModel model, List<CodeWriter<SocketRequest>> writers) {
    this.model = model;
    this.writers = writers;
    this.view = new LogView(jobs, TEXT.get("code.about"));
    getStyleClass().add("code-pane");
    view.setTail(false);
    VBox.setVgrow(view, Priority.ALWAYS);
    SegmentedButton targets = new SegmentedButton();
    for (CodeWriter<SocketRequest> writer : writers) {
      ToggleButton button = new ToggleButton(TEXT.get(writer.target()));
      button.setUserData(writer.target());
      targets.getButtons().add(button);
    }
    targets.setToggleGroup(chosen);
    if (!chosen.getToggles().isEmpty()) {
      chosen.selectToggle(chosen.getToggles().getFirst());
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button copy = Describe.iconButton(Action.of(TEXT.get("code.copy"), Feather.COPY, this::copy));
    HBox bar = new HBox(targets, space, copy);
    bar.getStyleClass().add("field-row");
    getChildren().addAll(bar, view);
    chosen
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                chosen.selectToggle(before);
              } else {
                write();
              }
            });
    model.form().treeProperty().addListener((_, _, _) -> write());
    write();
  }

  private void write() {
    SocketRequest request = model.request();
    code = request == null ? TEXT.get("code.incomplete") : codeOf(request);
    view.setSource(RowSource.lines(code));
  }

  private String codeOf(SocketRequest request) {
    for (CodeWriter<SocketRequest> writer : writers) {
      if (chosen.getSelectedToggle() != null
          && writer.target() == (Target) chosen.getSelectedToggle().getUserData()) {
        return writer.write(request);
      }
    }
    return "";
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(code);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
