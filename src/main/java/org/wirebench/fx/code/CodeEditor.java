package org.wirebench.fx.code;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.document.TextFault;
import org.wirebench.fx.CaretRest;
import org.wirebench.fx.VariableTips;

/**
 * An area for text of a language, with the numbers of its lines and its colours.
 * docs/decisions/0018 says why it is made of an incubator module. FX thread only.
 */
public final class CodeEditor extends CodeArea implements VariableTips.Texted {
  /** Longer texts have no colours. */
  public static final int LONGEST = 1_000_000;

  private static final String INDENT = "  ";

  private final StringProperty text;
  private CodeColors colors;
  private Subscription following = Subscription.EMPTY;
  private boolean taking;
  private boolean giving;

  /**
   * @param text what is typed; may be set elsewhere too, which can be undone here
   */
  public CodeEditor(StringProperty text, Syntax syntax) {
    this.text = text;
    CodeStyles styles = new CodeStyles(this::recolor);
    getChildren().add(styles.node());
    this.colors = CodeColors.of(syntax, styles);
    getStyleClass().add("code-editor");
    setLineNumbersEnabled(true);
    setText(text.get());
    clearUndoRedo();
    // Without a caret nothing can be typed by who came with the keyboard.
    select(TextPos.ZERO);
    paint();
    getModel().addListener(change -> edited(change.isEdit()));
    sceneProperty().subscribe(this::follow);
    // As wide as what Format indents by.
    getInputMap().registerFunction(Tag.INSERT_TAB, () -> insert(INDENT));
    CaretRest.blink(this);
  }

  /** One that was taken away is forgotten by the text. */
  private void follow(@Nullable Scene scene) {
    following.unsubscribe();
    following = scene == null ? Subscription.EMPTY : text.subscribe(this::take);
  }

  /** Marks where the text is wrong; empty for nowhere. */
  public void mark(Optional<TextFault> fault) {
    if (!fault.equals(colors.fault())) {
      colors = colors.with(fault);
      paint();
    }
  }

  /** Marks the variables of other names than these, as nothing stands for them. */
  public void known(Set<String> variables) {
    if (!variables.equals(colors.known())) {
      colors = colors.with(Set.copyOf(variables));
      paint();
    }
  }

  /** Its text, as long as that can be looked over with each key. */
  @Override
  public String textOfVariables() {
    String now = text.get();
    return now.length() <= LONGEST ? now : "";
  }

  @Override
  public String variableAt(double screenX, double screenY) {
    TextPos at = getTextPosition(screenX, screenY);
    if (at == null || at.index() >= getParagraphCount()) {
      return "";
    }
    return Paint.variableAt(getPlainText(at.index()), at.offset());
  }

  private void insert(String some) {
    SelectionSegment selected = getSelection();
    if (selected != null) {
      select(replaceText(selected.getMin(), selected.getMax(), some));
    }
  }

  private void recolor() {
    colors = colors.again();
    paint();
  }

  private void paint() {
    boolean few = text.get().length() <= LONGEST;
    CodeColors now = few ? colors : null;
    if (getSyntaxDecorator() != now) {
      setSyntaxDecorator(now);
    }
  }

  private void edited(boolean edit) {
    if (edit && !taking) {
      giving = true;
      text.set(typed());
      giving = false;
      paint();
    }
  }

  private void take(@Nullable String now) {
    if (!giving && now != null && !now.equals(typed())) {
      taking = true;
      TextPos _ = replaceText(TextPos.ZERO, getDocumentEnd(), now);
      select(TextPos.ZERO);
      taking = false;
      paint();
    }
  }

  /** Its own way to the text, since that of the control makes the colours of each line first. */
  private String typed() {
    StringBuilder all = new StringBuilder();
    if (getModel() instanceof CodeTextModel lines) {
      for (int line = 0; line < lines.size(); line++) {
        all.append(line == 0 ? "" : "\n").append(lines.getPlainText(line));
      }
    }
    return all.toString();
  }
}
