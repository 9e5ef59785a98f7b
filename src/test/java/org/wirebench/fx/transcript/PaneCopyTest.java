package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.transcript.CopyForm;
import org.wirebench.core.transcript.TextRows;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.Fx;

/** What is copied and saved of a transcript in its pane. */
@Timeout(60)
class PaneCopyTest {
  @TempDir private Path folder;
  @RegisterExtension private final ShownPane shown = new ShownPane();
  private final FxRobot robot = Fx.robot();

  @Test
  void copyPutsTheExactBytesOfTheSelectedRowsOnTheClipboard() {
    shown.receive("a\r\n");
    shown.transcript().event(0, "something");
    shown.send("\u00e4");
    shown.untilShown("← a\\r", "· something", "→ ä");
    robot.clickOn(shown.pane().log());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    copy(CopyForm.HEX, "61 0d 0a c3 a4");
    copy(CopyForm.PYTHON, "b\"a\\r\\n\\xc3\\xa4\"");
    copy(CopyForm.TEXT, "a\r\nä");
    assertThat(shown.told()).contains("Copied 5 B");

    robot.clickOn(shown.pane().log());
    robot.push(KeyCode.CONTROL, KeyCode.HOME);
    copy(CopyForm.HEX, "61 0d 0a");
  }

  @Test
  void whereNothingIsSelectedAllOfItIsCopied() {
    shown.receive("a\n");
    shown.send("b\n");
    shown.untilShown("← a", "→ b");
    copy(CopyForm.C_ARRAY, "const unsigned char data[4] = {\n    0x61, 0x0a, 0x62, 0x0a\n};\n");
  }

  private void copy(CopyForm form, String expected) {
    MenuButton menu = Fx.call(() -> (MenuButton) shown.pane().lookup("#transcript-copy"));
    robot.clickOn(menu);
    await().until(() -> Fx.call(menu::isShowing));
    for (int i = 0; i <= List.of(CopyForm.values()).indexOf(form); i++) {
      robot.push(KeyCode.DOWN);
    }
    robot.push(KeyCode.ENTER);
    await().until(() -> !Fx.call(menu::isShowing));
    untilCopied(expected);
  }

  @Test
  void aLongLineIsMarkedWhereItGoesOnAndCopiedAsOne() {
    String line = "x".repeat(2 * TextRows.LONGEST) + "end";
    shown.receive(line + "\nnext\n");
    await()
        .untilAsserted(
            () ->
                assertThat(shown.shown().stream().map(row -> row.substring(0, 3)))
                    .containsExactly("← x", "… x", "… e", "← n"));
    robot.clickOn(shown.pane().log());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    untilCopied(line + "\nnext");

    shown.type("#transcript-filter", "e");
    shown.untilLabel("#transcript-rows", "2 of 4 rows");
    robot.clickOn(shown.pane().log());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    untilCopied("end\nnext");
  }

  private void untilCopied(String expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo(expected));
  }

  @Test
  void onlyWhatSomePartiesSaidIsShownAndSaved() throws Exception {
    for (int party = 1; party <= 3; party++) {
      byte[] said = ("party " + party + "\n").getBytes(UTF_8);
      shown.transcript().add(Direction.IN, party, said, 0, said.length);
    }
    Fx.run(() -> shown.pane().show(shown.transcript(), UTF_8, _ -> "", Set.of(1, 3)));
    shown.untilShown("← party 1", "← party 3");
    Path bytes = folder.resolve("some.bin");
    Path text = folder.resolve("some.txt");
    Fx.run(() -> shown.pane().saving().save(SaveMenu.Form.BOTH, bytes));
    Fx.run(() -> shown.pane().saving().save(SaveMenu.Form.TEXT, text));
    await().until(() -> shown.told().size() == 2);
    assertThat(bytes).hasContent("party 1\nparty 3\n");
    assertThat(Files.readAllLines(text)).hasSize(3);
    Fx.run(() -> shown.pane().show(shown.transcript(), UTF_8, _ -> "", Set.of()));
    shown.untilShown("← party 1", "← party 2", "← party 3");
  }

  @Test
  void savingWritesTheWholeTranscriptWhateverIsShown() throws Exception {
    shown.receive("one\n");
    shown.send("two\n");
    shown.type("#transcript-filter", "nothing");
    shown.untilLabel("#transcript-rows", "0 of 2 rows");
    Path bytes = folder.resolve("in.bin");
    Path text = folder.resolve("all.txt");
    Fx.run(() -> shown.pane().saving().save(SaveMenu.Form.RECEIVED, bytes));
    Fx.run(() -> shown.pane().saving().save(SaveMenu.Form.TEXT, text));
    await().until(() -> shown.told().size() == 2);
    assertThat(shown.told()).containsExactlyInAnyOrder("Saved in.bin", "Saved all.txt");
    assertThat(bytes).hasContent("one\n");
    assertThat(Files.readAllLines(text)).hasSize(3);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("in.bin", "all.txt");
    }
  }
}
