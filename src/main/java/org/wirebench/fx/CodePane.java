package org.wirebench.fx;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
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

/**
 * A form as a program.
 *
 * @param <R> the request that the form makes
 */
public final class CodePane<R> extends VBox {
  private static final Messages TEXT = Messages.of(CodePane.class);

  /** More of them are a menu. */
  private static final int SIDE_BY_SIDE = 4;

  private final TypedForm<R> typed;
  private final List<CodeWriter<R>> writers;
  private final LogView view;
  private final ObjectProperty<Target> chosen;
  private final Action copy = Action.of(TEXT.get("code.copy"), Feather.COPY, this::copyCode);
  private ObservableValue<Boolean> shown = new SimpleObjectProperty<>(this, "shown", true);
  private String code = "";
  private boolean written;

  /** Held here, and weakly by the settings, which outlive the tab. */
  private final ChangeListener<Settings> settingsChanged = (_, _, _) -> changed();

  /**
   * @param typed what the form says
   * @param settings hold where the form leaves something open
   */
  public CodePane(
      FxJobs jobs,
      List<CodeWriter<R>> writers,
      TypedForm<R> typed,
      ObservableValue<Settings> settings) {
    this.typed = typed;
    this.writers = writers;
    this.view = new LogView(jobs, TEXT.get("code.about"));
    getStyleClass().add("code-pane");
    view.setTail(false);
    VBox.setVgrow(view, Priority.ALWAYS);
    List<Target> all = writers.stream().map(CodeWriter::target).toList();
    chosen = new SimpleObjectProperty<>(this, "chosen", all.getFirst());
    Node targets = all.size() > SIDE_BY_SIDE ? menu(all) : segments(all);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(targets, space, Describe.iconButton(copy));
    bar.getStyleClass().add("field-row");
    getChildren().addAll(bar, view);
    chosen.addListener((_, _, _) -> changed());
    typed.requestProperty().addListener((_, _, _) -> changed());
    typed.problems().addListener((Observable _) -> changed());
    settings.addListener(new WeakChangeListener<>(settingsChanged));
    changed();
  }

  /** Writes only while it is shown: a body of megabytes takes its time with each key. */
  public void writeWhile(ObservableValue<Boolean> seen) {
    shown = seen;
    seen.subscribe(this::writeIfShown);
  }

  private Node segments(List<Target> all) {
    Segments<Target> segments =
        new Segments<>(all, Target::title, target -> TEXT.get("code.as", target.title()));
    segments.valueProperty().bindBidirectional(chosen);
    return segments;
  }

  private Node menu(List<Target> all) {
    ChoiceBox<Target> menu = new SteadyChoice<>();
    menu.setConverter(FormControls.titles(Target::title));
    menu.getItems().setAll(all);
    menu.valueProperty().bindBidirectional(chosen);
    return Describe.control(menu, TEXT.get("code.language"));
  }

  private void changed() {
    written = false;
    writeIfShown();
  }

  private void writeIfShown() {
    if (shown.getValue()) {
      write();
    }
  }

  private void write() {
    if (!written) {
      R made = typed.requestProperty().get();
      code = made == null ? incomplete() : codeOf(made);
      view.setSource(RowSource.lines(code));
      written = true;
    }
  }

  private String incomplete() {
    return typed.missing().stream()
        .map(line -> "# " + line)
        .collect(Collectors.joining("\n", TEXT.get("code.incomplete") + "\n", "\n"));
  }

  private String codeOf(R made) {
    for (CodeWriter<R> writer : writers) {
      if (writer.target() == chosen.get()) {
        return writer.write(made);
      }
    }
    return "";
  }

  /** Copies it as it is chosen to be written. */
  public Action copy() {
    return copy;
  }

  private void copyCode() {
    write();
    ClipboardContent content = new ClipboardContent();
    content.putString(code);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
