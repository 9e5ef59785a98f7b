package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.terminal.engine.ColorSchemes;
import org.wirebench.testkit.Fx;

/** What is selected as HTML. */
@Timeout(60)
class TerminalHtmlTest {
  private static final String LIGHT = "Wirebench Light";

  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();

  private String text = "";

  /** What is between the tags, with the text that came with it in {@link #text}. */
  private String copied() {
    Fx.run(() -> Shown.put("nothing"));
    Fx.run(() -> shown.view().copyHtml());
    Fx.until(() -> Clipboard.getSystemClipboard().hasHtml());
    text = Fx.call(() -> Clipboard.getSystemClipboard().getString());
    String html = Fx.call(() -> Clipboard.getSystemClipboard().getHtml());
    String pre =
        "<pre style=\"background:#[0-9a-f]{6};color:#[0-9a-f]{6};font-family:monospace\">\n";
    assertThat(html).matches("(?s)" + pre + ".*</pre>");
    return html.replaceFirst(pre, "").replaceFirst("</pre>$", "");
  }

  private String copiedAll() {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    return copied();
  }

  @Test
  void coloursAndLooksAreKept() {
    shown.show();
    Fx.run(() -> shown.view().schemeProperty().set(ColorSchemes.byName(LIGHT).orElseThrow()));
    shown.write(
        "a \033[1;38;2;1;2;3mbold\033[0m \033[3;4mit\033[0m\033[9;48;2;244;245;246mx\033[0m\r\n");
    shown.write(
        "\033[4:3;58;2;7;8;9mcurly\033[0m \033[7;38;2;1;2;3;48;2;244;245;246minverse\033[0m end");
    shown.untilShown("end");
    assertThat(copiedAll())
        .isEqualTo(
            "a <span style=\"color:#010203;font-weight:bold\">bold</span>"
                + " <span style=\"font-style:italic;text-decoration:underline\">it</span>"
                + "<span style=\"background:#f4f5f6;text-decoration:line-through\">x</span>\n"
                + "<span style=\"text-decoration:underline;text-decoration-style:wavy;"
                + "text-decoration-color:#070809\">curly</span>"
                + " <span style=\"color:#f4f5f6;background:#010203\">inverse</span> end"
                + "\n".repeat(shown.view().sizeProperty().get().rows() - 2));
    assertThat(text).startsWith("a bold itx\ncurly inverse end");
  }

  @Test
  void theColoursAreThoseOfTheProgram() {
    shown.show().write("\033]4;1;#123456\007\033[31mred");
    shown.untilShown("red");
    assertThat(copiedAll()).startsWith("<span style=\"color:#123456\">red</span>");
  }

  @Test
  void textCanBeReadAsOnTheScreenAndPicturesStayAsTheyAre() {
    shown.show().write("\033[38;2;1;2;3;48;2;4;5;6mdark\u2588\033[m");
    shown.untilShown("dark");
    String html = copiedAll();
    String look = "<span style=\"color:#([0-9a-f]{6});background:#040506\">";
    Matcher found = Pattern.compile(look + "dark</span>" + look + "\u2588</span>").matcher(html);
    assertThat(found.lookingAt()).as(html).isTrue();
    int color = Integer.parseInt(found.group(1), 16);
    assertThat(Contrast.of(color, 0x040506)).isGreaterThanOrEqualTo(Contrast.LEAST);
    assertThat(found.group(2)).isEqualTo("010203");
  }

  @Test
  void markupOfTheTextIsText() {
    shown.show().write("</pre><script>\"a\" & b</script>");
    shown.untilShown("script");
    assertThat(copiedAll().strip())
        .isEqualTo("&lt;/pre&gt;&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;");
  }

  @Test
  void rowsOfTheScrollbackAreLinesAsTheyWereWritten() {
    shown.show();
    int columns = shown.view().sizeProperty().get().columns();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String line = i + " " + "x".repeat(columns - 3) + "漢字 end";
      shown.write(line + "\r\n");
      lines.append(line).append('\n');
    }
    shown.write("last");
    shown.untilShown("last");
    assertThat(copiedAll()).isEqualTo(lines + "last");
  }

  @Test
  void aBlockIsItsColumns() {
    shown.show().write("abc\r\ndef\r\nghi");
    shown.untilShown("ghi");
    shown.drag(KeyCode.ALT, shown.before(1, 3), shown.before(0, 1));
    assertThat(copied()).isEqualTo("bc\nef");
    assertThat(text).isEqualTo("bc\nef");
  }
}
