package org.wirebench.tool.socket.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.CodePane;
import org.wirebench.fx.EvenRow;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ListEditor;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Problems;
import org.wirebench.fx.frame.FormTabs;
import org.wirebench.tool.socket.request.SocketRequest;

/** The left side: all that a socket can be asked, besides its address. */
final class SetupPane extends FormTabs {
  private static final Messages TEXT = Messages.of(SetupPane.class);

  private final SocketViewModel model;
  private final MacroKeys keys;
  private final Problems problems;
  private final ProblemLabel rest = new ProblemLabel();
  private final BehaviourForm behaviourForm;
  private final GeneratorForm generatorForm;
  private final ListEditor macroList;
  private final StepsPane stepsPane;
  private final Tab options;
  private final Tab macros;
  private final Tab behaviour;
  private final Tab steps;
  private final Tab generator;

  /**
   * @param keys the shortcuts of the macros
   * @param settings hold for the fields that are left empty
   * @param recorded what can be made of what was said
   * @param codePane the form as code
   */
  SetupPane(
      SocketViewModel model,
      MacroKeys keys,
      ObservableValue<Settings> settings,
      Supplier<List<Action>> recorded,
      GeneratorForm generatorForm,
      CodePane<?> codePane) {
    super(codePane);
    this.model = model;
    this.keys = keys;
    this.generatorForm = generatorForm;
    this.problems = new Problems(rest.textProperty());
    behaviourForm = new BehaviourForm(model.form());
    macroList = macroList();
    stepsPane = new StepsPane(model, recorded);
    options =
        FormParts.page(
            TEXT.get("tab.options"), new VBox(new OptionsForm(model, settings, problems), rest));
    behaviour = FormParts.page(TEXT.get("tab.behaviour"), behaviourForm);
    macros =
        FormParts.page(
            TEXT.get("tab.macros"),
            FormParts.column(FormParts.about(TEXT.get("macros.about")), macroList));
    steps = FormParts.page(TEXT.get("tab.steps"), stepsPane);
    generator = FormParts.page(TEXT.get("tab.generator"), generatorForm);
    setPages(options, behaviour, macros, steps, generator);
    model.form().text("mode").addListener((_, _, _) -> modeChanged());
    modeChanged();
    begin();
    showProblems();
  }

  /** The form as code. */
  static CodePane<SocketRequest> code(
      FxJobs jobs,
      SocketViewModel model,
      List<CodeWriter<SocketRequest>> writers,
      ObservableValue<Settings> settings) {
    return new CodePane<>(jobs, writers, model.typedForm(), settings);
  }

  /** What was turned into a tab, or saved, is shown where it is. */
  private void begin() {
    Tree.Fields asked = model.form().tree();
    if (model.isServer() && asked.get("behaviour").isPresent()) {
      getSelectionModel().select(behaviour);
    } else if (!model.isServer() && !StepText.all(asked).items().isEmpty()) {
      getSelectionModel().select(steps);
    }
  }

  /** What is done with what is typed here: all but what is in a session too. */
  @Override
  public List<Action> actions() {
    return model.isServer()
        ? List.of(copyCode())
        : List.of(stepsPane.play(), generatorForm.action(), copyCode());
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

  @Override
  public void showProblems() {
    List<Problem> left = new ArrayList<>(model.problems());
    left.addAll(model.remarks());
    left.removeIf(problem -> Typed.ADDRESS.contains(problem.path()));
    take(left, behaviour, behaviourForm.showProblems(left));
    List<Problem> ofMacros = macroList.showProblems(i -> "request.macros[" + i + "]", left);
    take(left, macros, ofMacros, keys.areWrong());
    take(left, steps, stepsPane.showProblems(left));
    take(left, generator, generatorForm.showProblems(left));
    problems.show(left);
    mark(options, left, false);
  }

  private void take(List<Problem> left, Tab tab, List<Problem> shown) {
    take(left, tab, shown, false);
  }

  private void take(List<Problem> left, Tab tab, List<Problem> shown, boolean more) {
    mark(tab, shown, more);
    left.removeAll(shown);
  }

  /** What is wrong is told from what merely never has a turn. */
  private void mark(Tab tab, List<Problem> shown, boolean more) {
    boolean wrong = more || !model.remarks().containsAll(shown);
    mark(tab, wrong, !shown.isEmpty());
  }

  private ListEditor macroList() {
    ListEditor editor =
        new ListEditor(
            TEXT.get("macros.add"),
            Tree.Fields.NONE.with("name", "").with("send", ""),
            this::macro);
    editor.edit(model.form(), "macros");
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
    return FormParts.column(
        new EvenRow(name, key),
        PayloadForm.payload(row.tagged("item.send", "text"), marks, ".send"));
  }
}
