package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DisabledReasons;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.WrapRow;

/** What is said with nobody there: steps that are typed, or taken from what was said. */
final class StepsPane extends VBox {
  private static final Messages TEXT = Messages.of(StepsPane.class);

  private final SocketViewModel model;
  private final ListEditor list;
  private final Action play;

  /**
   * @param recorded what can be made of what was said
   */
  StepsPane(SocketViewModel model, Supplier<List<Action>> recorded) {
    this.model = model;
    this.list = list();
    StringBinding missing =
        Bindings.createStringBinding(
            this::playMissing,
            model.stateProperty(),
            model.blockedProperty(),
            list.itemsProperty());
    this.play =
        Action.of(TEXT.get("steps.play"), Feather.PLAY, model::play).when(missing.isEmpty());
    VBox reuse = new VBox();
    reuse.getStyleClass().add("setup-column");
    Runnable offer = () -> reuse.getChildren().setAll(buttons(recorded.get()));
    model.form().text("mode").addListener((_, _, _) -> offer.run());
    offer.run();
    getStyleClass().add("setup-column");
    Node heading = FormParts.about(TEXT.get("steps.recorded"));
    getChildren()
        .addAll(FormParts.about(TEXT.get("steps.about")), list, button(missing), heading, reuse);
  }

  private static List<Button> buttons(List<Action> actions) {
    List<Button> buttons = actions.stream().map(Describe::button).toList();
    for (Button button : buttons) {
      button.setWrapText(true);
      button.setMinHeight(USE_PREF_SIZE);
    }
    return buttons;
  }

  /** Marks the steps that are wrong; returns what is said there. */
  List<Problem> showProblems(List<Problem> all) {
    List<String> paths = StepText.paths(model.form().tree());
    return list.showProblems(paths::get, all);
  }

  private ListEditor list() {
    ListEditor editor =
        new ListEditor(
            TEXT.get("steps.add"),
            new StepText(StepText.Action.SEND_TEXT, "").tree(),
            StepsPane::step);
    editor.itemsProperty().set(StepText.all(model.form().tree()));
    editor
        .itemsProperty()
        .addListener(
            (_, _, now) -> {
              if (!now.equals(StepText.all(model.form().tree()))) {
                model.form().set("send", Tree.Items.NONE);
                model.form().set("until", Tree.Items.NONE);
                model.form().set("steps", now);
              }
            });
    model
        .form()
        .treeProperty()
        .addListener(
            (_, _, now) -> {
              Tree.Items typed = StepText.all(now);
              if (!typed.equals(editor.itemsProperty().get())) {
                editor.itemsProperty().set(typed);
              }
            });
    return editor;
  }

  /** Plays the steps. */
  Action play() {
    return play;
  }

  private Button button(StringBinding missing) {
    Button button = Describe.button(play);
    DisabledReasons.say(button, missing.get());
    missing.addListener((_, _, now) -> DisabledReasons.say(button, now));
    return button;
  }

  /** Why the steps cannot be played; empty when they can. */
  private String playMissing() {
    if (list.itemsProperty().get().items().isEmpty()) {
      return TEXT.get("steps.none");
    }
    if (model.stateProperty().get() != SocketViewModel.State.IDLE) {
      return TEXT.get("steps.busy");
    }
    String wrong = model.blockedProperty().get();
    return wrong.isEmpty() ? "" : TEXT.get("generate.wrong", wrong);
  }

  private static String prompt(StepText.Action action) {
    return switch (action) {
      case SEND_TEXT, SEND_HEX, SEND_BASE64 -> TEXT.get("steps.send");
      case SEND_FILE -> TEXT.get("steps.file");
      case AWAIT_TEXT, AWAIT_REGEX, AWAIT_HEX -> TEXT.get("steps.await");
      case AWAIT_BYTES -> TEXT.get("steps.bytes");
      case PAUSE -> TEXT.get("steps.pause");
      case AWAIT_END, HALF_CLOSE, RESET -> "";
    };
  }

  private static String help(StepText.Action action) {
    return action.takesText() ? prompt(action) : TEXT.get("steps.text");
  }

  private static Node step(FormModel row, FieldMarks marks) {
    StepText now = StepText.of(row.get(ListEditor.ITEM).orElse(Tree.text("")));
    StringProperty tag = new SimpleStringProperty(FormControls.word(now.action()));
    StringProperty typed = new SimpleStringProperty(now.text());
    ChoiceBox<StepText.Action> action =
        Describe.control(
            FormControls.choice(
                tag, List.of(StepText.Action.values()), StepText.Action.SEND_TEXT, TEXT::get),
            TEXT.get("steps.action"));
    TextField text = PayloadForm.text(typed, prompt(now.action()), help(now.action()));
    marks.add("", text);
    Runnable write =
        () -> row.set(ListEditor.ITEM, new StepText(action.getValue(), typed.get()).tree());
    action
        .valueProperty()
        .addListener(
            (_, _, chosen) -> {
              text.setVisible(chosen.takesText());
              text.setPromptText(prompt(chosen));
              Describe.control(text, help(chosen));
              write.run();
            });
    typed.addListener((_, _, _) -> write.run());
    text.setVisible(now.action().takesText());
    Button file = PayloadForm.chooser(typed);
    file.visibleProperty().bind(action.valueProperty().isEqualTo(StepText.Action.SEND_FILE));
    HBox.setHgrow(text, Priority.ALWAYS);
    return new WrapRow(action, text, file);
  }
}
