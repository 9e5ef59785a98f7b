package org.wirebench.shell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Example;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LabStart;
import org.wirebench.fx.Notices;

/** Opens examples: first the server that they need, then their tabs. */
final class Examples {
  private final Lab lab;
  private final FxJobs jobs;
  private final Notices notices;
  private final Function<String, Optional<DesktopTool>> tools;
  private final Opener opener;

  /** Opens one tab of an example. */
  interface Opener {
    /**
     * @param run whether its primary button is pressed
     */
    void open(Entry entry, boolean run);
  }

  Examples(
      Lab lab,
      FxJobs jobs,
      Notices notices,
      Function<String, Optional<DesktopTool>> tools,
      Opener opener) {
    this.lab = lab;
    this.jobs = jobs;
    this.notices = notices;
    this.tools = tools;
    this.opener = opener;
  }

  void open(Example example) {
    if (example.server().isEmpty()) {
      openTabs(example, Tree.Fields.NONE);
    } else {
      whenReady(
          example.server(), status -> openTabs(example, status.request().orElse(Tree.Fields.NONE)));
    }
  }

  /** Opens a tab that talks to a server of the lab, which is started if need be. */
  void openServer(String id) {
    whenReady(
        id,
        status ->
            status
                .request()
                .ifPresent(
                    request ->
                        opener.open(
                            Entry.of(status.server().title(), status.server().tool(), request),
                            false)));
  }

  private void openTabs(Example example, Tree.Fields server) {
    for (Entry entry : example.entries()) {
      Tree.Fields request = tools.apply(entry.tool()).orElseThrow().aimed(entry.request(), server);
      Entry filled =
          new Entry(
              entry.name(), entry.tool(), request, entry.expect(), entry.capture(), entry.mark());
      opener.open(filled, example.run());
    }
  }

  private void whenReady(String id, Consumer<Lab.Status> then) {
    LabStart.whenReady(lab, jobs, id, then, notices::failure);
  }
}
