package org.wirebench.tool.http.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.KeptFile;
import org.wirebench.core.settings.LateFile;
import org.wirebench.core.settings.Loaded;
import org.wirebench.core.settings.StateFiles;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.HttpRequest;

/**
 * Keeps the routes of the user in {@code mocks.yaml} of the program's own state, from one start to
 * the next, as they are typed: one that is wrong is shown again as it was.
 */
public final class MockFile implements KeptFile {
  private static final Messages TEXT = Messages.of(MockFile.class);
  private static final Duration DELAY = Duration.ofMillis(500);
  private static final String NAME = "mocks";
  private static final String PATH = "request.routes";

  private final MockDrafts drafts;
  private final LateFile file;

  /**
   * @param troubles is told when the routes could not be saved
   */
  public MockFile(
      MockDrafts drafts, Folders folders, JobClock clock, Consumer<IOException> troubles) {
    this.drafts = drafts;
    Path place = folders.state().resolve(NAME + ".yaml");
    this.file = new LateFile(place, DELAY, clock, troubles);
  }

  @Override
  public Optional<String> load() throws IOException {
    List<Tree> routes = new ArrayList<>();
    Loaded<Boolean> loaded = StateFiles.load(file.file(), false, all -> bind(all, routes));
    drafts.load(Tree.items(routes));
    drafts.addListener(() -> file.write(this::bytes));
    if (loaded.trouble().isPresent()) {
      // What was set aside need not be told of again at the next start.
      file.write(this::bytes);
    }
    return loaded.trouble();
  }

  /**
   * Whether a route is right is for those who edit it; here it need only be one, of fields that can
   * be edited.
   *
   * @param routes takes what of the file can be used
   */
  private static Bound<Boolean> bind(List<Entry> entries, List<Tree> routes) {
    Tree typed = entries.getFirst().request().get(MockRoutes.ROUTES.name()).orElse(Tree.Items.NONE);
    List<Problem> problems = new ArrayList<>();
    if (typed instanceof Tree.Items items) {
      for (Tree one : items.items()) {
        read(one, PATH + "[" + routes.size() + "]", routes, problems);
      }
    } else {
      problems.add(wrong(PATH, TEXT.get("mock.file.routes"), typed.mark()));
    }
    return problems.isEmpty() ? new Bound.Ok<>(true) : new Bound.Bad<>(problems);
  }

  private static void read(Tree typed, String path, List<Tree> routes, List<Problem> problems) {
    if (!(typed instanceof Tree.Fields route)) {
      problems.add(wrong(path, TEXT.get("mock.file.route"), typed.mark()));
      return;
    }
    Tree.Fields known = route;
    List<String> names = MockRoutes.ROUTE.names();
    for (String name : route.names()) {
      if (!names.contains(name)) {
        String reason = TEXT.get("mock.file.field", Escapes.display(name));
        problems.add(wrong(path, reason, route.markOf(name)));
        known = known.without(name);
      }
    }
    routes.add(known);
  }

  private static Problem wrong(String path, String reason, Mark mark) {
    return new Problem(path, TEXT.get("mock.file.wrong", mark.line(), mark.column(), reason), mark);
  }

  private byte[] bytes() throws IOException {
    Tree.Fields routes = Tree.Fields.NONE.with(MockRoutes.ROUTES.name(), drafts.typed());
    return EntryFiles.bytes(List.of(Entry.of(NAME, HttpRequest.TOOL, routes)));
  }

  @Override
  public void close() {
    file.close();
  }
}
