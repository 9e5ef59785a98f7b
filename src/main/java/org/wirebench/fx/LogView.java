package org.wirebench.fx;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text, any number of them, drawn in a fixed-pitch font: transcripts, the wire log, dumps,
 * code.
 *
 * <p>Only what is on the screen is asked of the {@link RowSource}, once per frame and only after
 * {@link #changed()}. At the end it follows what is added, until the user scrolls away. Text is
 * selected with mouse and keyboard and copied.
 */
public final class LogView extends Control {
  /** How many chars of a row are shown; copying takes all. */
  public static final int LONGEST = 4096;

  /** How many chars are copied at most. */
  public static final int MOST_COPIED = 16 << 20;

  static final double PAD = 8;

  private final FxJobs jobs;
  private final LogColors colors;
  private final Pulse pulse;
  private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap");
  private final BooleanProperty marking = new SimpleBooleanProperty(this, "marking");
  private final StringProperty highlight = new SimpleStringProperty(this, "highlight", "");
  private final ReadOnlyBooleanWrapper following =
      new ReadOnlyBooleanWrapper(this, "following", true);
  private final ReadOnlyLongWrapper currentRow = new ReadOnlyLongWrapper(this, "currentRow", -1);
  private final ReadOnlyBooleanWrapper selecting = new ReadOnlyBooleanWrapper(this, "selecting");
  private final LogMenu menu;
  private RowSource source = RowSource.of(List.of());
  private @Nullable LongConsumer onGutter;
  private boolean tail = true;
  private @Nullable LogPosition anchor;
  private @Nullable LogPosition caret;

  /**
   * An empty view that follows its end.
   *
   * @param what it shows, for those who hear the window: "Transcript"
   */
  public LogView(FxJobs jobs, String what) {
    this.jobs = jobs;
    this.colors = new LogColors(this);
    this.pulse = jobs.pulse(this::requestLayout);
    this.menu = new LogMenu(this);
    getStyleClass().add("log-view");
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleRoleDescription(what);
    setFocusTraversable(true);
    setContextMenu(menu.menu());
    MenuKeys.install(this, this::aroundCaret);
    for (var styled : colors.all()) {
      if (styled instanceof ObservableValue<?> value) {
        value.addListener((_, _, _) -> requestLayout());
      }
    }
    for (ObservableValue<?> property : List.of(wrap, marking, highlight)) {
      property.addListener((_, _, _) -> requestLayout());
    }
  }

  /** Shows the rows of {@code rows}; the selection is gone. */
  public void setSource(RowSource rows) {
    source = rows;
    anchor = null;
    moveCaret(null);
    setFollowing(tail);
    if (getSkin() instanceof LogViewSkin skin && !tail) {
      skin.showTop();
    }
    fitGutter();
  }

  /** What stands before the rows is of another width now. */
  public void fitGutter() {
    if (getSkin() instanceof LogViewSkin skin) {
      skin.fitGutter();
    }
    requestLayout();
  }

  /** What is shown. */
  public RowSource source() {
    return source;
  }

  /** Rows were added, changed or dropped. Any thread may say so, as often as it likes. */
  public void changed() {
    pulse.changed();
  }

  /** Whether the view follows its end at all: true for what grows, false for what is read. */
  public void setTail(boolean follows) {
    tail = follows;
    setFollowing(follows);
  }

  boolean isTail() {
    return tail;
  }

  /** Whether the view is at its end and will stay there. */
  public ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  void setFollowing(boolean now) {
    following.set(now && tail);
  }

  /** Goes to the end, and follows it if the view follows at all. */
  public void toEnd() {
    if (tail) {
      setFollowing(true);
    } else {
      reveal(new LogPosition(Math.max(source.first(), source.end() - 1), 0));
    }
    requestLayout();
  }

  /** Whether rows that are too long for the window go on in the next line. */
  public BooleanProperty wrapProperty() {
    return wrap;
  }

  /** Whether the current row is marked, as in a list whose details are shown elsewhere. */
  public BooleanProperty markingProperty() {
    return marking;
  }

  /** A text to be marked wherever it is shown, in any case; empty for none. */
  public StringProperty highlightProperty() {
    return highlight;
  }

  /** The row where the keyboard is, or -1. */
  public ReadOnlyLongProperty currentRowProperty() {
    return currentRow.getReadOnlyProperty();
  }

  /** Whether any text is selected. */
  public ReadOnlyBooleanProperty selectingProperty() {
    return selecting.getReadOnlyProperty();
  }

  /** The rows that the selection touches, or the current one. */
  public record Range(long from, long to) {
    /** No row. */
    public static final Range NONE = new Range(0, 0);
  }

  /** The rows that the selection touches, up to and without {@code to}, or else the current row. */
  public Range selectedRows() {
    LogPosition from = anchor;
    LogPosition to = caret;
    if (from == null || to == null) {
      return Range.NONE;
    }
    return new Range(Math.min(from.row(), to.row()), Math.max(from.row(), to.row()) + 1);
  }

  /** Selects chars of one row and shows them. */
  public void select(long row, int from, int to) {
    anchor = new LogPosition(row, from);
    setFollowing(false);
    moveCaret(new LogPosition(row, to));
    reveal(new LogPosition(row, to));
  }

  /** Selects everything. */
  public void selectAll() {
    if (source.end() > source.first()) {
      anchor = new LogPosition(source.first(), 0);
      moveCaret(new LogPosition(source.end() - 1, Integer.MAX_VALUE));
    }
  }

  /** Selects nothing. */
  public void clearSelection() {
    anchor = caret;
    moveCaret(caret);
  }

  /** Copies the selection to the clipboard, in a job where it is long. */
  public void copy() {
    LogPosition from = anchor;
    LogPosition to = caret;
    if (from != null && to != null && !from.equals(to)) {
      boolean ahead = from.compareTo(to) < 0;
      LogCopy.start(jobs, source, ahead ? from : to, ahead ? to : from);
    }
  }

  /** Shows a row, without selecting it. */
  public void show(long row) {
    setFollowing(false);
    reveal(new LogPosition(row, 0));
  }

  /** Puts the keyboard where a point of the view is, unless text is selected. */
  public void moveTo(double x, double y) {
    boolean any = source.end() > source.first();
    if (any && !selecting.get() && getSkin() instanceof LogViewSkin skin) {
      moveCaret(skin.positionAt(x, y), false);
    }
  }

  /** The first row on the screen, as it was when the view was last drawn; 0 before that. */
  public long topRow() {
    return getSkin() instanceof LogViewSkin skin ? skin.viewport().topRow() : 0;
  }

  /** What the context menu offers after Copy and Select all. */
  public ObservableList<MenuItem> moreMenuItems() {
    return menu.more();
  }

  /**
   * Has something done when the mouse is pressed before the text of a row, where a source shows
   * what can be folded; the press selects nothing then.
   *
   * @param action is told the row
   */
  public void setOnGutter(LongConsumer action) {
    onGutter = action;
  }

  /** The mouse was pressed before the text of a row; returns whether anything came of it. */
  boolean pressGutter(long row) {
    if (onGutter == null) {
      return false;
    }
    onGutter.accept(row);
    return true;
  }

  LogColors colors() {
    return colors;
  }

  FxJobs jobs() {
    return jobs;
  }

  @Nullable LogPosition anchor() {
    return anchor;
  }

  @Nullable LogPosition caret() {
    return caret;
  }

  /** Puts the keyboard somewhere; the selection goes along, or begins anew there. */
  void moveCaret(@Nullable LogPosition to, boolean extend) {
    if (!extend || anchor == null) {
      anchor = to;
    }
    moveCaret(to);
  }

  private void moveCaret(@Nullable LogPosition to) {
    caret = to;
    currentRow.set(to == null ? -1 : to.row());
    selecting.set(to != null && anchor != null && !to.equals(anchor));
    requestLayout();
  }

  private Bounds aroundCaret() {
    return getSkin() instanceof LogViewSkin skin
        ? skin.aroundCaret()
        : new BoundingBox(0, 0, getWidth(), 0);
  }

  void reveal(LogPosition position) {
    if (getSkin() instanceof LogViewSkin skin) {
      skin.reveal(position);
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new LogViewSkin(this);
  }

  @Override
  protected List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
    return LogColors.metaData();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && getSkin() instanceof LogViewSkin skin
        ? skin.visibleText()
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
