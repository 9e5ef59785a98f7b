package org.wirebench.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.settings.KeptFile;
import org.wirebench.core.settings.Loaded;
import org.wirebench.core.settings.Session;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.settings.SettingsStore;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;

/**
 * What the window begins with, read before there is a window, since it reads files.
 *
 * @param files what the files of the open tabs say now, by file
 * @param recent what was run last
 * @param sent what was typed and sent last with each tool
 * @param troubles what could not be read, in words for the user
 * @param news what else the user is told
 */
public record Start(
    Settings settings,
    Session session,
    Map<Path, List<Entry>> files,
    List<Entry> recent,
    Map<String, List<String>> sent,
    List<String> troubles,
    Optional<String> news) {
  private static final Messages TEXT = Messages.of(Start.class);

  /** A first start: nothing set, nothing open. */
  public static final Start FIRST =
      new Start(
          Settings.DEFAULT,
          Session.EMPTY,
          Map.of(),
          List.of(),
          Map.of(),
          List.of(),
          Optional.empty());

  public Start {
    files = Map.copyOf(files);
    recent = List.copyOf(recent);
    sent = Map.copyOf(sent);
    troubles = List.copyOf(troubles);
  }

  /** The same, with something to tell the user. */
  public Start with(String news) {
    return new Start(settings, session, files, recent, sent, troubles, Optional.of(news));
  }

  /** Reads all that was kept. Nothing that is damaged keeps the program from starting. */
  public static Start load(SettingsStore settings, SessionStore session, List<KeptFile> kept) {
    List<String> troubles = new ArrayList<>();
    Settings set = read(settings::load, Settings.DEFAULT, troubles);
    Session open = read(session::load, Session.EMPTY, troubles);
    List<Entry> recent = read(session::loadRecent, List.of(), troubles);
    Map<String, List<String>> sent = read(session::loadSent, Map.of(), troubles);
    for (KeptFile file : kept) {
      boolean _ = read(() -> new Loaded<>(true, file.load()), false, troubles);
    }
    Map<Path, List<Entry>> files = new HashMap<>();
    for (Session.OpenTab tab : open.tabs()) {
      tab.file().ifPresent(file -> files.computeIfAbsent(file, Start::entries));
    }
    return new Start(set, open, files, recent, sent, troubles, Optional.empty());
  }

  private interface Source<T> {
    Loaded<T> load() throws IOException;
  }

  private static <T> T read(Source<T> source, T fallback, List<String> troubles) {
    try {
      Loaded<T> loaded = source.load();
      loaded.trouble().ifPresent(troubles::add);
      return loaded.value();
    } catch (IOException unreadable) {
      troubles.add(TEXT.get("start.unreadable", NetFailure.of(unreadable).cause()));
      return fallback;
    }
  }

  /** A file that is gone or damaged says nothing: its tab then counts as not saved. */
  private static List<Entry> entries(Path file) {
    try {
      return EntryFiles.read(file);
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** What is saved of a tab that was open. */
  Optional<Entry> savedAs(Session.OpenTab tab) {
    List<Entry> entries =
        tab.file().map(file -> files.getOrDefault(file, List.of())).orElse(List.of());
    return entries.stream()
        .filter(entry -> entry.name().equals(tab.entry().name()))
        .findFirst()
        .or(() -> entries.stream().findFirst());
  }
}
