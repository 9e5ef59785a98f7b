package org.wirebench.tool.socket.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DisabledReasons;
import org.wirebench.fx.HistoryField;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Recent;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.socket.request.LineEnding;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.service.ServedClient;

/** The line at the bottom: what is sent next, and the macros. */
final class SendBar extends VBox {
  private static final Messages TEXT = Messages.of(SendBar.class);

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final SocketViewModel model;
  private final MacroKeys keys;
  private final Recent recent;
  private final Supplier<List<? extends ServedClient>> to;
  private final HistoryField field = new HistoryField();
  private final Button send;
  private final Action sendFile;
  private final Button file;
  private final ProblemLabel problem = new ProblemLabel();
  private final FlowPane macros = new FlowPane();
  private final BooleanProperty wrong = new SimpleBooleanProperty(this, "wrong");
  private final BooleanProperty able = new SimpleBooleanProperty(this, "able");

  /**
   * @param keys the shortcuts of the macros
   * @param recent keeps what is sent
   * @param to the clients that are sent to, for a server
   * @param before what stands before the line, such as whom is sent to
   */
  SendBar(
      SocketViewModel model,
      MacroKeys keys,
      Recent recent,
      Supplier<List<? extends ServedClient>> to,
      Node... before) {
    this.model = model;
    this.keys = keys;
    this.recent = recent;
    this.to = to;
    getStyleClass().add("send-bar");
    able.bind(
        model
            .stateProperty()
            .isEqualTo(SocketViewModel.State.OPEN)
            .and(model.sending().endedProperty().not()));
    ChoiceBox<Payload.Form> forms = PayloadForm.messageForm(model.unsent().formProperty());
    forms.setMinWidth(Region.USE_PREF_SIZE);
    Describe.control(field, TEXT.get("send.field"), TEXT.get("send.keys"));
    field.setHistory(recent.sentWith(SocketRequest.TOOL));
    field.setPromptText(TEXT.get("send.field"));
    field.getStyleClass().add("mono");
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(field, Priority.ALWAYS);
    send =
        Describe.button(
            Action.of(TEXT.get("send.send"), Feather.SEND, this::send)
                .when(able.and(wrong.not()), TEXT.get("closed")));
    sendFile =
        Action.of(TEXT.get("send.file"), Feather.PAPERCLIP, this::chooseFile)
            .when(able, TEXT.get("closed"));
    file = Describe.iconButton(sendFile);
    WrapRow row = new WrapRow(before);
    row.getChildren().addAll(forms, field, file, send);
    macros.getStyleClass().add("macros");
    macros.managedProperty().bind(macros.visibleProperty());
    getChildren().addAll(macros, row, problem);
    field.textProperty().bindBidirectional(model.unsent().textProperty());
    model.unsent().textProperty().addListener((_, _, _) -> check());
    model.unsent().formProperty().addListener((_, _, _) -> check());
    model.form().treeProperty().addListener((_, _, _) -> showMacros());
    model.stateProperty().addListener((_, _, _) -> check());
    model.sending().endedProperty().addListener((_, _, _) -> check());
    showMacros();
  }

  /** Puts the focus where one types: behind what was typed before. */
  void focusField() {
    // A field that gets its skin while it has the focus selects all, and the next key deletes it.
    field.applyCss();
    field.requestFocus();
    field.end();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && able.get()) {
      send();
      event.consume();
    }
  }

  private Payload payload() {
    return model.unsent().payload(lineEnding().text());
  }

  private LineEnding lineEnding() {
    SocketRequest request = model.request();
    return request == null ? LineEnding.LF : request.talk().lineEnding();
  }

  /** Says what is wrong with what is typed, and nothing else any more. */
  void check() {
    String why = field.getText().isEmpty() ? "" : model.sending().complaint(payload());
    wrong.set(!why.isEmpty());
    field.pseudoClassStateChanged(DANGER, wrong.get());
    problem.show(why);
    String unable = model.sending().unable();
    DisabledReasons.say(send, unable.isEmpty() ? why : unable);
    DisabledReasons.say(file, unable);
    macros.getChildren().forEach(macro -> DisabledReasons.say(macro, unable));
  }

  private void send() {
    String why = model.sending().send(payload(), to.get());
    problem.show(why);
    if (why.isEmpty()) {
      field.remember(field.getText());
      recent.sent(SocketRequest.TOOL, field.getText());
      field.clear();
    }
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXT.get("send.file"));
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      Path file = chosen.toPath();
      problem.show(model.sending().sendFile(file, to.get()));
    }
  }

  private void showMacros() {
    macros.getChildren().clear();
    for (Action action : macroActions(SocketRequest.Macro::name)) {
      Button button = Describe.button(action);
      button.getStyleClass().add("small");
      macros.getChildren().add(button);
    }
    macros.setVisible(!macros.getChildren().isEmpty());
  }

  /** Sending a file, and the macros with their shortcuts, as far as those can be used. */
  List<Action> actions() {
    return Stream.concat(
            Stream.of(sendFile),
            macroActions(macro -> TEXT.get("send.macro", macro.name())).stream())
        .toList();
  }

  private List<Action> macroActions(Function<SocketRequest.Macro, String> title) {
    SocketRequest request = model.request();
    MacroKeys.Giver giver = keys.new Giver();
    return request == null
        ? List.of()
        : request.talk().macros().stream()
            .map(macro -> giver.give(action(macro, title.apply(macro)), macro.key()))
            .toList();
  }

  private Action action(SocketRequest.Macro macro, String title) {
    return Action.of(
            title, Feather.ZAP, () -> problem.show(model.sending().send(macro.send(), to.get())))
        .when(able, model.sending().unable());
  }
}
