package org.wirebench.terminal.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Pulse;
import org.wirebench.terminal.engine.ColorScheme;
import org.wirebench.terminal.engine.Terminal;

/**
 * A terminal on the screen. A program is {@linkplain #connect connected} by its streams, whatever
 * carries them. Only rows that changed are drawn, once per frame, and nothing while nothing
 * changes. FX thread only.
 */
public final class TerminalView extends Control implements AutoCloseable {
  private static final Messages TEXT = Messages.of(TerminalView.class);
  private static final int FIRST_ROWS = 24;
  private static final int FIRST_COLUMNS = 80;

  private final FxJobs jobs;
  private final Pulse pulse;
  private final TerminalBell bell = new TerminalBell(this);
  private final LinkOpener opener = new LinkOpener();
  private final TerminalConnection connection;
  private final TerminalNews news;
  private final Terminal terminal;
  private final TerminalLooks looks;
  private final TerminalSelection selection;
  private final TerminalPlaces places;
  private final TerminalClipboard clipboard;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyObjectWrapper<TerminalSize> size =
      new ReadOnlyObjectWrapper<>(this, "size", new TerminalSize(FIRST_ROWS, FIRST_COLUMNS));

  /**
   * An empty terminal.
   *
   * @param stores where a large scrollback is kept
   * @param scrollback how many lines are kept that left the screen, up to {@link
   *     Terminal#UNLIMITED}
   */
  public TerminalView(FxJobs jobs, ByteStores stores, int scrollback) {
    this.jobs = jobs;
    this.pulse = jobs.pulse(this::frame);
    this.connection = new TerminalConnection(jobs, this::written, bell::ring);
    this.news = new TerminalNews(connection::answer, pulse::changed);
    this.terminal = new Terminal(FIRST_ROWS, FIRST_COLUMNS, scrollback, stores, news);
    this.looks = new TerminalLooks(this);
    this.selection = new TerminalSelection(terminal, pulse::changed);
    this.places = new TerminalPlaces(this, stores, this::shown);
    this.clipboard = new TerminalClipboard(this);
    getStyleClass().add("terminal");
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleRoleDescription(TEXT.get("terminal"));
    setFocusTraversable(true);
    looks.onColors(() -> terminal.setColors(looks.colors()));
  }

  /**
   * Shows what a program writes, and sends it what is typed; the program before it is left.
   *
   * @param from what the program writes; closed when it has ended or is left
   * @param to what it reads; closed with it
   * @param onResize is told how many rows and columns there are, at once and whenever that changes
   */
  public void connect(InputStream from, OutputStream to, Consumer<TerminalSize> onResize) {
    connection.open(terminal, from, to, onResize);
    connection.resized(size.get());
  }

  /** Leaves the program; what it wrote stays. */
  public void disconnect() {
    connection.leave();
  }

  /** Is told when the program has ended, and how. */
  public void setOnEnd(Consumer<Outcome<Boolean>> listener) {
    connection.setOnEnd(
        outcome -> {
          // What it wrote last is seen before.
          frame();
          listener.accept(outcome);
        });
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
    return looks.schemeProperty();
  }

  /** How large the text is, as a part of its usual size. */
  public DoubleProperty zoomProperty() {
    return looks.zoomProperty();
  }

  /** How high a row is, as a part of what the font asks for. */
  public DoubleProperty lineHeightProperty() {
    return looks.lineHeightProperty();
  }

  TerminalLooks looks() {
    return looks;
  }

  TerminalPlaces places() {
    return places;
  }

  TerminalClipboard clipboard() {
    return clipboard;
  }

  TerminalSelection selection() {
    return selection;
  }

  TerminalConnection connection() {
    return connection;
  }

  LinkOpener opener() {
    return opener;
  }

  TerminalBell bell() {
    return bell;
  }

  FxJobs jobs() {
    return jobs;
  }

  Terminal terminal() {
    return terminal;
  }

  private Optional<TerminalFrame> shown() {
    return getSkin() instanceof TerminalSkin skin ? Optional.of(skin.shown()) : Optional.empty();
  }

  /** Selects everything that is kept. */
  public void selectAll() {
    selection.setAll();
  }

  /** Copies what is selected, as text. */
  public void copy() {
    clipboard.copy();
  }

  /** Copies what is selected, as HTML with its colours and as text. */
  public void copyHtml() {
    clipboard.copyHtml();
  }

  /**
   * Sends the text of the clipboard, as if it was typed; of one with several lines, which would be
   * run at once, only {@linkplain TerminalPane who asks} is told.
   */
  public void paste() {
    clipboard.paste();
  }

  /** Goes to the prompt before the first row on the screen, or to the next one behind it. */
  public void jumpToPrompt(boolean forward) {
    places.jumpToPrompt(forward);
  }

  /** Shows where the last link on the screen leads, from which the keyboard goes to others. */
  public void goToLinks() {
    if (getSkin() instanceof TerminalSkin skin) {
      skin.links().next();
    }
  }

  /**
   * Is told the address of a link that was clicked with Ctrl or opened by the keyboard: of HTTP,
   * FTP, SFTP or a mailbox, as the program wrote it and without characters that are not seen. Null
   * where links lead nowhere.
   */
  public void setOnOpen(@Nullable Consumer<String> action) {
    opener.set(action);
  }

  /** Something is to be drawn anew. Any thread. */
  void changed() {
    pulse.changed();
  }

  private void written() {
    news.written();
  }

  private void frame() {
    if (news.rang()) {
      bell.ring();
    }
    title.set(news.title());
    clipboard.wished(news.clipboard());
    // Only then: who searches has all drawn anew, and would look again and again.
    if (news.wrote()) {
      places.search().written();
    }
    if (getSkin() instanceof TerminalSkin skin) {
      skin.frame();
    }
  }

  /** Has so many rows and columns from now on. */
  void resize(TerminalSize now) {
    if (!now.equals(size.get())) {
      terminal.resize(now.rows(), now.columns());
      size.set(now);
      places.search().written();
      connection.resized(now);
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new TerminalSkin(this);
  }

  @Override
  protected List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
    return TerminalLooks.cssMetaData();
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
    places.close();
    pulse.close();
    bell.stop();
    if (getSkin() instanceof TerminalSkin skin) {
      skin.stop();
    }
    terminal.close();
  }
}
