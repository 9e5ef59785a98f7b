package org.wirebench.core.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps its files, as the platform wants it.
 *
 * @param config what the user set
 * @param state what the program remembers: the window, drafts, recent targets
 * @param cache what may be deleted at any time
 * @param workspace where requests are saved unless the user says otherwise
 */
public record Folders(Path config, Path state, Path cache, Path workspace) {
  /** The variable that names one folder for everything. */
  public static final String HOME_VARIABLE = "WIREBENCH_HOME";

  private static final String NAME = "wirebench";
  private static final String TITLE = "Wirebench";

  /** The folders on this machine. */
  public static Folders ofSystem() {
    return of(System::getenv, System.getProperty("os.name", ""), userHome());
  }

  private static Path userHome() {
    return Path.of(System.getProperty("user.home", ""));
  }

  /**
   * The folders for an environment.
   *
   * @param variables what an environment variable says, or null
   * @param system the name of the operating system
   * @param account the home folder that the account of the user says; one that is not absolute says
   *     nothing
   */
  static Folders of(Function<String, @Nullable String> variables, String system, Path account) {
    Optional<Path> own = path(variables.apply(HOME_VARIABLE));
    if (own.isPresent()) {
      Path all = own.get().toAbsolutePath();
      return new Folders(
          all.resolve("config"),
          all.resolve("state"),
          all.resolve("cache"),
          all.resolve("workspace"));
    }
    String name = system.toLowerCase(Locale.ROOT);
    Path home = name.contains("windows") ? account : unixHome(variables, account);
    Path workspace = home.resolve(TITLE);
    if (name.contains("mac")) {
      Path library = home.resolve("Library");
      Path support = library.resolve("Application Support").resolve(TITLE);
      return new Folders(
          support, support.resolve("state"), library.resolve("Caches").resolve(TITLE), workspace);
    }
    if (name.contains("windows")) {
      Path roaming = path(variables.apply("APPDATA")).orElse(home.resolve("AppData/Roaming"));
      Path local = path(variables.apply("LOCALAPPDATA")).orElse(home.resolve("AppData/Local"));
      return new Folders(
          roaming.resolve(TITLE),
          local.resolve(TITLE).resolve("state"),
          local.resolve(TITLE).resolve("cache"),
          workspace);
    }
    return new Folders(
        path(variables.apply("XDG_CONFIG_HOME")).orElse(home.resolve(".config")).resolve(NAME),
        path(variables.apply("XDG_STATE_HOME")).orElse(home.resolve(".local/state")).resolve(NAME),
        path(variables.apply("XDG_CACHE_HOME")).orElse(home.resolve(".cache")).resolve(NAME),
        workspace);
  }

  /** As XDG has it, the variable; without one, what the account says, or the root. */
  private static Path unixHome(Function<String, @Nullable String> variables, Path account) {
    return path(variables.apply("HOME"))
        .filter(Path::isAbsolute)
        .orElse(account.isAbsolute() ? account : Path.of("/"));
  }

  private static Optional<Path> path(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isBlank()).map(Path::of);
  }
}
