package org.wirebench.tool.socket.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
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
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DisabledReasons;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Problems;
import org.wirebench.fx.Tip;

/** The left side: all that a socket can be asked, besides its address. */
final class SetupPane extends TabPane {
  private static final Messages TEXT = Messages.of(SetupPane.class);

  /** What is wrong with the address is said in its own row. */
  static final List<String> ADDRESS = List.of("request.host", "request.port", "request.path");

  private static final double ACTION = 152;

  private final SocketViewModel model;
  private final MacroKeys keys;
  private final Problems problems;
  private final ProblemLabel rest = new ProblemLabel();
  private final BehaviourForm behaviourForm;
  private final GeneratorForm generatorForm;
  private final ListEditor macroList;
  private final ListEditor stepList;
  private final Tab options;
  private final Tab macros;
  private final Tab behaviour;
  private final Tab steps;
  private final Tab generator;

  /**
   * @param keys the shortcuts of the macros
   * @param settings hold for the fields that are left empty
   * @param code the pane with the form as code
   */
  SetupPane(
      SocketViewModel model,
      MacroKeys keys,
      ObservableValue<Settings> settings,
      GeneratorForm generatorForm,
      Node code) {
    this.model = model;
    this.keys = keys;
    this.generatorForm = generatorForm;
    this.problems = new Problems(rest.textProperty());
    getStyleClass().addAll("dense", "socket-setup");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    behaviourForm = new BehaviourForm(model.form());
    macroList = macroList();
    stepList = stepList();
    options =
        tab(TEXT.get("tab.options"), new VBox(new OptionsForm(model, settings, problems), rest));
    behaviour = tab(TEXT.get("tab.behaviour"), behaviourForm);
    macros = tab(TEXT.get("tab.macros"), column(about(TEXT.get("macros.about")), macroList));
    steps = tab(TEXT.get("tab.steps"), column(about(TEXT.get("steps.about")), stepList, play()));
    generator = tab(TEXT.get("tab.generator"), generatorForm);
    Tab codeTab = new Tab(TEXT.get("tab.code"), code);
    getTabs().setAll(options, behaviour, macros, steps, generator, codeTab);
    model.form().text("mode").addListener((_, _, _) -> modeChanged());
    modeChanged();
    showProblems();
  }

  /** Shows one of the tabs: the first whose title this is. */
  void show(String title) {
    getTabs().stream()
        .filter(tab -> tab.getText().equals(title))
        .findFirst()
        .ifPresent(getSelectionModel()::select);
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

  /** Shows what is wrong at the fields, and which tabs they are in. */
  void showProblems() {
    List<Problem> left = new ArrayList<>(model.problems());
    left.removeIf(problem -> ADDRESS.contains(problem.path()));
    List<String> stepPaths = StepText.paths(model.form().tree());
    take(left, behaviour, behaviourForm.showProblems(left));
    List<Problem> ofMacros = macroList.showProblems(i -> "request.macros[" + i + "]", left);
    take(left, macros, ofMacros, keys.areWrong());
    take(left, steps, stepList.showProblems(stepPaths::get, left));
    take(left, generator, generatorForm.showProblems(left));
    problems.show(left);
    mark(options, !left.isEmpty());
  }

  private static void take(List<Problem> left, Tab tab, List<Problem> shown) {
    take(left, tab, shown, false);
  }

  private static void take(List<Problem> left, Tab tab, List<Problem> shown, boolean more) {
    mark(tab, more || !shown.isEmpty());
    left.removeAll(shown);
  }

  private static void mark(Tab tab, boolean wrong) {
    if (wrong != (tab.getGraphic() != null)) {
      tab.setGraphic(wrong ? problemMark() : null);
      tab.setTooltip(wrong ? new Tip(TEXT.get("tab.wrong")) : null);
    }
  }

  private static Node problemMark() {
    Node mark = Describe.icon(Feather.ALERT_CIRCLE);
    mark.getStyleClass().add("problem-mark");
    return mark;
  }

  private ListEditor macroList() {
    ListEditor editor =
        new ListEditor(
            TEXT.get("macros.add"),
            Tree.Fields.NONE.with("name", "").with("send", ""),
            this::macro);
    bindItems(editor, "macros");
    return editor;
  }

  private Node macro(FormModel row, FieldMarks marks) {
    FormField<TextField> name =
        new FormField<>(
            TEXT.get("macros.name"),
            TEXT.get("macros.nameHelp"),
            FormControls.text(row.text("item.name"), ""));
    StringProperty typed = row.text("item.key");
    FormField<TextField> key =
        new FormField<>(
            TEXT.get("macros.key"), TEXT.get("macros.keyHelp"), FormControls.text(typed, ""));
    // The other macros count too; a binding lets go of a row that is removed.
    key.problemProperty()
        .bind(
            Bindings.createStringBinding(() -> keys.complaint(typed.get()), typed, keys.changes()));
    marks.add(".name", name.control());
    return column(
        OptionsForm.row(name, key),
        PayloadForm.payload(row.tagged("item.send", "text"), marks, ".send"));
  }

  private ListEditor stepList() {
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
    return editor;
  }

  private Button play() {
    StringBinding missing =
        Bindings.createStringBinding(
            this::playMissing,
            model.stateProperty(),
            model.blockedProperty(),
            stepList.itemsProperty());
    Button button =
        Describe.button(
            Action.of(TEXT.get("steps.play"), Feather.PLAY, model::play).when(missing.isEmpty()));
    DisabledReasons.say(button, missing.get());
    missing.addListener((_, _, now) -> DisabledReasons.say(button, now));
    return button;
  }

  /** Why the steps cannot be played; empty when they can. */
  private String playMissing() {
    if (stepList.itemsProperty().get().items().isEmpty()) {
      return TEXT.get("steps.none");
    }
    if (model.stateProperty().get() != SocketViewModel.State.IDLE) {
      return TEXT.get("steps.busy");
    }
    String wrong = model.blockedProperty().get();
    return wrong.isEmpty() ? "" : TEXT.get("generate.wrong", wrong);
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
    action.setMinWidth(ACTION);
    action.setPrefWidth(ACTION);
    TextField text = PayloadForm.text(typed, TEXT.get("steps.text"));
    marks.add("", text);
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
