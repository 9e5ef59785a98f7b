package org.wirebench.fx.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.AddressRow;
import org.wirebench.fx.Draft;
import org.wirebench.fx.FailureBanner;
import org.wirebench.fx.KeptDivider;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.VariableTips;

/**
 * What the tabs of all tools have in common: the address row with its button, what is wrong and
 * what failed below it, the form beside what came; what was run last, the server of the lab that
 * was meant, and what is kept with the tab. FX thread only.
 */
public final class ToolFrame {
  private static final Messages TEXT = Messages.of(ToolFrame.class);

  /** Lines of code are longer than those of a form. */
  private static final double CODE_SHARE = 0.6;

  private final ToolContext context;
  private final Tool<?, ?> tool;
  private final ToolModel<?> model;
  private final ToolAddress address;
  private final LabTarget labTarget;
  private final AddressRow row;
  private final FailureBanner banner = new FailureBanner();
  private final VBox root = new VBox();
  private final List<Draft> drafts = new ArrayList<>();
  private ObservableValue<?> edits;
  private String again = TEXT.get("remedy.again");
  private Function<Failure, List<Action>> remedies = _ -> List.of();

  /**
   * @param lab how the form is aimed at a server of the lab
   */
  public ToolFrame(
      ToolContext context,
      Tool<?, ?> tool,
      ToolModel<?> model,
      ToolAddress address,
      LabTarget.Form lab) {
    this.context = context;
    this.tool = tool;
    this.model = model;
    this.address = address;
    this.labTarget = new LabTarget(context, model, lab);
    this.row = addressRow();
    this.edits = model.form().treeProperty();
  }

  private AddressRow addressRow() {
    AddressRow made = new AddressRow(context.jobs(), address.controls());
    made.blockedProperty().bind(model.blockedProperty());
    made.busyProperty().bind(model.runningProperty());
    made.setOnPrimary(this::start);
    made.setOnCancel(model::stop);
    made.setStep(model::step);
    return made;
  }

  /** The address row, to say what its button does. */
  public AddressRow row() {
    return row;
  }

  /** What failed, to say where it stands below the address. */
  public Node banner() {
    return banner;
  }

  /** Leaves the steps of what failed to the part of the view that always shows them. */
  public void setStepsElsewhere() {
    banner.setStepsElsewhere();
  }

  /** What trying again after a failure is called; "Retry" unless set. */
  public void setAgain(String title) {
    again = title;
  }

  /** What of this tool alone can be done with one click after a failure. */
  public void setRemedies(Function<Failure, List<Action>> found) {
    remedies = found;
  }

  /** Has the tab look as a sheet beside {@code home} says. */
  public void style(Class<?> home, String sheet) {
    root.getStylesheets()
        .add(Objects.requireNonNull(home.getResource(sheet), sheet).toExternalForm());
  }

  /**
   * Puts everything in its place; called once, when the tool has made the rest of its view.
   *
   * @param below what stands under the address and what is wrong with it, from top to bottom
   * @param content what came, beside the form
   * @param share of the room for the form at first, from 0 to 1
   * @param kept what is kept with the tab besides what the frame keeps itself
   */
  public void fill(List<Node> below, FormTabs form, Region content, double share, Draft... kept) {
    // In a window that is too small the button stays in sight; a part of what came goes.
    content.setMinWidth(0);
    SplitPane split = new SplitPane(form, content);
    VBox.setVgrow(split, Priority.ALWAYS);
    KeptDivider divider = new KeptDivider(split, share);
    divider.asideWhile(form.codeShownProperty(), CODE_SHARE);
    VBox under = new VBox(address.problem());
    under.getChildren().addAll(below);
    under.getStyleClass().add("below-address");
    root.getStyleClass().add("tool-view");
    root.getChildren().setAll(row, under, split);
    root.setMinSize(0, 0);
    VariableTips.install(root, context.variables());
    drafts.addAll(List.of(kept));
    drafts.addAll(List.of(labTarget, divider));
    edits = Bindings.createObjectBinding(Object::new, changes());
    listen(form);
  }

  private Observable[] changes() {
    List<Observable> changes = new ArrayList<>(List.of(model.form().treeProperty()));
    drafts.forEach(draft -> changes.addAll(draft.changes()));
    return changes.toArray(Observable[]::new);
  }

  private void listen(FormTabs form) {
    model.form().treeProperty().addListener((_, _, _) -> edited(form));
    // A variable may stand for something else, and the same parts of an address may be written so
    // that something else is wrong with it: nothing of the form was typed.
    model.problems().addListener((Observable _) -> edited(form));
    model.failureProperty().addListener((_, _, now) -> showFailure(now));
    edited(form);
  }

  private void edited(FormTabs form) {
    form.showProblems();
    address.edited();
  }

  private void showFailure(@Nullable Failure failure) {
    if (failure == null) {
      banner.hide();
    } else {
      // What was wrong with an older run is not mended in the form of the next.
      banner.show(failure, model.isLastShown() ? remedies(failure) : new Action[0]);
    }
  }

  /** The likeliest first. */
  private Action[] remedies(Failure failure) {
    List<Action> found = new ArrayList<>();
    labTarget.remedy(failure, this::start).ifPresent(found::add);
    Remedies.trust(failure, model.form(), this::start).ifPresent(found::add);
    found.addAll(remedies.apply(failure));
    found.add(Action.of(again, Feather.REFRESH_CW, this::start));
    return found.toArray(Action[]::new);
  }

  /** Runs what is typed, and remembers it. */
  public void start() {
    labTarget.look();
    // A server of the lab listens elsewhere the next time, and somebody else may have its port.
    if (!labTarget.isMeant()) {
      remember(model.entry());
    }
    model.start();
  }

  private void remember(Entry now) {
    context
        .recent()
        .used(now.named(address.name(now.request())).with(tool.withoutSecrets(now.request())));
  }

  /** The whole tab. */
  Node node() {
    return root;
  }

  ToolModel<?> model() {
    return model;
  }

  /** Invalidated whenever what was typed, or is kept with it, changes. */
  Observable edits() {
    return edits;
  }

  Map<String, String> draft() {
    Map<String, String> all = new LinkedHashMap<>();
    drafts.forEach(one -> all.putAll(one.draft()));
    return all;
  }

  void restore(Map<String, String> draft) {
    drafts.forEach(one -> one.restore(draft));
  }

  void focus() {
    address.focus();
  }
}
