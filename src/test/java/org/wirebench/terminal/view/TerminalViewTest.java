package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.terminal.engine.ColorScheme;
import org.wirebench.terminal.engine.ColorSchemes;
import org.wirebench.testkit.Fx;

/** The terminal as a control, with the keyboard and the mouse of a user. */
@Timeout(60)
class TerminalViewTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();

  @Test
  void whatAProgramWritesIsShown() {
    shown.show().write("hello \033[31mred\033[m\r\n漢字 e\u0301\r\n");
    shown.untilShown("hello red\n漢字 e\u0301");
  }

  @Test
  void keysAreSentAsXtermSendsThem() {
    shown.show();
    robot.write("ab Ä");
    shown.untilSent("ab Ä");
    robot.type(KeyCode.ENTER).type(KeyCode.UP).type(KeyCode.BACK_SPACE).type(KeyCode.TAB);
    shown.untilSent("\r\033[A\177\t");
    robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.ALT, KeyCode.X);
    shown.untilSent("\3\033x");
    robot.push(KeyCode.SHIFT, KeyCode.F5).push(KeyCode.CONTROL, KeyCode.LEFT);
    shown.untilSent("\033[15;2~\033[1;5D");
    shown.write("\033[?1hready");
    shown.untilShown("ready");
    robot.type(KeyCode.UP);
    shown.untilSent("\033OA");
  }

  @Test
  void keysAreToldApartWhereAProgramWantsThat() {
    shown.show().write("\033[>4;1msome");
    shown.untilShown("some");
    robot.push(KeyCode.SHIFT, KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.SEMICOLON);
    shown.untilSent("\033[27;2;13~\033[27;5;59~");
    robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.ALT, KeyCode.X).type(KeyCode.ENTER);
    shown.untilSent("\3\033x\r");
    shown.write("\r\033[>4;2mall");
    shown.untilShown("alle");
    robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.ALT, KeyCode.X).type(KeyCode.ENTER);
    shown.untilSent("\033[27;5;99~\033[27;3;120~\r");
  }

  @Test
  void ctrlAndAltAreBothTold() {
    shown.show();
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.F);
    shown.untilSent("\033\6");
    robot.push(KeyCode.ALT, KeyCode.PERIOD);
    shown.untilSent("\033.");
    Fx.run(
        () -> {
          shown.view().fireEvent(key(KeyEvent.KEY_PRESSED, "", KeyCode.PERIOD));
          shown.view().fireEvent(key(KeyEvent.KEY_TYPED, ">", KeyCode.UNDEFINED));
        });
    shown.untilSent("\033>");
  }

  /** A key with Shift and Alt, as a keyboard of the United States has it. */
  private static KeyEvent key(EventType<KeyEvent> type, String character, KeyCode code) {
    return new KeyEvent(type, character, "", code, true, false, true, false);
  }

  @Test
  void aProgramHearsOfTheMouseWhenThatIsInAnotherCell() {
    shown.show().write("\033[?1003h\033[?1006hready");
    shown.untilShown("ready");
    Point2D cell = shown.at(2, 4);
    shown.move(cell, cell.add(1, 1), cell.add(0, 2), shown.at(2, 5));
    shown.untilSent("\033[<35;5;3M\033[<35;6;3M");
    shown.click(MouseButton.PRIMARY, shown.at(2, 5));
    shown.untilSent("\033[<0;6;3M\033[<0;6;3m");
  }

  @Test
  void aProgramThatHasEndedIsNotToldOfSizes() throws Exception {
    AtomicInteger ends = new AtomicInteger();
    shown.show();
    Fx.run(() -> shown.view().setOnEnd(_ -> ends.incrementAndGet()));
    shown.end();
    Fx.until(() -> ends.get() == 1);
    TerminalSize before = shown.sizes().getLast();
    shown.zoom(3);
    Fx.until(() -> !shown.view().sizeProperty().get().equals(before));
    assertThat(shown.sizes().getLast()).isEqualTo(before);
  }

  @Test
  void aProgramIsToldOfLightAndDark() {
    shown.show();
    ColorScheme light = ColorSchemes.byName("Solarized Light").orElseThrow();
    Fx.run(() -> shown.view().schemeProperty().set(ColorScheme.DEFAULT));
    shown.write("\033[?2031hready");
    shown.untilShown("ready");
    Fx.run(() -> shown.view().schemeProperty().set(light));
    shown.untilSent("\033[?997;2n");
    Fx.run(() -> shown.view().schemeProperty().set(ColorScheme.DEFAULT));
    shown.untilSent("\033[?997;1n");
  }

  @Test
  void questionsAreAnswered() {
    shown.show().write("\033[6n");
    shown.untilSent("\033[1;1R");
  }

  @Test
  void aDragSelectsAndCopyTakesLinesAsTheyWereWritten() {
    shown.show();
    int columns = shown.view().sizeProperty().get().columns();
    String wrapped = "x".repeat(columns) + "yy";
    shown.write("one two\r\n" + wrapped + "\r\nend");
    shown.untilShown("end");
    robot.drag(shown.before(0, 4), MouseButton.PRIMARY).dropTo(shown.before(3, 2));
    assertThat(shown.copied()).isEqualTo("two\n" + wrapped + "\nen");
    robot.type(KeyCode.A);
    assertThat(Fx.call(() -> shown.view().selection().property().get())).isNull();
  }

  @Test
  void whatIsSelectedGrowsWhileTheMouseIsHeldOutside() {
    shown.show();
    for (int i = 0; i < 200; i++) {
      shown.write("line " + i + "\r\n");
    }
    shown.write("end");
    shown.untilShown("end");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.HOME);
    shown.untilShown("line 0\n");
    Point2D below = Fx.call(() -> shown.view().localToScreen(30, shown.view().getHeight() + 60));
    shown.hold(shown.before(5, 0), below);
    Fx.until(() -> shown.text().contains("line 100\n"));
    shown.letGo(below);
    Fx.settle();
    String still = shown.text();
    Fx.settle();
    assertThat(shown.text()).isEqualTo(still);
    assertThat(shown.copied()).startsWith("line 5\n").contains("line 90\n");
  }

  @Test
  void clicksSelectWordsAndLinesAndAltABlock() {
    shown.show().write("cd /usr/lib (now)\r\nab cd ef\r\n");
    shown.untilShown("ab cd");
    robot.moveTo(shown.at(0, 6)).doubleClickOn(MouseButton.PRIMARY);
    assertThat(shown.copied()).isEqualTo("/usr/lib");
    robot.clickOn(MouseButton.PRIMARY);
    assertThat(shown.copied()).isEqualTo("cd /usr/lib (now)\n");
    shown.drag(KeyCode.ALT, shown.before(0, 3), shown.before(1, 6));
    assertThat(shown.copied()).isEqualTo("/us\ncd");
  }

  @Test
  void whoScrolledUpStaysThereAndTypingGoesToTheEnd() {
    shown.show();
    for (int i = 0; i < 100; i++) {
      shown.write("line " + i + "\r\n");
    }
    shown.untilShown("line 99");
    robot.moveTo(shown.at(3, 3)).scroll(5, VerticalDirection.UP);
    Fx.until(() -> !shown.text().contains("line 99"));
    String before = shown.text();
    shown.write("more\r\nmore\r\n");
    Fx.settle();
    assertThat(shown.text()).isEqualTo(before);
    robot.type(KeyCode.A);
    shown.untilShown("more\nmore");
    robot.push(KeyCode.SHIFT, KeyCode.PAGE_UP);
    Fx.until(() -> !shown.text().contains("more"));
  }

  @Test
  void theMouseIsTheProgramsWhereThatWantsIt() {
    shown.show().write("\033[?1000h\033[?1006hready");
    shown.untilShown("ready");
    robot.moveTo(shown.at(2, 4)).clickOn(MouseButton.PRIMARY);
    shown.untilSent("\033[<0;5;3M\033[<0;5;3m");
    robot.scroll(1, VerticalDirection.DOWN);
    shown.untilSent("\033[<65;5;3M");
    shown.drag(KeyCode.SHIFT, shown.before(0, 0), shown.before(0, 5));
    assertThat(shown.copied()).isEqualTo("ready");
  }

  @Test
  void theWheelMovesTheCursorInAPagerAndZoomsWithCtrl() {
    shown.show().write("\033[?1049hpager");
    shown.untilShown("pager");
    robot.moveTo(shown.at(2, 2)).scroll(1, VerticalDirection.DOWN);
    shown.untilSent("\033[B\033[B\033[B");
    TerminalSize before = Fx.call(() -> shown.view().sizeProperty().get());
    shown.zoom(2);
    Fx.until(() -> shown.sizes().getLast().columns() < before.columns());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    Fx.until(() -> shown.sizes().getLast().equals(before));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
    Fx.until(() -> shown.sizes().getLast().columns() < before.columns());
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    Fx.until(() -> shown.sizes().getLast().equals(before));
  }

  @Test
  void aPictureIsShownWhenItIsWholeOrWhenThatTakesTooLong() {
    shown.show().write("before\033[?2026h\033[2J\033[Hhalf");
    shown.untilShown("half");
    shown.write("\033[2J\033[Hwhole\033[?2026l");
    shown.untilShown("whole");
  }

  @Test
  void pastedTextIsTypedTextWithoutControlCharacters() {
    shown.show();
    Fx.run(() -> Shown.put("a\033[31mb"));
    robot.push(KeyCode.SHIFT, KeyCode.INSERT);
    shown.untilSent("a[31mb");
    shown.write("\033[?2004hready");
    shown.untilShown("ready");
    Fx.run(() -> Shown.put("a\nb"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    shown.untilSent("\033[200~a\rb\033[201~");
  }

  @Test
  void theTitleIsTold() {
    shown.show().write("\033]2;of the program\007");
    Fx.until(() -> shown.view().titleProperty().get().equals("of the program"));
  }

  @Test
  void theEndOfTheProgramIsToldAndWhatItWroteStays() throws Exception {
    AtomicInteger ends = new AtomicInteger();
    shown.show();
    Fx.run(() -> shown.view().setOnEnd(_ -> ends.incrementAndGet()));
    shown.write("last words");
    shown.end();
    Fx.until(() -> ends.get() == 1);
    assertThat(shown.text()).isEqualTo("last words");
  }

  @Test
  void aProgramThatWasLeftTakesNothingFromTheNext() throws Exception {
    AtomicInteger ends = new AtomicInteger();
    CountDownLatch closed = new CountDownLatch(1);
    shown.show();
    ByteArrayOutputStream next = new ByteArrayOutputStream();
    PipedInputStream first =
        new PipedInputStream() {
          @Override
          public void close() throws IOException {
            super.close();
            closed.countDown();
          }
        };
    try (PipedOutputStream _ = new PipedOutputStream(first);
        PipedOutputStream writer = new PipedOutputStream()) {
      PipedInputStream second = new PipedInputStream(writer);
      Fx.run(
          () -> {
            shown.view().setOnEnd(_ -> ends.incrementAndGet());
            shown.view().connect(first, OutputStream.nullOutputStream(), _ -> {});
            shown.view().connect(second, next, _ -> {});
          });
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
      shown.untilJobs(1);
      robot.write("x");
      Fx.until(() -> next.toString(UTF_8).equals("x"));
      assertThat(ends.get()).isZero();
    }
  }

  @Test
  void focusIsReportedToWhoAskedForIt() {
    shown.show().write("\033[?1004hready");
    shown.untilShown("ready");
    Fx.run(() -> shown.pane().requestFocus());
    shown.untilSent("\033[O");
    Fx.run(() -> shown.view().requestFocus());
    shown.untilSent("\033[I");
  }

  @Test
  void whoTypesIsHeardWhileManyProgramsWriteWithoutEnd() {
    shown.show();
    List<TerminalView> floods = new ArrayList<>();
    for (int i = 0; i < 3 + Runtime.getRuntime().availableProcessors(); i++) {
      floods.add(shown.flooded());
    }
    robot.write("ab");
    shown.untilSent("ab");
    shown.write("answered");
    shown.untilShown("answered");
    for (TerminalView flood : floods) {
      // Each has its turn.
      Fx.until(() -> scrollback(flood) == Shown.SCROLLBACK);
    }
  }

  private static int scrollback(TerminalView view) {
    view.terminal().lock();
    try {
      return view.terminal().view().scrollback();
    } finally {
      view.terminal().unlock();
    }
  }

  @Test
  void onlyRowsThatChangedAreDrawn() {
    shown.show().write("one\r\ntwo\r\nthree");
    shown.untilShown("three");
    TerminalSkin skin = (TerminalSkin) shown.view().getSkin();
    int before = Fx.call(skin::drawn);
    shown.write("\033[2;1HTWO\033[3;6H");
    shown.untilShown("TWO");
    assertThat(Fx.call(skin::drawn) - before).isEqualTo(1);
    shown.write("\033[m");
    Fx.settle();
    assertThat(Fx.call(skin::drawn) - before).isEqualTo(1);
  }

  @Test
  void cellsHaveWholePixelsOfTheScreenThatTheWindowIsOn() {
    shown.show().write("text");
    shown.untilShown("text");
    TerminalSkin skin = (TerminalSkin) shown.view().getSkin();
    assertThat(Fx.call(() -> skin.metrics().scale())).isEqualTo(1);
    Fx.run(() -> shown.view().getScene().getWindow().setRenderScaleX(1.25));
    Fx.until(() -> skin.metrics().scale() == 1.25);
    CellMetrics cell = Fx.call(skin::metrics);
    for (double length : List.of(cell.height(), cell.baseline(), cell.x(7), skin.inset())) {
      assertThat(length * 1.25).isCloseTo(Math.rint(length * 1.25), within(1e-9));
    }
  }
}
