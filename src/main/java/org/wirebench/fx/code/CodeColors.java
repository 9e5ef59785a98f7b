package org.wirebench.fx.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import org.wirebench.core.document.TextFault;

/**
 * The colours of the lines on the screen, made when they are drawn. What a line begins in is known
 * from the lines above, which are looked at once. FX thread only.
 */
final class CodeColors implements SyntaxDecorator {
  /** What comes behind has no colours: each part is a node of its own. */
  static final int LONGEST_LINE = 1000;

  private final Lexer lexer;
  private final CodeStyles styles;
  private final Optional<TextFault> fault;
  private final Set<String> known;
  private final List<Integer> begins;

  private CodeColors(
      Lexer lexer,
      CodeStyles styles,
      Optional<TextFault> fault,
      Set<String> known,
      List<Integer> begins) {
    this.lexer = lexer;
    this.styles = styles;
    this.fault = fault;
    this.known = known;
    this.begins = begins;
  }

  static CodeColors of(Syntax syntax, CodeStyles styles) {
    return new CodeColors(syntax.lexer(), styles, Optional.empty(), Set.of(), new ArrayList<>());
  }

  /** The same with another fault marked; empty for none. */
  CodeColors with(Optional<TextFault> other) {
    return new CodeColors(lexer, styles, other, known, begins);
  }

  /** The same to be asked anew, since it looks different now. */
  CodeColors again() {
    return new CodeColors(lexer, styles, fault, known, begins);
  }

  /** The same where these are the variables that are known. */
  CodeColors with(Set<String> variables) {
    return new CodeColors(lexer, styles, fault, variables, begins);
  }

  Set<String> known() {
    return known;
  }

  Optional<TextFault> fault() {
    return fault;
  }

  /** The lines below {@code line} may begin in something else now. */
  void changed(int line) {
    if (begins.size() > line + 1) {
      begins.subList(line + 1, begins.size()).clear();
    }
  }

  @Override
  public void handleChange(
      CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
    changed(start.index());
  }

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int index) {
    String line = model.getPlainText(index);
    int begin = begin(model, index);
    Paint paint = new Paint(line.length());
    int _ = lexer.line(line, begin, paint);
    paint.variables(line, known::contains);
    paint.fill(LONGEST_LINE, line.length(), Paint.Kind.PLAIN);
    RichParagraph.Builder made = RichParagraph.builder();
    for (int from = 0; from < line.length(); ) {
      int to = paint.runEnd(from);
      made.addSegment(line.substring(from, to), styles.of(paint.at(from)));
      from = to;
    }
    fault.filter(one -> one.line() == index + 1).ifPresent(one -> mark(one, line.length(), made));
    return made.build();
  }

  /** Under the character that is wrong, or under the last where something is missing behind it. */
  private static void mark(TextFault fault, int length, RichParagraph.Builder made) {
    if (length > 0) {
      int at = (int) Math.clamp(fault.column() - 1, 0, length - 1L);
      made.addWavyUnderline(at, 1, "code-fault");
    }
  }

  private int begin(CodeTextModel model, int index) {
    if (begins.isEmpty()) {
      begins.add(Lexer.BEGIN);
    }
    for (int line = begins.size() - 1; line < index; line++) {
      String text = model.getPlainText(line);
      begins.add(lexer.line(text, begins.get(line), new Paint(text.length())));
    }
    return begins.get(index);
  }
}
