package org.wirebench.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.ConnectSpec;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.EndpointException;
import org.wirebench.core.net.Phases;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.AddressRow;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FailureBanner;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.Waterfall;

/** The view of the smallest tool. */
final class EchoView implements ToolView {
  private final ToolContext context;
  private final Entry initial;
  private final TextField target = new TextField();
  private final TextField line = new TextField();
  private final AddressRow address;
  private final FailureBanner banner = new FailureBanner();
  private final Waterfall waterfall = new Waterfall();
  private final LogView log;
  private final List<Row> rows = new CopyOnWriteArrayList<>();
  private final BorderPane pane = new BorderPane();
  private final SimpleLongProperty edits = new SimpleLongProperty();
  private final AtomicInteger cancels = new AtomicInteger();
  private @Nullable Job<?> job;

  EchoView(ToolContext context, Entry initial) {
    this.context = context;
    this.initial = initial;
    target.setText(initial.request().text("target").orElse(""));
    line.setText(initial.request().text("line").orElse(""));
    Describe.control(target, "Address of the server");
    Describe.control(line, "What to send");
    target.setId("echo-target");
    line.setId("echo-line");
    HBox.setHgrow(target, Priority.ALWAYS);
    address = new AddressRow(context.jobs(), target, line);
    address.primaryTextProperty().set("Send");
    address.setOnPrimary(this::send);
    address.setOnCancel(this::stop);
    address
        .blockedProperty()
        .bind(Bindings.createStringBinding(this::blocked, target.textProperty()));
    for (TextField field : List.of(target, line)) {
      field.textProperty().addListener((_, _, _) -> edits.set(edits.get() + 1));
    }
    log = new LogView(context.jobs(), "Answers");
    log.setSource(
        new RowSource() {
          @Override
          public long end() {
            return rows.size();
          }

          @Override
          public Row row(long index) {
            return rows.get((int) index);
          }
        });
    VBox top = new VBox(address, banner, waterfall);
    pane.setTop(top);
    pane.setCenter(log);
  }

  private String blocked() {
    try {
      Endpoint _ = Endpoint.parse(target.getText(), Endpoint.NO_PORT);
      return "";
    } catch (EndpointException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  private void send() {
    address.busyProperty().set(true);
    banner.hide();
    byte[] bytes = line.getText().getBytes(StandardCharsets.UTF_8);
    String to = target.getText();
    job =
        context
            .jobs()
            .start(
                JobSpec.named("Echo " + to, EchoTool.ID),
                work -> exchange(to, bytes, work),
                this::ended);
  }

  private Phases.Timed[] exchange(String to, byte[] bytes, JobContext work) throws Exception {
    ConnectSpec spec = ConnectSpec.to(EchoTool.ID, Endpoint.parse(to, 7));
    try (Connection connection = context.network().connect(spec, work)) {
      rows.add(Row.of("0.001", Row.Kind.OUT, new String(bytes, StandardCharsets.UTF_8)));
      connection.out().write(bytes);
      byte[] answer = connection.in().readNBytes(bytes.length);
      rows.add(Row.of("0.002", Row.Kind.IN, new String(answer, StandardCharsets.UTF_8)));
      log.changed();
      return connection.phases().timed().toArray(Phases.Timed[]::new);
    }
  }

  private void ended(Outcome<Phases.Timed[]> outcome) {
    address.busyProperty().set(false);
    switch (outcome) {
      case Outcome.Done<Phases.Timed[]>(Phases.Timed[] bars) -> {
        waterfall.show(List.of(bars));
        context.recent().used(Entry.of(target.getText(), EchoTool.ID, entry().request()));
      }
      case Outcome.Failed<Phases.Timed[]>(var failure) ->
          banner.show(failure, Action.of("Try again", Feather.ROTATE_CW, this::send));
      case Outcome.Cancelled<Phases.Timed[]> _ -> {
        // The button says so.
      }
    }
  }

  boolean hasAnswer() {
    return rows.size() >= 2 && !address.busyProperty().get();
  }

  /** As if something ran that can be cancelled. */
  void pretendBusy() {
    address.busyProperty().set(true);
  }

  /** How often it was cancelled. */
  int cancels() {
    return cancels.get();
  }

  private void stop() {
    cancels.incrementAndGet();
    if (job != null) {
      job.cancel();
    }
  }

  @Override
  public Node node() {
    return pane;
  }

  @Override
  public ObservableStringValue title() {
    return target.textProperty();
  }

  @Override
  public ObservableBooleanValue busy() {
    return address.busyProperty();
  }

  @Override
  public Observable edits() {
    return edits;
  }

  @Override
  public Entry entry() {
    return Entry.of(
        initial.name(),
        EchoTool.ID,
        initial.request().with("target", target.getText()).with("line", line.getText()));
  }

  @Override
  public List<Action> actions() {
    return List.of(Action.of("Clear the answers", Feather.TRASH_2, rows::clear));
  }

  @Override
  public void focus() {
    target.requestFocus();
  }

  @Override
  public void primary() {
    address.primary();
  }

  @Override
  public void cancel() {
    address.cancel();
  }

  @Override
  public void close() {
    stop();
  }
}
