package org.wirebench.fx;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.KeptFile;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;

/**
 * The half of a tool that has a window: what the rail, the tabs and the welcome page show of it.
 */
public interface DesktopTool {
  /** The headless half. */
  Tool<?, ?> tool();

  /** The one icon of the tool, used everywhere it appears. */
  Ikon icon();

  /** The one colour of the tool, used everywhere it appears. */
  Hue hue();

  /** What the tool does, in one sentence. */
  String summary();

  /** What a new tab begins with. */
  default Entry blank() {
    return Entry.of("", id(), Tree.Fields.NONE);
  }

  /** Ready-made requests that work with no network at all, the first one the best to begin with. */
  List<Example> examples();

  /**
   * An example of one tab, which is run at once.
   *
   * @param about one sentence
   * @param server the id of the lab server that it needs; empty for none
   */
  default Example example(String title, String about, String server, Tree.Fields request) {
    return new Example(title, about, server, List.of(Entry.of(title, id(), request)), true);
  }

  /**
   * The request of an example, talking to a server of the lab.
   *
   * @param server what the server says to be asked: its fields are put over those of the example
   */
  default Tree.Fields aimed(Tree.Fields request, Tree.Fields server) {
    Tree.Fields aimed = request;
    for (var field : server.values().entrySet()) {
      aimed = aimed.with(field.getKey(), field.getValue());
    }
    return aimed;
  }

  /**
   * Builds the view of one tab. Called on the FX thread when the tab is first shown.
   *
   * @param initial what the form is filled with, complete or not; never refused
   */
  ToolView open(ToolContext context, Entry initial);

  /** The page that the tool has in the lab, if it has one. */
  default Optional<LabPart> labPart() {
    return Optional.empty();
  }

  /** The pictures of the tour, in their order. */
  List<TourStop> tour();

  /**
   * The files in which the tool keeps what is not of one tab.
   *
   * @param troubles is told when one could not be saved
   */
  default List<KeptFile> kept(Folders folders, JobClock clock, Consumer<IOException> troubles) {
    return List.of();
  }

  /** The id of the tool. */
  default String id() {
    return tool().id();
  }

  /** The name of the tool for people. */
  default String title() {
    return tool().title();
  }
}
