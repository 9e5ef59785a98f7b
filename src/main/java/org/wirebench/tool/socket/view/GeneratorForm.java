package org.wirebench.tool.socket.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.service.Generator;

/** Sends the same again and again: every so often, or so many a second. */
final class GeneratorForm extends VBox {
  private static final Messages TEXT = Messages.of(GeneratorForm.class);
  private static final double MILLIS = 1000;

  private static final String MESSAGE = "message";

  private final SocketViewModel model;
  private final FormModel form = new FormModel(Tree.Fields.NONE);
  private final FormModel.Tagged message = form.tagged(MESSAGE, "text");
  private final FormField<TextField> rate =
      new FormField<>(
          TEXT.get("generator.rate"),
          TEXT.get("generator.rate.help"),
          FormControls.text(form.text("rate"), "10"));
  private final FormField<TextField> every =
      new FormField<>(
          TEXT.get("generator.every"),
          TEXT.get("generator.every.help"),
          FormControls.text(form.text("every"), "100"));
  private final FormField<TextField> count =
      new FormField<>(
          TEXT.get("generator.count"),
          TEXT.get("generator.count.help"),
          FormControls.text(form.text("count"), TEXT.get("generator.endless")));
  private final FormField<TextField> size =
      new FormField<>(
          TEXT.get("generator.size"),
          TEXT.get("generator.size.help"),
          FormControls.text(form.text("size"), TEXT.get("generator.own")));
  private final FieldMarks marks = new FieldMarks();
  private final BooleanProperty running = new SimpleBooleanProperty(this, "running");

  GeneratorForm(SocketViewModel model) {
    this.model = model;
    getStyleClass().add("setup-column");
    Button button = new Button();
    button
        .textProperty()
        .bind(
            Bindings.when(running)
                .then(TEXT.get("generator.stop"))
                .otherwise(TEXT.get("generator.start")));
    button
        .disableProperty()
        .bind(running.not().and(model.stateProperty().isNotEqualTo(SocketViewModel.State.OPEN)));
    button.setOnAction(_ -> toggle());
    getChildren()
        .addAll(
            SetupPane.about(TEXT.get("generator.about")),
            PayloadForm.payload(message, marks, ""),
            marks.reason(),
            OptionsForm.row(every, rate),
            OptionsForm.row(count, size),
            button);
    link(form.text("every"), form.text("rate"));
    form.treeProperty().addListener((_, _, _) -> check());
  }

  /** Marks what is wrong while it is typed; what is still empty is not wrong yet. */
  private void check() {
    Generator _ = generator();
    if (message.text().get().isEmpty() && !message.tag().get().equals("file")) {
      complain("");
    }
  }

  private void complain(String reason) {
    List<Problem> _ =
        marks.show(
            MESSAGE,
            reason.isEmpty() ? List.of() : List.of(new Problem(MESSAGE, reason, Mark.NONE)));
  }

  /** A pause and a rate say the same: the one that is typed empties the other. */
  private static void link(StringProperty every, StringProperty rate) {
    every.addListener(
        (_, _, typed) -> {
          if (!typed.isEmpty()) {
            rate.set("");
          }
        });
    rate.addListener(
        (_, _, typed) -> {
          if (!typed.isEmpty()) {
            every.set("");
          }
        });
  }

  private void toggle() {
    if (running.get()) {
      model.stopGenerating();
      return;
    }
    Generator generator = generator();
    if (generator != null) {
      running.set(true);
      model.generate(generator, () -> running.set(false));
    }
  }

  private @Nullable Generator generator() {
    Double perSecond = rate();
    int longest = Generator.longest(model.transport().isDatagram());
    Long messages = number(count, form.text("count").get(), 0);
    Long bytes = size(longest);
    byte[] pattern = pattern();
    if (perSecond == null || messages == null || bytes == null || pattern.length == 0) {
      return null;
    }
    if (bytes == 0 && pattern.length > longest) {
      complain(TEXT.get("generator.long", longest));
      return null;
    }
    return new Generator(pattern, bytes.intValue(), perSecond, messages);
  }

  private byte[] pattern() {
    Payload.Form chosen =
        Payload.Form.valueOf(message.tag().get().toUpperCase(java.util.Locale.ROOT));
    try {
      var request = model.request();
      byte[] bytes =
          chosen == Payload.Form.FILE
              ? new byte[0]
              : new Payload(chosen, message.text().get())
                  .bytes(request == null ? UTF_8 : request.talk().charset());
      complain(
          chosen == Payload.Form.FILE
              ? TEXT.get("generator.noFile")
              : bytes.length == 0 ? TEXT.get("generator.nothing") : "");
      return bytes;
    } catch (ParseProblem problem) {
      complain(String.valueOf(problem.getMessage()));
      return new byte[0];
    }
  }

  private @Nullable Long size(int longest) {
    Long bytes = number(size, form.text("size").get(), 0);
    if (bytes != null && bytes > longest) {
      size.problemProperty().set(TEXT.get("generator.long", longest));
      return null;
    }
    return bytes;
  }

  private @Nullable Double rate() {
    String typed = form.text("rate").get();
    if (!typed.isBlank()) {
      Long perSecond = number(rate, typed, 1);
      return perSecond == null ? null : perSecond.doubleValue();
    }
    String pause = form.text("every").get();
    Long millis = number(every, pause.isBlank() ? "1000" : pause, 1);
    return millis == null ? null : MILLIS / millis;
  }

  /** A whole number; null, and the reason at the field, where it is none. */
  private static @Nullable Long number(FormField<?> field, String typed, long least) {
    String text = typed.strip();
    boolean well = text.isEmpty() || text.matches("[0-9]{1,9}");
    long number = !well || text.isEmpty() ? 0 : Long.parseLong(text);
    well &= number >= least || text.isEmpty();
    field.problemProperty().set(well ? "" : TEXT.get("generator.number", least));
    return well ? (Long) number : null;
  }
}
