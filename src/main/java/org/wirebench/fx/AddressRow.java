package org.wirebench.fx;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/**
 * The first row of every tool: what to talk to, and the one primary button. While something runs
 * the button is Cancel; after 300 ms the row says what is being done and for how long.
 */
public final class AddressRow extends WrapRow {
  private static final Messages TEXT = Messages.of(AddressRow.class);
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration TICK = Duration.ofMillis(100);

  private final FxJobs jobs;
  private final Button button = new Button();
  private final StackPane holder = new StackPane(button);
  private final Tooltip why = new Tip();
  private final HBox phase = new HBox();
  private final Label phaseText = new Label();
  private final StringProperty primaryText = new SimpleStringProperty(this, "primaryText", "");
  private final StringProperty cancelText =
      new SimpleStringProperty(this, "cancelText", TEXT.get("address.cancel"));
  private final StringProperty cancelKeys =
      new SimpleStringProperty(this, "cancelKeys", TEXT.get("key.escape"));
  private final StringProperty blocked = new SimpleStringProperty(this, "blocked", "");
  private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
  private Runnable onPrimary = () -> {};
  private Runnable onCancel = () -> {};
  private Supplier<String> step = () -> "";
  private JobClock.@Nullable Timer timer;
  private long busySince;

  /**
   * @param fields what to talk to; those that may grow have their {@code HBox} grow priority set
   */
  public AddressRow(FxJobs jobs, Node... fields) {
    this.jobs = jobs;
    getStyleClass().add("address-row");
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.getStyleClass().add("small-spinner");
    phaseText.setMinWidth(USE_PREF_SIZE);
    phase.getChildren().addAll(spinner, phaseText);
    phase.getStyleClass().add("address-phase");
    phase.setAlignment(Pos.CENTER_LEFT);
    phase.setMinWidth(USE_PREF_SIZE);
    phase.setVisible(false);
    phase.managedProperty().bind(phase.visibleProperty());
    button.getStyleClass().add("primary-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(Bindings.when(busy).then(cancelText).otherwise(primaryText));
    button.disableProperty().bind(busy.not().and(blocked.isNotEmpty()));
    button.setOnAction(_ -> press());
    holder.setMinWidth(USE_PREF_SIZE);
    Tooltip.install(holder, why);
    getChildren().addAll(fields);
    getChildren().addAll(phase, holder);
    busy.addListener((_, _, now) -> busyChanged(now));
    blocked.addListener((_, _, _) -> explain());
    primaryText.addListener((_, _, _) -> explain());
    cancelText.addListener((_, _, _) -> explain());
    cancelKeys.addListener((_, _, _) -> explain());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    busyChanged(false);
  }

  /** What the primary button does: "Connect". */
  public StringProperty primaryTextProperty() {
    return primaryText;
  }

  /** What the button does while something runs; "Cancel" unless set. */
  public StringProperty cancelTextProperty() {
    return cancelText;
  }

  /** The keys that press the button while something runs; Escape unless set. */
  public StringProperty cancelKeysProperty() {
    return cancelKeys;
  }

  /** Why the primary button cannot be pressed; empty while it can. Shown as its tooltip. */
  public StringProperty blockedProperty() {
    return blocked;
  }

  /** Whether something runs, so that the button is Cancel. */
  public BooleanProperty busyProperty() {
    return busy;
  }

  /** What the primary button does. */
  public void setOnPrimary(Runnable action) {
    onPrimary = action;
  }

  /** What Cancel does. */
  public void setOnCancel(Runnable action) {
    onCancel = action;
  }

  /**
   * Where the row learns what is being done now ("TLS handshake"); asked ten times a second from
   * 300 ms after the start on, until it says nothing.
   */
  public void setStep(Supplier<String> current) {
    step = current;
  }

  /** Presses the button as it is: primary or Cancel. */
  public void press() {
    if (busy.get()) {
      onCancel.run();
    } else {
      primary();
    }
  }

  /** Presses the primary button, if it can be pressed. */
  public void primary() {
    if (!busy.get() && blocked.get().isEmpty()) {
      onPrimary.run();
    }
  }

  /** Presses Cancel, if something runs. */
  public void cancel() {
    if (busy.get()) {
      onCancel.run();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget() != button && !event.isConsumed()) {
      primary();
      event.consume();
    }
  }

  private void busyChanged(boolean now) {
    button.getStyleClass().removeAll("accent", "cancel");
    button.getStyleClass().add(now ? "cancel" : "accent");
    explain();
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    phase.setVisible(false);
    if (now) {
      busySince = jobs.clock().nanos();
      timer = jobs.after(PATIENCE, this::tick);
    }
  }

  private void tick() {
    String doing = step.get();
    phase.setVisible(!doing.isEmpty());
    if (doing.isEmpty()) {
      timer = null;
      return;
    }
    Duration since = Duration.ofNanos(jobs.clock().nanos() - busySince);
    phaseText.setText(TEXT.get("address.phase", doing, Amounts.duration(since)));
    timer = jobs.after(TICK, this::tick);
  }

  private void explain() {
    boolean now = busy.get();
    String reason =
        now
            ? TEXT.get("address.keys", cancelText.get(), cancelKeys.get())
            : blocked.get().isEmpty()
                ? TEXT.get("address.keys", primaryText.get(), TEXT.get("key.enter"))
                : blocked.get();
    why.setText(reason);
    button.setAccessibleText(now ? cancelText.get() : primaryText.get());
    button.setAccessibleHelp(reason);
  }
}
