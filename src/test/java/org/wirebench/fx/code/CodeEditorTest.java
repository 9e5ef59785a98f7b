package org.wirebench.fx.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.document.TextFault;
import org.wirebench.fx.CaretRest;
import org.wirebench.fx.FxJobs;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.FakeClock;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestWindow;

@Timeout(60)
class CodeEditorTest {
  private final FakeClock clock = new FakeClock();
  @RegisterExtension private final TestJobs jobs = new TestJobs(clock);
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final FxRobot robot = Fx.robot();
  private final StringProperty text = new SimpleStringProperty("");
  private final Button other = Fx.call(Button::new);

  private CodeEditor show(Syntax syntax, String begin) {
    text.set(begin);
    CodeEditor editor = Fx.call(() -> new CodeEditor(text, syntax));
    VBox.setVgrow(editor, Priority.ALWAYS);
    VBox root = Fx.call(() -> new VBox(other, editor));
    window.show(root, 600, 400);
    Fx.run(editor::requestFocus);
    return editor;
  }

  /** The colour of the first part with that text; null while there is none. */
  private static @Nullable Paint color(CodeEditor editor, String part) {
    return Fx.call(
        () ->
            editor.lookupAll("*").stream()
                .filter(node -> node instanceof Text one && one.getText().equals(part))
                .map(node -> ((Text) node).getFill())
                .findFirst()
                .orElse(null));
  }

  /** How many waves there are: lines that are neither the caret nor an edge. */
  private static long waves(CodeEditor editor) {
    return Fx.call(
        () ->
            editor.lookupAll("*").stream()
                .filter(node -> node instanceof Path one && one.getElements().size() > 4)
                .filter(node -> ((Path) node).getStroke() != null)
                .count());
  }

  @Test
  void whatIsTypedIsTheTextAndTheOtherWayRound() {
    CodeEditor editor = show(Syntax.JSON, "");
    robot.write("{\"a\": 1}").type(KeyCode.ENTER).write("x");
    assertThat(text.get()).isEqualTo("{\"a\": 1}\nx");
    Fx.run(() -> text.set("[\n2\n]"));
    assertThat(Fx.call(editor::getText)).isEqualTo("[\n2\n]");
    assertThat(Fx.call(editor::getAccessibleRole)).isEqualTo(AccessibleRole.TEXT_AREA);
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(text.get()).isEqualTo("{\"a\": 1}\nx");
  }

  @Test
  void partsHaveTheirStylesAndAFaultIsUnderlined() {
    CodeEditor editor = show(Syntax.JSON, "{\"a\": \"b\", \"{{c}}\": 1 true}");
    Fx.until(() -> color(editor, "\"a\"") != null);
    assertThat(color(editor, "\"a\"")).isNotEqualTo(color(editor, "\"b\""));
    assertThat(color(editor, "{{c}}")).isNotNull().isNotEqualTo(color(editor, "\"a\""));
    assertThat(CutText.shownIn(editor)).isEmpty();
    assertThat(waves(editor)).isZero();
    Fx.run(() -> editor.mark(Optional.of(new TextFault(1, 23, "a comma"))));
    Fx.until(() -> waves(editor) == 1);
    Fx.run(() -> editor.mark(Optional.empty()));
    Fx.until(() -> waves(editor) == 0);
  }

  @Test
  void aCommentThatIsOpenedColoursTheLinesBelow() {
    CodeEditor editor = show(Syntax.XML, "<a>\n<b/>\n</a>");
    Fx.until(() -> color(editor, "b") != null);
    TextPos _ = Fx.call(() -> editor.replaceText(TextPos.ZERO, TextPos.ZERO, "<!--"));
    Fx.until(() -> color(editor, "<b/>") != null && color(editor, "b") == null);
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    Fx.until(() -> color(editor, "b") != null);
  }

  @Test
  void longTextsAndLongLinesHaveNoColoursAndStayQuick() {
    String line = "  {\"id\": 1, \"name\": \"Item\", \"tags\": [\"a\", \"b\"]},\n";
    CodeEditor editor = show(Syntax.JSON, "{\"a\": 1}");
    Fx.until(() -> color(editor, "\"a\"") != null);
    ClipboardContent content = new ClipboardContent();
    content.putString(line.repeat(5_000_000 / line.length()));
    Fx.run(
        () -> {
          boolean _ = Clipboard.getSystemClipboard().setContent(content);
          editor.selectAll();
        });
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    Fx.until(() -> text.get().length() > 4_900_000);
    Fx.until(() -> color(editor, "\"id\"") == null);
    long before = cpu();
    robot.write("abcdefghij");
    // A tenth of that is usual; what would be made of five million characters takes far more.
    assertThat(cpu() - before).isLessThan(Duration.ofSeconds(5).toNanos());
    assertThat(text.get()).endsWith("abcdefghij");

    Fx.run(() -> text.set(line.replace("\n", " ").repeat(100_000 / line.length())));
    Fx.until(() -> color(editor, "\"id\"") != null);
    assertThat(Fx.call(() -> editor.lookupAll("*").size())).isLessThan(1000);
  }

  private static long cpu() {
    long thread = Fx.call(() -> Thread.currentThread().threadId());
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
  }

  @Test
  void tabIsTypedAndTheKeysOfTheKeyboardLeaveIt() {
    CodeEditor editor = show(Syntax.JSON, "");
    robot.type(KeyCode.TAB);
    assertThat(text.get()).isEqualTo("  ");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    Fx.until(() -> !editor.isFocused());
  }

  /** A period of nought asks for no frames; those of a window are asked for by others too. */
  @Test
  void aCaretThatRestsAndOneThatWasLeftDoNotBlink() {
    CodeEditor editor = show(Syntax.JSON, "{}");
    Fx.run(() -> CaretRest.install(new FxJobs(jobs.jobs(), jobs.faults()::add), editor.getScene()));
    robot.write("1");
    Fx.until(() -> blinks(editor));
    clock.advance(CaretRest.AFTER);
    Fx.until(() -> !blinks(editor));
    Node caret = Fx.call(() -> editor.lookup(".caret"));
    assertThat(Fx.call(caret::isVisible)).isTrue();
    robot.write("2");
    Fx.until(() -> blinks(editor));
    Fx.run(other::requestFocus);
    Fx.until(() -> !blinks(editor));
  }

  private static boolean blinks(CodeEditor editor) {
    return Fx.call(() -> editor.getCaretBlinkPeriod().toMillis() > 0);
  }
}
