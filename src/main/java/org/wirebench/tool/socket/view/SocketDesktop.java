package org.wirebench.tool.socket.view;

import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.Example;
import org.wirebench.fx.Hue;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.TourStop;
import org.wirebench.tool.socket.SocketTool;

/** The socket console in the window. */
public final class SocketDesktop implements DesktopTool {
  private static final Messages TEXT = Messages.of(SocketDesktop.class);

  private final SocketTool tool;

  public SocketDesktop(SocketTool tool) {
    this.tool = tool;
  }

  @Override
  public SocketTool tool() {
    return tool;
  }

  @Override
  public Ikon icon() {
    return Feather.TERMINAL;
  }

  @Override
  public Hue hue() {
    return Hue.BLUE;
  }

  @Override
  public String summary() {
    return TEXT.get("summary");
  }

  private static Tree.Fields greetingMacros() {
    Tree hello = Tree.Fields.NONE.with("name", TEXT.get("macro.hello")).with("send", "Hello\\n");
    Tree bytes =
        Tree.Fields.NONE
            .with("name", TEXT.get("macro.bytes"))
            .with("send", Tree.Fields.NONE.with("hex", "de ad be ef"));
    return Tree.Fields.NONE.with("macros", Tree.items(List.of(hello, bytes)));
  }

  private Example echo() {
    return example(
        TEXT.get("example.echo"), TEXT.get("example.echo.about"), "socket.echo", greetingMacros());
  }

  private Example tls() {
    return example(
        TEXT.get("example.tls"),
        TEXT.get("example.tls.about"),
        "socket.tls-echo",
        Tree.Fields.NONE);
  }

  private Example server() {
    return example(
        TEXT.get("example.server"),
        TEXT.get("example.server.about"),
        "",
        Tree.Fields.NONE
            .with("mode", "server")
            .with("host", "127.0.0.1")
            .with("port", "0")
            .with("behaviour", "echo"));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        echo(),
        server(),
        tls(),
        example(
            TEXT.get("example.udp"),
            TEXT.get("example.udp.about"),
            "socket.udp-echo",
            Tree.Fields.NONE),
        example(
            TEXT.get("example.greeting"),
            TEXT.get("example.greeting.about"),
            "socket.greeting",
            Tree.Fields.NONE),
        example(
            TEXT.get("example.chargen"),
            TEXT.get("example.chargen.about"),
            "socket.chargen",
            Tree.Fields.NONE));
  }

  @Override
  public ToolView open(ToolContext context, Entry initial) {
    return new SocketView(tool, context, initial, EmptyState.of(this, TEXT.get("empty"), context));
  }

  @Override
  public List<TourStop> tour() {
    return SocketTour.stops(tool.id(), echo(), tls(), server());
  }
}
