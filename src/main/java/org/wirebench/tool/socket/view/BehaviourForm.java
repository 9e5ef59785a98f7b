package org.wirebench.tool.socket.view;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.ListEditor;
import org.wirebench.tool.socket.request.Behaviour;

/** What a server does on its own. */
final class BehaviourForm extends VBox {
  private static final Messages TEXT = Messages.of(BehaviourForm.class);
  private static final String FIELD = "behaviour";

  /** The behaviours to choose from. */
  enum Choice {
    NOTHING,
    ECHO,
    DISCARD,
    CHARGEN,
    DAYTIME,
    GREET,
    SCRIPT,
    RULES
  }

  private final FormModel form;
  private final StringProperty choice = new SimpleStringProperty(this, "choice", "");
  private final FormModel inner = new FormModel(Tree.Fields.NONE);
  private final VBox details = new VBox();
  private boolean writing;

  BehaviourForm(FormModel form) {
    this.form = form;
    getStyleClass().add("setup-column");
    details.getStyleClass().add("setup-column");
    ChoiceBox<Choice> box =
        FormControls.choice(choice, List.of(Choice.values()), Choice.NOTHING, TEXT::get);
    FormField<ChoiceBox<Choice>> field =
        new FormField<>(TEXT.get("behaviour"), TEXT.get("behaviour.help"), box);
    getChildren().addAll(field, details);
    load();
    showDetails();
    choice.addListener(
        (_, _, _) -> {
          showDetails();
          write();
        });
    inner.treeProperty().addListener((_, _, _) -> write());
    form.treeProperty().addListener((_, _, _) -> load());
  }

  private void load() {
    if (writing) {
      return;
    }
    writing = true;
    switch (form.get(FIELD).orElse(Tree.text(""))) {
      case Tree.Text(String word, Mark _) -> choice.set(word.equals("nothing") ? "" : word);
      case Tree.Fields fields -> {
        inner.load(fields);
        choice.set(fields.names().isEmpty() ? "" : fields.names().getFirst());
      }
      case Tree.Items _ -> choice.set("");
    }
    writing = false;
  }

  private void write() {
    if (writing) {
      return;
    }
    writing = true;
    String chosen = choice.get();
    Tree value =
        switch (chosen) {
          case "greet" -> Tree.Fields.NONE.with(chosen, inner.get(chosen).orElse(Tree.text("")));
          case "script", "rules" -> Tree.Fields.NONE.with(chosen, inner.items(chosen));
          default -> Tree.text(chosen);
        };
    form.set(FIELD, value);
    writing = false;
  }

  private void showDetails() {
    details.getChildren().setAll(detailsOf(choice.get()));
  }

  private List<Node> detailsOf(String chosen) {
    return switch (chosen) {
      case "greet" ->
          List.of(
              SetupPane.about(TEXT.get("greet.about")),
              PayloadForm.payload(inner.tagged("greet", "text")));
      case "script" -> {
        ListEditor editor =
            new ListEditor(
                TEXT.get("script.add"),
                Tree.text(""),
                row -> PayloadForm.payload(row.tagged(ListEditor.ITEM, "text")));
        SetupPane.bindItems(inner, editor, "script");
        yield List.of(SetupPane.about(TEXT.get("script.about")), editor);
      }
      case "rules" -> {
        ListEditor editor =
            new ListEditor(
                TEXT.get("rules.add"), Tree.Fields.NONE.with("when", ""), BehaviourForm::rule);
        SetupPane.bindItems(inner, editor, "rules");
        yield List.of(SetupPane.about(TEXT.get("rules.about")), editor);
      }
      default -> List.of(SetupPane.about(aboutOf(chosen)));
    };
  }

  private static String aboutOf(String chosen) {
    return switch (chosen) {
      case "echo" -> TEXT.get("echo.about");
      case "discard" -> TEXT.get("discard.about");
      case "chargen" -> TEXT.get("chargen.about");
      case "daytime" -> TEXT.get("daytime.about");
      default -> TEXT.get("nothing.about");
    };
  }

  private static Node rule(FormModel row) {
    TextField reply = PayloadForm.text(row.text("item.reply"), TEXT.get("rule.reply"));
    TextField delay =
        Describe.control(
            FormControls.text(row.text("item.delay"), TEXT.get("rule.delay")),
            TEXT.get("rule.delayHelp"));
    delay.setPrefColumnCount(6);
    ChoiceBox<Behaviour.Then> then =
        Describe.control(
            FormControls.choice(
                row.text("item.then"),
                List.of(Behaviour.Then.values()),
                Behaviour.Then.GO_ON,
                TEXT::get),
            TEXT.get("rule.then"));
    HBox last = new HBox(delay, then);
    last.getStyleClass().add("field-row");
    HBox.setHgrow(delay, Priority.ALWAYS);
    return SetupPane.column(PayloadForm.pattern(row.tagged("item.when", "text")), reply, last);
  }
}
