package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.function.Function;
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
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.socket.request.Behaviour;

/** What a server does on its own. */
final class BehaviourForm extends VBox {
  private static final Messages TEXT = Messages.of(BehaviourForm.class);
  private static final String FIELD = "behaviour";

  private static final String SPEAK_FIRST = "speakFirst";

  /** Where what is wrong with the behaviour stands. */
  static final String PATH = "request." + FIELD;

  /** The behaviours to choose from. */
  enum Choice {
    NOTHING,
    ECHO,
    DISCARD,
    CHARGEN,
    DAYTIME,
    GREET,
    SCRIPT,
    SPEAK_FIRST,
    RULES
  }

  private final FormModel form;
  private final StringProperty choice = new SimpleStringProperty(this, "choice", "");
  private final FormModel inner = new FormModel(Tree.Fields.NONE);
  private final VBox details = new VBox();
  private final FieldMarks greeting = new FieldMarks();
  private Function<List<Problem>, List<Problem>> shower = _ -> List.of();
  private List<Problem> problems = List.of();
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
        choice.set(fields.names().isEmpty() ? "" : chosen(fields.names().getFirst()));
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
    String chosen = keyOf(choice.get());
    Tree value =
        switch (chosen) {
          case "greet" -> Tree.Fields.NONE.with(chosen, inner.get(chosen).orElse(Tree.text("")));
          case "script", SPEAK_FIRST, "rules" -> Tree.Fields.NONE.with(chosen, inner.items(chosen));
          default -> Tree.text(chosen);
        };
    form.set(FIELD, value);
    writing = false;
  }

  /** How a choice is written in the file; its own word, but for one of two words. */
  private static String keyOf(String chosen) {
    return chosen.equals(FormControls.word(Choice.SPEAK_FIRST)) ? SPEAK_FIRST : chosen;
  }

  private static String chosen(String key) {
    return key.equals(SPEAK_FIRST) ? FormControls.word(Choice.SPEAK_FIRST) : key;
  }

  private void showDetails() {
    shower = _ -> List.of();
    details.getChildren().setAll(detailsOf(keyOf(choice.get())));
    List<Problem> _ = shower.apply(problems);
  }

  /**
   * Shows what is wrong at the fields.
   *
   * @return those of the problems that are shown
   */
  List<Problem> showProblems(List<Problem> now) {
    problems = now;
    return shower.apply(now);
  }

  private ListEditor shown(ListEditor editor, String name) {
    editor.edit(inner, name);
    shower = now -> editor.showProblems(i -> PATH + "." + name + "[" + i + "]", now);
    return editor;
  }

  private List<Node> detailsOf(String chosen) {
    return switch (chosen) {
      case "greet" -> {
        shower = now -> greeting.show(PATH + ".greet", now);
        yield List.of(
            FormParts.about(TEXT.get("greet.about")),
            PayloadForm.payload(inner.tagged("greet", "text"), greeting, ""),
            greeting.reason());
      }
      case "script", SPEAK_FIRST -> {
        ListEditor editor =
            new ListEditor(
                TEXT.get("script.add"),
                Tree.text(""),
                (row, marks) ->
                    PayloadForm.payload(row.tagged(ListEditor.ITEM, "text"), marks, ""));
        String about =
            chosen.equals("script") ? TEXT.get("script.about") : TEXT.get("speakFirst.about");
        yield List.of(FormParts.about(about), shown(editor, chosen));
      }
      case "rules" -> {
        ListEditor editor =
            new ListEditor(
                TEXT.get("rules.add"), Tree.Fields.NONE.with("when", ""), BehaviourForm::rule);
        yield List.of(FormParts.about(TEXT.get("rules.about")), shown(editor, "rules"));
      }
      default -> List.of(FormParts.about(aboutOf(chosen)));
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

  private static Node rule(FormModel row, FieldMarks marks) {
    TextField reply =
        PayloadForm.text(
            row.text("item.reply"), TEXT.get("rule.reply"), TEXT.get("rule.replyHelp"));
    TextField delay =
        Describe.control(
            FormControls.text(row.text("item.delay"), TEXT.get("rule.delay")),
            TEXT.get("rule.delayHelp"));
    delay.setPrefColumnCount(6);
    marks.add(".reply", reply);
    marks.add(".delay", delay);
    ChoiceBox<Behaviour.Then> then =
        Describe.control(
            FormControls.choice(
                row.text("item.then"),
                List.of(Behaviour.Then.values()),
                Behaviour.Then.GO_ON,
                TEXT::get),
            TEXT.get("rule.then"));
    HBox.setHgrow(delay, Priority.ALWAYS);
    return FormParts.column(
        PayloadForm.pattern(row.tagged("item.when", "text"), marks, ".when"),
        reply,
        new WrapRow(delay, then));
  }
}
