package org.wirebench.tool.socket.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Measures;
import org.wirebench.core.workspace.Problem;
import org.wirebench.fx.Action;
import org.wirebench.fx.EvenRow;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.Problems;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.socket.request.Generation;

/** Sends the same again and again: every so often, or so many a second. */
final class GeneratorForm extends VBox {
  private static final Messages TEXT = Messages.of(GeneratorForm.class);
  private static final String ROOT = "request.generate";

  private static final double NANOS = 1e9;
  private static final MathContext ROUGHLY = new MathContext(3);

  private final SocketViewModel model;
  private final FormModel form;
  private final FieldMarks marks = new FieldMarks();
  private final Problems problems = new Problems(marks.reason().textProperty());
  private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
  private final Button button = new Button();
  private final Label why = FormParts.about("");

  GeneratorForm(SocketViewModel model) {
    this.model = model;
    this.form = model.form();
    getStyleClass().add("setup-column");
    var every = field("every", TEXT.get("generator.every"), TEXT.get("generator.every.help"), "");
    var rate = field("rate", TEXT.get("generator.rate"), TEXT.get("generator.rate.help"), "");
    var count =
        field(
            "count",
            TEXT.get("generator.count"),
            TEXT.get("generator.count.help"),
            TEXT.get("generator.endless"));
    var size =
        field(
            "size",
            TEXT.get("generator.size"),
            TEXT.get("generator.size.help"),
            TEXT.get("generator.own"));
    HBox.setHgrow(why, Priority.ALWAYS);
    WrapRow start = new WrapRow(button, why);
    button.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            FormParts.about(TEXT.get("generator.about")),
            PayloadForm.message(form.tagged("generate.send", "text"), marks, ".send"),
            marks.reason(),
            new EvenRow(every, rate),
            new EvenRow(count, size),
            start);
    link(form.text("generate.every"), form.text("generate.rate"));
    prompt(every.control(), form.text("generate.rate"), GeneratorForm::everyOf);
    prompt(rate.control(), form.text("generate.every"), GeneratorForm::rateOf);
    bindButton();
    model.stateProperty().addListener((_, _, _) -> explain());
    model.sending().endedProperty().addListener((_, _, _) -> explain());
    model.sending().generatedProperty().addListener((_, _, _) -> explain());
    explain();
  }

  private FormField<TextField> field(String name, String label, String help, String prompt) {
    var field =
        new FormField<>(label, help, FormControls.text(form.text("generate." + name), prompt));
    problems.field(ROOT + "." + name, field.problemProperty());
    return field;
  }

  private void bindButton() {
    button
        .textProperty()
        .bind(
            Bindings.when(running)
                .then(TEXT.get("generator.stop"))
                .otherwise(TEXT.get("generator.start")));
    button.setOnAction(
        _ -> {
          if (running.get()) {
            stop();
          } else {
            start();
          }
        });
    running.addListener((_, _, _) -> explain());
  }

  /**
   * Shows what is wrong here.
   *
   * @return those of the problems that are shown
   */
  List<Problem> showProblems(List<Problem> now) {
    List<Problem> here = Problems.below(ROOT, now);
    List<Problem> message = Problems.below(ROOT + ".send", here);
    problems.show(here.stream().filter(problem -> !message.contains(problem)).toList());
    List<Problem> _ = marks.show(ROOT, message);
    explain();
    return here;
  }

  /** A pause and a rate say the same: the one that is typed empties the other. */
  private static void link(StringProperty every, StringProperty rate) {
    every.addListener((_, _, typed) -> emptyUnless(typed, rate));
    rate.addListener((_, _, typed) -> emptyUnless(typed, every));
  }

  /** The one that is empty says what the other makes of it. */
  private static void prompt(
      TextField field, StringProperty other, Function<String, String> makes) {
    field
        .promptTextProperty()
        .bind(Bindings.createStringBinding(() -> makes.apply(other.get()), other));
  }

  private static String rateOf(String every) {
    Duration pause =
        every.isBlank() ? Generation.NONE.every() : Measures.duration(every).orElse(Duration.ZERO);
    return pause.isPositive()
        ? new BigDecimal(NANOS / pause.toNanos(), ROUGHLY).stripTrailingZeros().toPlainString()
        : "";
  }

  private static String everyOf(String rate) {
    if (rate.isBlank()) {
      return Measures.text(Generation.NONE.every());
    }
    return rate.matches("[1-9]\\d{0,6}")
        ? Measures.text(
            Duration.ofNanos(new BigDecimal(NANOS / Long.parseLong(rate), ROUGHLY).longValue()))
        : "";
  }

  private static void emptyUnless(String typed, StringProperty other) {
    if (!typed.isEmpty()) {
      other.set("");
    }
  }

  /** A button that cannot be pressed says what is missing. */
  private void explain() {
    String missing = running.get() ? "" : model.sending().generatorMissing();
    why.setText(
        Stream.of(model.sending().generatedProperty().get(), missing)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("  ·  ")));
    button.setDisable(!missing.isEmpty());
  }

  /** Starts or stops it. */
  Action action() {
    return running.get()
        ? Action.of(TEXT.get("generator.end"), Feather.SQUARE, this::stop).when(running)
        : Action.of(TEXT.get("generator.begin"), Feather.PLAY, this::start)
            .when(running.not().and(button.disabledProperty().not()));
  }

  private void stop() {
    model.sending().stopGenerating();
  }

  private void start() {
    running.set(true);
    model.sending().generate(() -> running.set(false));
  }
}
