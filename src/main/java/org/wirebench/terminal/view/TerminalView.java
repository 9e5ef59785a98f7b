package org.wirebench.terminal.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Pulse;
import org.wirebench.terminal.engine.ColorScheme;
import org.wirebench.terminal.engine.ColorSchemes;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Terminal;

/**
 * A terminal on the screen. A program is {@linkplain #connect connected} by its streams, whatever
 * carries them. Only rows that changed are drawn, once per frame, and nothing while nothing
 * changes. FX thread only.
 */
public final class TerminalView extends Control implements AutoCloseable {
  private static final Messages TEXT = Messages.of(TerminalView.class);
  private static final StyleablePropertyFactory<TerminalView> FACTORY =
      new StyleablePropertyFactory<>(Control.getClassCssMetaData());

  /** How long a visual bell is seen. */
  static final Duration FLASH = Duration.ofMillis(120);

  private static final int FIRST_ROWS = 24;
  private static final int FIRST_COLUMNS = 80;
  static final double SMALLEST_ZOOM = 0.4;
  static final double LARGEST_ZOOM = 5;

  private final FxJobs jobs;
  private final Terminal terminal;
  private final TerminalNews news = new TerminalNews(this::answer, this::changed);
  private final Pulse pulse;
  private final StyleableProperty<Font> font;
  private final StyleableProperty<String> themed;
  private final ObjectProperty<@Nullable ColorScheme> scheme =
      new SimpleObjectProperty<>(this, "scheme");
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
  private final DoubleProperty lineHeight = new SimpleDoubleProperty(this, "lineHeight", 1);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyObjectWrapper<TerminalSize> size =
      new ReadOnlyObjectWrapper<>(this, "size", new TerminalSize(FIRST_ROWS, FIRST_COLUMNS));
  private final ReadOnlyObjectWrapper<@Nullable Selection> selection =
      new ReadOnlyObjectWrapper<>(this, "selection");
  private final AtomicReference<@Nullable TerminalPump> pump = new AtomicReference<>();
  private final TerminalSearch search;
  private final PromptJump jump;
  private Consumer<TerminalSize> resized = _ -> {};
  private Consumer<String> onRisk = _ -> flash();
  private Consumer<String> onClipboard = _ -> {};
  private Runnable onFind = () -> {};
  private Consumer<Outcome<Boolean>> onEnd = _ -> {};
  private int connections;
  private @Nullable Consumer<String> onOpen;
  private JobClock.@Nullable Timer flash;

  /**
   * An empty terminal.
   *
   * @param stores where a large scrollback is kept
   * @param scrollback how many lines are kept that left the screen, up to {@link
   *     Terminal#UNLIMITED}
   */
  public TerminalView(FxJobs jobs, ByteStores stores, int scrollback) {
    this.jobs = jobs;
    this.terminal = new Terminal(FIRST_ROWS, FIRST_COLUMNS, scrollback, stores, news);
    this.font =
        FACTORY.createStyleableFontProperty(
            this, "font", "-fx-font", view -> view.font, Font.getDefault());
    this.themed =
        FACTORY.createStyleableStringProperty(
            this, "themed", "-wb-scheme", view -> view.themed, ColorScheme.DEFAULT.name());
    this.pulse = jobs.pulse(this::frame);
    this.search = new TerminalSearch(jobs, stores, terminal, this::reveal, this::changed);
    this.jump = new PromptJump(jobs, terminal, this::showAtTop, this::flash);
    getStyleClass().add("terminal");
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleRoleDescription(TEXT.get("terminal"));
    setFocusTraversable(true);
    scheme.subscribe(this::recolor);
    if (themed instanceof ObservableValue<?> value) {
      value.subscribe(this::recolor);
    }
  }

  /**
   * Shows what a program writes, and sends it what is typed; the program before it is left.
   *
   * @param from what the program writes; closed when it has ended or is left
   * @param to what it reads; closed with it
   * @param onResize is told how many rows and columns there are, at once and whenever that changes
   */
  public void connect(InputStream from, OutputStream to, Consumer<TerminalSize> onResize) {
    disconnect();
    resized = onResize;
    int turn = ++connections;
    pump.set(
        new TerminalPump(
            jobs, terminal, from, to, pulse::changed, outcome -> ended(turn, outcome)));
    onResize.accept(size.get());
  }

