package org.wirebench.shell;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.check.Subject;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.net.Network;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.Example;
import org.wirebench.fx.Hue;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.TourStop;

/** The smallest tool there can be, to try the window with: sends a line and shows the answer. */
final class EchoTool implements DesktopTool {
  static final String ID = "echo";

  private final Network network;
  private final List<TourStop> more;

  /**
   * @param more pictures of the tour, after its own
   */
  EchoTool(Network network, List<TourStop> more) {
    this.network = network;
    this.more = more;
  }

  @Override
  public Tool<?, ?> tool() {
    return new Headless();
  }

  @Override
  public Ikon icon() {
    return Feather.REPEAT;
  }

  @Override
  public Hue hue() {
    return Hue.PURPLE;
  }

  @Override
  public String summary() {
    return "Sends one line to a server and shows what comes back.";
  }

  @Override
  public Entry blank() {
    return Entry.of("New echo", ID, Tree.Fields.NONE);
  }

  static Example example() {
    return new Example(
        "Talk to an echo server",
        "Starts a server inside the program and says hello to it.",
        EchoServer.ID,
        List.of(Entry.of("Echo", ID, Tree.Fields.NONE.with("line", "hello"))),
        true);
  }

  @Override
  public List<Example> examples() {
    return List.of(example());
  }

  @Override
  public ToolView open(ToolContext context, Entry initial) {
    return new EchoView(context, initial);
  }

  @Override
  public List<TourStop> tour() {
    List<TourStop> stops = new ArrayList<>();
    stops.add(new TourStop("answer", example(), view -> () -> ((EchoView) view).hasAnswer()));
    stops.addAll(more);
    return stops;
  }

  private final class Headless implements Tool<String, String> {
    @Override
    public String id() {
      return ID;
    }

    @Override
    public String title() {
      return "Echo";
    }

    @Override
    public Shape shape() {
      return Shape.of(Field.text("target"), Field.text("line"));
    }

    @Override
    public Bound<String> bind(Tree.Fields request) {
      return new Bound.Ok<>(request.text("target").orElse(""));
    }

    @Override
    public Tree.Fields write(String request) {
      return Tree.Fields.NONE.with("target", request);
    }

    @Override
    public String run(String request, JobContext context) {
      return request;
    }

    @Override
    public List<Subject<String>> subjects() {
      return List.of();
    }

    @Override
    public List<CodeWriter<String>> writers() {
      return List.of();
    }

    @Override
    public List<LabServer> lab() {
      return List.of(new EchoServer(network));
    }
  }
}
