package org.wirebench.fx.frame;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.CodePane;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.Tip;

/** The left side: all that is asked besides the address, in tabs, the last of which is the code. */
public abstract class FormTabs extends TabPane {
  private static final Messages TEXT = Messages.of(FormTabs.class);

  /** What the tab with the code is called. */
  public static final String CODE = TEXT.get("tab.code");

  private final CodePane<?> codePane;
  private final Tab code;

  /**
   * @param codePane the form as code
   */
  protected FormTabs(CodePane<?> codePane) {
    this.codePane = codePane;
    code = new Tab(CODE, codePane);
    codePane.writeWhile(code.selectedProperty());
    getStyleClass().addAll("dense", "setup-pane");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
  }

  /** Shows these tabs, and the code behind them. */
  protected final void setPages(Tab... pages) {
    getTabs().setAll(pages);
    getTabs().add(code);
  }

  /** Whether the form is shown as code now. */
  public final ReadOnlyBooleanProperty codeShownProperty() {
    return code.selectedProperty();
  }

  /** Copies the code. */
  protected final Action copyCode() {
    return codePane.copy();
  }

  /** Shows one of the tabs: the first whose title this is. */
  public final void show(String title) {
    FormParts.select(this, title);
  }

  /** Shows what is wrong at the fields, and which tabs they are in. */
  public abstract void showProblems();

  /** What can be done with what is typed here. */
  public abstract List<Action> actions();

  /**
   * Says at a tab whether something in it cannot be used as it is typed; or else, though well, has
   * no effect.
   */
  protected static void mark(Tab tab, boolean wrong, boolean idle) {
    if (wrong) {
      mark(tab, TEXT.get("tab.wrong"), Feather.ALERT_CIRCLE, "problem-mark");
    } else if (idle) {
      mark(tab, TEXT.get("tab.remark"), Feather.INFO, "remark-mark");
    } else {
      tab.setGraphic(null);
      tab.setTooltip(null);
    }
  }

  private static void mark(Tab tab, String words, Ikon icon, String style) {
    if (tab.getTooltip() == null || !tab.getTooltip().getText().equals(words)) {
      Node mark = Describe.icon(icon);
      mark.getStyleClass().add(style);
      tab.setGraphic(mark);
      tab.setTooltip(new Tip(words));
    }
  }
}