  /** Leaves the program; what it wrote stays. */
  public void disconnect() {
    connections++;
    TerminalPump before = pump.getAndSet(null);
    resized = _ -> {};
    if (before != null) {
      before.close();
    }
  }

  /** Is told when the program has ended, and how. */
  public void setOnEnd(Consumer<Outcome<Boolean>> listener) {
    onEnd = listener;
  }

  private void ended(int turn, Outcome<Boolean> outcome) {
    frame();
    // One that was left has nothing to say any more.
    if (turn == connections) {
      pump.set(null);
      onEnd.accept(outcome);
    }
  }

  /** The title that the program gave; to be shown, and not to be believed. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** How many rows and columns there are. */
  public ReadOnlyObjectProperty<TerminalSize> sizeProperty() {
    return size.getReadOnlyProperty();
  }

  /** The colours before a program changes them; null for those that suit the theme. */
  public ObjectProperty<@Nullable ColorScheme> schemeProperty() {
    return scheme;
  }

  /** The colours before a program changes them. */
  ColorScheme colors() {
    ColorScheme chosen = scheme.get();
    return chosen == null
        ? ColorSchemes.byName(themed.getValue()).orElse(ColorScheme.DEFAULT)
        : chosen;
  }

  private void recolor() {
    terminal.setColors(colors());
    if (getSkin() instanceof TerminalSkin skin) {
      skin.measureAnew();
    }
  }

  /** How large the text is, as a part of its usual size. */
  public DoubleProperty zoomProperty() {
    return zoom;
  }

  /** How high a row is, as a part of what the font asks for. */
  public DoubleProperty lineHeightProperty() {
    return lineHeight;
  }

  /** Makes the text larger or smaller by a part of what it is. */
  void zoomBy(double factor) {
    zoom.set(Math.clamp(zoom.get() * factor, SMALLEST_ZOOM, LARGEST_ZOOM));
  }

  Font font() {
    return font.getValue();
  }

  StyleableProperty<Font> fontProperty() {
    return font;
  }

  FxJobs jobs() {
    return jobs;
  }

  Terminal terminal() {
    return terminal;
  }

  /** What is selected; null for nothing. */
  ReadOnlyObjectProperty<@Nullable Selection> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  void select(@Nullable Selection now) {
    selection.set(now == null || now.isEmpty() ? null : now);
    changed();
  }

  /** Selects everything that is kept. */
  public void selectAll() {
    terminal.lock();
    try {
      var positions = terminal.view().positions();
      Position last = new Position(positions.lastLine(), Integer.MAX_VALUE);
      select(new Selection(Selection.Mode.CHARACTER, positions.first(), last));
    } finally {
      terminal.unlock();
    }
  }

  /** Copies what is selected, as text. */
  public void copy() {
    Selection now = selection.get();
    if (now != null) {
      jobs.start(
          JobSpec.named(TEXT.get("terminal.copy"), "terminal"),
          _ -> TerminalText.of(terminal, now),
          this::copied);
    }
  }

  /** Copies what is selected, as HTML with its colours and as text. */
  public void copyHtml() {
    Selection now = selection.get();
    if (now != null) {
      jobs.start(
          JobSpec.named(TEXT.get("terminal.copy"), "terminal"),
          _ -> TerminalHtml.copied(terminal, now),
          TerminalHtml::copy);
    }
  }

