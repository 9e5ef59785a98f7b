package org.wirebench.tool.http.service.cookie;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.KeptFile;
import org.wirebench.core.settings.LateFile;
import org.wirebench.core.settings.Loaded;
import org.wirebench.core.settings.StateFiles;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.HttpRequest;

/**
 * Keeps the cookies of a jar in {@code cookies.yaml} of the program's own state, from one start to
 * the next, as far as they are to outlive it. Values of cookies are secrets: nobody but the user
 * may read the file, and no earlier version of it is left.
 */
public final class CookieFile implements KeptFile {
  private static final Duration DELAY = Duration.ofMillis(500);
  private static final String FIELD = "cookies";

  private final CookieJar jar;
  private final LateFile file;

  /**
   * @param troubles is told when the cookies could not be saved
   */
  public CookieFile(
      CookieJar jar, Folders folders, JobClock clock, Consumer<IOException> troubles) {
    this.jar = jar;
    Path place = folders.state().resolve("cookies.yaml");
    this.file = new LateFile(place, DELAY, clock, troubles, true);
  }

  @Override
  public Optional<String> load() throws IOException {
    Loaded<Boolean> loaded = StateFiles.load(file.file(), false, this::bind);
    jar.addListener(() -> file.write(this::bytes));
    return loaded.trouble();
  }

  private Bound<Boolean> bind(List<Entry> entries) {
    List<Problem> problems = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<Tree> cookies = entry.request().get(FIELD);
      cookies.ifPresent(tree -> problems.addAll(jar.read(tree, "request." + FIELD)));
    }
    return problems.isEmpty() ? new Bound.Ok<>(true) : new Bound.Bad<>(problems);
  }

  private byte[] bytes() throws IOException {
    Tree.Fields cookies = Tree.Fields.NONE.with(FIELD, jar.write());
    return EntryFiles.bytes(List.of(Entry.of(FIELD, HttpRequest.TOOL, cookies)));
  }

  @Override
  public void close() {
    file.close();
  }
}
