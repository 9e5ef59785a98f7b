package org.wirebench.tool.http.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    Loaded<Tree.Items> loaded = StateFiles.load(file.file(), Tree.Items.NONE, MockFile::bind);
    drafts.load(loaded.value());
    drafts.addListener(() -> file.write(this::bytes));
    return loaded.trouble();
  }

  /** Whether a route is right is for those who edit it; here it need only be one. */
  private static Bound<Tree.Items> bind(List<Entry> entries) {
    Tree routes =
        entries.getFirst().request().get(MockRoutes.ROUTES.name()).orElse(Tree.Items.NONE);
    if (!(routes instanceof Tree.Items items)) {
      return wrong("request.routes", TEXT.get("mock.file.routes"), routes.mark());
    }
    for (int i = 0; i < items.items().size(); i++) {
      Tree route = items.items().get(i);
      if (!(route instanceof Tree.Fields)) {
        return wrong("request.routes[" + i + "]", TEXT.get("mock.file.route"), route.mark());
      }
    }
    return new Bound.Ok<>(items);
  }

  private static Bound<Tree.Items> wrong(String path, String reason, Mark mark) {
    String where = TEXT.get("mock.file.wrong", mark.line(), mark.column(), reason);
    return new Bound.Bad<>(List.of(new Problem(path, where, mark)));
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