  private void copied(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String>(String text) && !text.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  /**
   * Sends the text of the clipboard, as if it was typed; of one with several lines, which would be
   * run at once, only {@linkplain #setOnRisk who asks} is told.
   */
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isEmpty()) {
      return;
    }
    if (terminal.isRisky(text)) {
      onRisk.accept(text);
    } else {
      pasteAnyway(text);
    }
  }

  /** Sends a text as if it was typed, of several lines or not. */
  void pasteAnyway(String text) {
    send(terminal.pasted(text));
  }

  /** Is told of a text with several lines that is to be pasted, to ask the user. */
  void setOnRisk(Consumer<String> ask) {
    onRisk = ask;
  }

  /** Is told of a text that the program wants in the clipboard, to ask the user. */
  void setOnClipboard(Consumer<String> ask) {
    onClipboard = ask;
  }

  /** Is run when the user wants to search. */
  void setOnFind(Runnable action) {
    onFind = action;
  }

  void find() {
    onFind.run();
  }

  TerminalSearch search() {
    return search;
  }

  /** Goes to the next hit of the search, or to the one before. */
  void seek(boolean forward) {
    terminal.lock();
    try {
      var positions = terminal.view().positions();
      int row = getSkin() instanceof TerminalSkin skin ? skin.shown().top() : 0;
      search.seek(forward, positions.at(Math.min(row, positions.rows() - 1), 0));
    } finally {
      terminal.unlock();
    }
  }

  /** Goes to the prompt before the first row on the screen, or to the next one behind it. */
  public void jumpToPrompt(boolean forward) {
    if (getSkin() instanceof TerminalSkin skin) {
      jump.start(forward, skin.shown().top());
    }
  }

  /** Shows a place, in the middle where it was not in sight. */
  private void reveal(Position at) {
    if (getSkin() instanceof TerminalSkin skin) {
      skin.shown().reveal(at);
      changed();
    }
  }

  private void showAtTop(Position at) {
    if (getSkin() instanceof TerminalSkin skin) {
      skin.shown().showAtTop(at);
      changed();
    }
  }

  /** Sends bytes to the program, if there is one; the bell is seen when too many wait already. */
  void send(byte[] bytes) {
    TerminalPump now = pump.get();
    if (now != null && !now.send(bytes)) {
      flash();
    }
  }

  private void answer(byte[] bytes) {
    TerminalPump now = pump.get();
    if (now != null) {
      // A program that asks without reading gets no more answers.
      boolean _ = now.send(bytes);
    }
  }

  /**
   * Is told the address of a link that was clicked with Ctrl: of HTTP, FTP, SFTP or a mailbox, as
   * the program wrote it and without characters that are not seen. Null where links lead nowhere.
   */
  public void setOnOpen(@Nullable Consumer<String> opener) {
    onOpen = opener;
  }

  /** Whether a link can be opened. */
  boolean opens(TerminalLink link) {
    return onOpen != null && link.isOpenable();
  }

  void open(TerminalLink link) {
    Consumer<String> opener = onOpen;
    if (opener != null && link.isOpenable()) {
      opener.accept(link.address());
    }
  }

  /** Whether there is a program. */
  boolean isConnected() {
    return pump.get() != null;
  }

  /** Something is to be drawn anew. Any thread. */
  void changed() {
    pulse.changed();
  }

  private void frame() {
    if (news.rang()) {
      flash();
    }
    title.set(news.title());
    news.clipboard().ifPresent(onClipboard);
    search.written();
    if (getSkin() instanceof TerminalSkin skin) {
      skin.frame();
    }
  }

  private void flash() {
    pseudoClassStateChanged(TerminalSkin.BELL, true);
    if (flash != null) {
      flash.cancel();
    }
    flash = jobs.after(FLASH, () -> pseudoClassStateChanged(TerminalSkin.BELL, false));
  }

  /** Has so many rows and columns from now on. */
  void resize(TerminalSize now) {
    if (!now.equals(size.get())) {
      terminal.resize(now.rows(), now.columns());
      size.set(now);
      resized.accept(now);
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new TerminalSkin(this);
  }

  @Override
  protected List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && getSkin() instanceof TerminalSkin skin
        ? skin.visibleText()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /**
   * Leaves the program and forgets all that it wrote.
   *
   * @throws IOException when the files of the scrollback cannot be deleted
   */
  @Override
  public void close() throws IOException {
    disconnect();
    search.close();
    pulse.close();
    if (flash != null) {
      flash.cancel();
    }
    if (getSkin() instanceof TerminalSkin skin) {
      skin.stop();
    }
    terminal.close();
  }
}
