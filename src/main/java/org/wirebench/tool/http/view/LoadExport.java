package org.wirebench.tool.http.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.FileSaver;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.load.JMeterPlan;
import org.wirebench.tool.http.service.load.LoadCsv;
import org.wirebench.tool.http.service.load.LoadHtml;
import org.wirebench.tool.http.service.veil.Secrecy;

/** Saves what a load run has brought, or has another program carry it out. */
record LoadExport(FxJobs jobs, Notices notices, LoadViewModel model, Node owner) {
  private static final Messages TEXT = Messages.of(LoadExport.class);

  /** What is saved. */
  enum Form {
    CSV("csv"),
    HTML("html"),
    JMETER("jmx");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }
  }

  /** An action for each form. */
  List<Action> actions() {
    return Arrays.stream(Form.values())
        .map(
            form ->
                Action.of(TEXT.get(form), Feather.DOWNLOAD, () -> choose(form))
                    .when(canSave(form), missing(form)))
        .toList();
  }

  /** A menu item for each form. */
  List<MenuItem> items() {
    return Arrays.stream(Form.values())
        .map(
            form -> {
              MenuItem item = new MenuItem(TEXT.get(form) + "…");
              item.setId("load-save-" + form.name().toLowerCase(Locale.ROOT));
              item.setOnAction(_ -> choose(form));
              item.disableProperty().bind(canSave(form).not());
              return item;
            })
        .toList();
  }

  /** A report needs a run; a plan for another program needs what is typed alone. */
  private BooleanExpression canSave(Form form) {
    return form == Form.JMETER
        ? Bindings.createBooleanBinding(
            () -> model.blockedProperty().getValue().isEmpty(), model.blockedProperty())
        : model.shownProperty().isNotNull();
  }

  private static String missing(Form form) {
    return form == Form.JMETER ? TEXT.get("load.noRequest") : TEXT.get("load.noRun");
  }

  private void choose(Form form) {
    saver()
        .chosen(TEXT.get(form), TEXT.get("load.file") + "." + form.extension)
        .ifPresent(file -> save(form, file));
  }

  /** Saves into a file; tells how it ended, and what another program will not do. */
  void save(Form form, Path file) {
    LoadViewModel.Shown shown = model.shownProperty().get();
    HttpRequest request = model.request().orElse(null);
    String leftOut =
        form == Form.JMETER && request != null ? String.join(" ", JMeterPlan.leftOut(request)) : "";
    saver()
        .save(file, (out, _) -> out.write(content(form, shown, request).getBytes(UTF_8)), leftOut);
  }

  private FileSaver saver() {
    return new FileSaver(jobs, notices, owner, HttpRequest.TOOL);
  }

  private static String content(
      Form form, LoadViewModel.@Nullable Shown shown, @Nullable HttpRequest request) {
    if (form == Form.JMETER && request != null) {
      String url = Secrecy.of(request).address(request.url().toString());
      return JMeterPlan.of(request, request.method() + " " + url);
    }
    if (shown == null) {
      throw new IllegalStateException("nothing to save");
    }
    return form == Form.CSV
        ? LoadCsv.of(shown.report())
        : LoadHtml.of(shown.request(), shown.report());
  }
}
