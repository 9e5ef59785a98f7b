package org.wirebench.tool.http.view;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.FileSaver;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;
import org.wirebench.tool.http.har.Har;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpRun;

/** Saves exchanges as an HTTP archive, which browsers and other tools read. */
record HarExport(FileSaver saver) {
  private static final Messages TEXT = Messages.of(HarExport.class);

  HarExport(FxJobs jobs, Notices notices, Node owner) {
    this(new FileSaver(jobs, notices, owner, HttpRequest.TOOL));
  }

  /** The actions: the chosen runs or all of them, with secrets or with stars in their place. */
  List<Action> actions(
      Supplier<List<HttpRun>> chosen, Supplier<List<HttpRun>> all, BooleanExpression any) {
    return List.of(
        action(TEXT.get("har.shown"), chosen, false, any),
        action(TEXT.get("har.all"), all, false, any),
        action(TEXT.get("har.all.secrets"), all, true, any));
  }

  private Action action(
      String title, Supplier<List<HttpRun>> runs, boolean secrets, BooleanExpression any) {
    return Action.of(title, Feather.DOWNLOAD, () -> choose(runs.get(), secrets))
        .when(any, TEXT.get("history.none"));
  }

  private void choose(List<HttpRun> runs, boolean secrets) {
    saver
        .chosen(TEXT.get("har.save"), TEXT.get("har.file"))
        .ifPresent(file -> save(file, runs, secrets));
  }

  /** Saves into a file, the oldest exchange first, as they stand in an archive. */
  void save(Path file, List<HttpRun> runs, boolean secrets) {
    List<Exchange> exchanges =
        runs.reversed().stream().flatMap(run -> run.exchanges().stream()).toList();
    saver.save(file, (out, _) -> Har.write(exchanges, secrets, out));
  }
}
