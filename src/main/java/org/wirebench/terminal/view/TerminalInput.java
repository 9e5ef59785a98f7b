package org.wirebench.terminal.view;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.wirebench.terminal.engine.Key;
import org.wirebench.terminal.engine.KeyModifiers;

/** What the keyboard does: all of it goes to the program, but for a few keys of the terminal. */
final class TerminalInput {
  /** Windows has AltGr be Ctrl and Alt together; elsewhere it is a key of its own. */
  private static final boolean ALT_GR = System.getProperty("os.name", "").startsWith("Windows");

  private static final KeyModifiers ALT = new KeyModifiers(false, true, false, false);

  private final TerminalView view;
  private final TerminalSkin skin;

  /** Whether what a key types was sent already when it was pressed. */
  private boolean sent;

  private TerminalInput(TerminalView view, TerminalSkin skin) {
    this.view = view;
    this.skin = skin;
  }

  static void install(TerminalView view, TerminalSkin skin) {
    TerminalInput input = new TerminalInput(view, skin);
    view.addEventHandler(KeyEvent.KEY_PRESSED, input::pressed);
    view.addEventHandler(KeyEvent.KEY_TYPED, input::typed);
    view.setInputMethodRequests(new Composing(view, skin));
    view.setOnInputMethodTextChanged(input::composed);
    TerminalMouse.install(view, skin);
  }

  private void pressed(KeyEvent event) {
    // A menu that opens is nothing for the program.
    sent = event.isConsumed();
    if (sent || event.getCode().isModifierKey()) {
      return;
    }
    if (ownKey(event)) {
      sent = true;
      event.consume();
      return;
    }
    Optional<Key> key = TerminalKeys.of(event.getCode());
    if (key.isPresent()) {
      send(view.terminal().key(key.get(), TerminalKeys.held(event)));
    } else if (isCombined(event)) {
      String text = TerminalKeys.withControl(event);
      if (text.isEmpty()) {
        return;
      }
      send(view.terminal().typed(text, TerminalKeys.held(event)));
    } else {
      return;
    }
    sent = true;
    event.consume();
  }

  /** With Ctrl, Alt or Meta, but for what types the characters of many keyboards. */
  private static boolean isCombined(KeyEvent event) {
    boolean altGr = ALT_GR && event.isControlDown() && event.isAltDown();
    return !altGr && (event.isControlDown() || event.isAltDown() || event.isMetaDown());
  }

  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    boolean control = text.length() == 1 && Character.isISOControl(text.charAt(0));
    if (!sent && !control && !text.isEmpty()) {
      boolean alt = event.isAltDown() && !event.isControlDown();
      send(view.terminal().typed(text, alt ? ALT : KeyModifiers.NONE));
      event.consume();
    }
  }

  private void composed(InputMethodEvent event) {
    String preview =
        event.getComposed().stream().map(InputMethodTextRun::getText).collect(Collectors.joining());
    skin.showComposed(preview);
    if (!event.getCommitted().isEmpty()) {
      send(view.terminal().typed(event.getCommitted(), KeyModifiers.NONE));
    }
    event.consume();
  }

  private void send(byte[] bytes) {
    skin.blink().awake();
    view.selection().set(null);
    skin.shown().place().toEnd();
    view.connection().send(bytes);
    view.changed();
  }

  /** The keys that xterm and its like keep for themselves. */
  private boolean ownKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isShiftDown() && !event.isControlDown() && !event.isAltDown()) {
      return shifted(code);
    }
    if (!event.isControlDown() || event.isAltDown()) {
      return false;
    }
    if (event.isShiftDown()) {
      return controlShift(code);
    }
    switch (code) {
      case PLUS, ADD, EQUALS -> view.looks().zoomBy(TerminalLooks.ZOOM_STEP);
      case MINUS, SUBTRACT -> view.looks().zoomBy(1 / TerminalLooks.ZOOM_STEP);
      case DIGIT0, NUMPAD0 -> view.zoomProperty().set(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean shifted(KeyCode code) {
    int page = Math.max(1, skin.shown().rows() - 1);
    switch (code) {
      case PAGE_UP -> scroll(-page);
      case PAGE_DOWN -> scroll(page);
      case INSERT -> view.paste();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean controlShift(KeyCode code) {
    switch (code) {
      case C -> view.copy();
      case V -> view.paste();
      case A -> view.selectAll();
      case HOME -> scroll(Integer.MIN_VALUE / 2);
      case END -> scroll(Integer.MAX_VALUE / 2);
      case F -> view.places().find();
      // With Shift it is a plus on most keyboards; a minus would be Ctrl+_, which programs use.
      case PLUS, EQUALS, ADD -> view.looks().zoomBy(TerminalLooks.ZOOM_STEP);
      case UP -> view.jumpToPrompt(false);
      case DOWN -> view.jumpToPrompt(true);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void scroll(int by) {
    skin.shown().place().by(by);
    view.changed();
  }
}
