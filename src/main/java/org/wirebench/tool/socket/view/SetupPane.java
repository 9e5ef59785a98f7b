package org.wirebench.tool.socket.view;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.Problems;

/** The left side: all that a socket can be asked, besides its address. */
final class SetupPane extends TabPane {
  private static final Messages TEXT = Messages.of(SetupPane.class);

  /** What is wrong with the address is said in its own row. */
  static final List<String> ADDRESS = List.of("request.host", "request.port", "request.path");

  private final SocketViewModel model;
  private final Problems problems;
  private final Label rest = new Label();
  private final Tab behaviour;
  private final Tab steps;
  private final Tab generator;

  /**
   * @param settings hold for the fields that are left empty
   * @param code the pane with the form as code
   */
  SetupPane(
      SocketViewModel model, ObservableValue<Settings> settings, Node generatorPane, Node code) {
    this.model = model;
    this.problems = new Problems(rest.textProperty());
    getStyleClass().addAll("dense", "socket-setup");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    rest.getStyleClass().add("field-problem");
    rest.setWrapText(true);
    rest.setMinHeight(Region.USE_PREF_SIZE);
    rest.visibleProperty().bind(rest.textProperty().isNotEmpty());
    rest.managedProperty().bind(rest.visibleProperty());
    OptionsForm options = new OptionsForm(model, settings, problems);
    behaviour = tab(TEXT.get("tab.behaviour"), new BehaviourForm(model.form()));
    steps = tab(TEXT.get("tab.steps"), stepsForm());
    generator = tab(TEXT.get("tab.generator"), generatorPane);
    Tab codeTab = new Tab(TEXT.get("tab.code"), code);
    getTabs()
        .setAll(
            tab(TEXT.get("tab.options"), new VBox(options, rest)),
            behaviour,
            tab(TEXT.get("tab.macros"), macrosForm()),
            steps,
            generator,
            codeTab);
    model.form().text("mode").addListener((_, _, _) -> modeChanged());
    modeChanged();
    showProblems();
  }

  private static Tab tab(String title, Node content) {
    VBox padded = new VBox(content);
    padded.getStyleClass().add("setup-content");
    ScrollPane scroll = new ScrollPane(padded);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return new Tab(title, scroll);
  }

  /** A server behaves, a client generates. */
  private void modeChanged() {
    boolean server = model.isServer();
    setShown(behaviour, server, 1);
    setShown(generator, !server, getTabs().indexOf(steps) + 1);
  }

  private void setShown(Tab tab, boolean shown, int at) {
    boolean there = getTabs().contains(tab);
    if (shown && !there) {
      getTabs().add(at, tab);
    } else if (!shown) {
      getTabs().remove(tab);
    }
  }

  /** Shows what is wrong at the fields. */
  void showProblems() {
    problems.show(
        model.problems().stream().filter(problem -> !ADDRESS.contains(problem.path())).toList());
  }

  private Node macrosForm() {
    Label about = about(TEXT.get("macros.about"));
    ListEditor editor =
        new ListEditor(
            TEXT.get("macros.add"),
            Tree.Fields.NONE.with("name", "").with("send", ""),
            SetupPane::macro);
    bindItems(editor, "macros");
    return column(about, editor);
  }

  private static Node macro(FormModel row) {
    TextField name =
        Describe.control(
            FormControls.text(row.text("item.name"), TEXT.get("macros.name")),
            TEXT.get("macros.name"));
    TextField key =
        Describe.control(
            FormControls.text(row.text("item.key"), TEXT.get("macros.key")),
            TEXT.get("macros.keyHelp"));
    HBox first = new HBox(name, key);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox.setHgrow(key, Priority.ALWAYS);
    first.getStyleClass().add("field-row");
    return column(first, PayloadForm.payload(row.tagged("item.send", "text")));
  }

  private Node stepsForm() {
    Label about = about(TEXT.get("steps.about"));
    ListEditor editor =
        new ListEditor(
            TEXT.get("steps.add"),
            new StepText(StepText.Action.SEND_TEXT, "").tree(),
            SetupPane::step);
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
    Button play =
        Describe.button(
            Action.of(TEXT.get("steps.play"), Feather.PLAY, model::play)
                .when(
                    model
                        .stateProperty()
                        .isEqualTo(SocketViewModel.State.IDLE)
                        .and(model.blockedProperty().isEmpty())));
    return column(about, editor, play);
  }

  private static Node step(FormModel row) {
    StepText now = StepText.of(row.get(ListEditor.ITEM).orElse(Tree.text("")));
    StringProperty tag = new SimpleStringProperty(FormControls.word(now.action()));
    StringProperty typed = new SimpleStringProperty(now.text());
    ChoiceBox<StepText.Action> action =
        Describe.control(
            FormControls.choice(
                tag, List.of(StepText.Action.values()), StepText.Action.SEND_TEXT, TEXT::get),
            TEXT.get("steps.action"));
    action.setMinWidth(Region.USE_PREF_SIZE);
    TextField text = PayloadForm.text(typed, TEXT.get("steps.text"));
    Runnable write =
        () -> row.set(ListEditor.ITEM, new StepText(action.getValue(), typed.get()).tree());
    action
        .valueProperty()
        .addListener(
            (_, _, chosen) -> {
              text.setVisible(chosen.takesText());
              write.run();
            });
    typed.addListener((_, _, _) -> write.run());
    text.setVisible(now.action().takesText());
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox both = new HBox(action, text);
    both.getStyleClass().add("field-row");
    return both;
  }

  private void bindItems(ListEditor editor, String name) {
    bindItems(model.form(), editor, name);
  }

  /** Keeps a list editor and a field of a form the same. */
  static void bindItems(FormModel form, ListEditor editor, String name) {
    editor.itemsProperty().set(form.items(name));
    editor
        .itemsProperty()
        .addListener(
            (_, _, now) -> {
              if (!now.equals(form.items(name))) {
                form.set(name, now);
              }
            });
    form.treeProperty()
        .addListener(
            (_, _, _) -> {
              if (!form.items(name).equals(editor.itemsProperty().get())) {
                editor.itemsProperty().set(form.items(name));
              }
            });
  }

  static Label about(String sentence) {
    Label about = new Label(sentence);
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    about.getStyleClass().add("secondary");
    return about;
  }

  static VBox column(Node... children) {
    VBox column = new VBox();
    column.getChildren().setAll(Arrays.asList(children));
    column.getStyleClass().add("setup-column");
    return column;
  }
}
