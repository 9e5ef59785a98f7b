package org.wirebench.tool.http.view;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.KeptFile;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.Example;
import org.wirebench.fx.Hue;
import org.wirebench.fx.LabPart;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.TourStop;
import org.wirebench.tool.http.HttpTool;
import org.wirebench.tool.http.lab.MockFile;
import org.wirebench.tool.http.service.cookie.CookieFile;

/** The HTTP tool in the window. */
public final class HttpDesktop implements DesktopTool {
  private static final Messages TEXT = Messages.of(HttpDesktop.class);

  private final HttpTool tool;

  public HttpDesktop(HttpTool tool) {
    this.tool = tool;
  }

  @Override
  public HttpTool tool() {
    return tool;
  }

  @Override
  public Ikon icon() {
    return Feather.GLOBE;
  }

  @Override
  public Hue hue() {
    return Hue.GREEN;
  }

  @Override
  public String summary() {
    return TEXT.get("summary");
  }

  private Example json() {
    return example(
        TEXT.get("example.json"),
        TEXT.get("example.json.about"),
        "http.http",
        Tree.Fields.NONE.with("url", "/json"));
  }

  private Example post() {
    return example(
        TEXT.get("example.post"),
        TEXT.get("example.post.about"),
        "http.http",
        Tree.Fields.NONE
            .with("method", "POST")
            .with("url", "/posts")
            .with("body", Tree.Fields.NONE.with("json", TEXT.get("example.post.body"))));
  }

  private Example redirects() {
    return example(
        TEXT.get("example.redirect"),
        TEXT.get("example.redirect.about"),
        "http.https",
        Tree.Fields.NONE.with("url", "/redirect/3"));
  }

  private Example events() {
    return example(
        TEXT.get("example.events"),
        TEXT.get("example.events.about"),
        "http.http",
        Tree.Fields.NONE.with("url", "/sse"));
  }

  @Override
  public List<Example> examples() {
    return List.of(json(), post(), redirects(), events());
  }

  /** The examples say the path, and the server of the lab says where. */
  @Override
  public Tree.Fields aimed(Tree.Fields request, Tree.Fields server) {
    Tree.Fields aimed = DesktopTool.super.aimed(request, server);
    String path = request.text("url").orElse("/");
    String there = server.text("url").orElse("");
    return there.isEmpty() || !path.startsWith("/")
        ? aimed
        : aimed.with("url", there.replaceAll("/+$", "") + path);
  }

  @Override
  public ToolView open(ToolContext context, Entry initial) {
    return new HttpView(tool, context, initial, EmptyState.of(this, TEXT.get("empty"), context));
  }

  @Override
  public Optional<LabPart> labPart() {
    return Optional.of(
        new LabPart(
            TEXT.get("mocks.title"),
            TEXT.get("mocks.what"),
            Feather.SHUFFLE,
            (context, back) -> new MockPane(context, tool.mocks(), back)));
  }

  @Override
  public List<KeptFile> kept(Folders folders, JobClock clock, Consumer<IOException> troubles) {
    return List.of(
        new CookieFile(tool.service().cookies(), folders, clock, troubles),
        new MockFile(tool.mocks(), folders, clock, troubles));
  }

  @Override
  public List<TourStop> tour() {
    return HttpTour.stops(json(), post(), redirects());
  }
}
