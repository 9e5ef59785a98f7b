package org.wirebench.core.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;

/**
 * What the window looked like: where it was, what was open in it, what was typed.
 *
 * @param window its place, if it has been shown
 * @param tabs what is open, in order
 * @param selected the index of the tab that is shown, or -1
 * @param dock which page of the dock is open; empty when it is closed
 */
public record Session(Optional<Place> window, List<OpenTab> tabs, int selected, String dock) {
  /** Nothing open. */
  public static final Session EMPTY = new Session(Optional.empty(), List.of(), -1, "");

  private static final String NAME = "window";
  private static final int FAR = 100_000;

  /**
   * Where the window is, in pixels.
   *
   * @param maximized whether it fills the screen; the rest then says where it is otherwise
   */
  public record Place(int x, int y, int width, int height, boolean maximized) {}

  /**
   * One tab.
   *
   * @param entry what was typed in it
   * @param file where it is saved, if it is
   * @param pinned whether it stays at the left
   * @param dirty whether something in it is not saved
   * @param draft what was typed beside the entry, such as a line that was not sent
   * @param title what the tab was called, since only its view knows that; may be empty
   */
  public record OpenTab(
      Entry entry,
      Optional<Path> file,
      boolean pinned,
      boolean dirty,
      Map<String, String> draft,
      String title) {
    public OpenTab {
      draft = Map.copyOf(draft);
    }
  }

  private static final Field<Integer> X = Field.integer("x", -FAR, FAR).or(0);
  private static final Field<Integer> Y = Field.integer("y", -FAR, FAR).or(0);
  private static final Field<Integer> WIDTH = Field.integer("width", 0, FAR).or(0);
  private static final Field<Integer> HEIGHT = Field.integer("height", 0, FAR).or(0);
  private static final Field<Boolean> MAXIMIZED = Field.flag("maximized").or(false);
  private static final Field<Integer> SELECTED = Field.integer("selected", -1, FAR).or(-1);
  private static final Field<String> DOCK = Field.text("dock").or("");

  private static final Field<String> FILE = Field.text("file").or("");
  private static final Field<Boolean> PINNED = Field.flag("pinned").or(false);
  private static final Field<Boolean> DIRTY = Field.flag("dirty").or(false);
  private static final Field<SequencedMap<String, String>> DRAFT =
      Field.of("draft", Kinds.named(Kinds.text())).or(new LinkedHashMap<>());
  private static final Field<String> TITLE = Field.text("title").or("");

  /** Whether the entry has a name: what has none is called after its file when it is read. */
  private static final Field<Boolean> NAMED = Field.flag("named").or(true);

  private static final Shape TAB_SHAPE = Shape.of(FILE, PINNED, DIRTY, DRAFT, TITLE, NAMED);
  private static final Kind<Kept> TAB =
      Kinds.object(
          TAB_SHAPE,
          read ->
              new Kept(
                  read.get(FILE),
                  read.get(PINNED),
                  read.get(DIRTY),
                  read.get(DRAFT),
                  read.get(TITLE),
                  read.get(NAMED)),
          kept ->
              TAB_SHAPE
                  .writer()
                  .put(FILE, kept.file())
                  .put(PINNED, kept.pinned())
                  .put(DIRTY, kept.dirty())
                  .put(DRAFT, new LinkedHashMap<>(new TreeMap<>(kept.draft())))
                  .put(TITLE, kept.title())
                  .put(NAMED, kept.named())
                  .fields());
  private static final Field<List<Kept>> TABS = Field.list("tabs", TAB).or(List.of());
  private static final Shape SHAPE = Shape.of(X, Y, WIDTH, HEIGHT, MAXIMIZED, SELECTED, DOCK, TABS);

  /** What is kept of a tab beside its entry. */
  private record Kept(
      String file,
      boolean pinned,
      boolean dirty,
      Map<String, String> draft,
      String title,
      boolean named) {
    static final Kept UNKNOWN = new Kept("", false, true, Map.of(), "", true);

    static Kept of(OpenTab tab) {
      String file = tab.file().map(Path::toString).orElse("");
      boolean named = !tab.entry().name().isEmpty();
      return new Kept(file, tab.pinned(), tab.dirty(), tab.draft(), tab.title(), named);
    }

    OpenTab tab(Entry read) {
      return new OpenTab(
          named ? read : read.named(""),
          Optional.of(file).filter(name -> !name.isEmpty()).map(Path::of),
          pinned,
          dirty,
          draft,
          title);
    }
  }

  public Session {
    tabs = List.copyOf(tabs);
  }

  /** The session that these documents say: the window first, then one for each tab. */
  static Bound<Session> bind(List<Entry> documents) {
    List<Entry> entries = documents.subList(1, documents.size());
    return SHAPE.bind(documents.getFirst().request(), NAME, read -> session(read, entries));
  }

  private static Session session(Reader read, List<Entry> entries) {
    List<Kept> kept = read.get(TABS);
    List<OpenTab> tabs = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Kept one = i < kept.size() ? kept.get(i) : Kept.UNKNOWN;
      tabs.add(one.tab(entries.get(i)));
    }
    Place place =
        new Place(read.get(X), read.get(Y), read.get(WIDTH), read.get(HEIGHT), read.get(MAXIMIZED));
    return new Session(
        Optional.of(place).filter(known -> known.width() > 0 && known.height() > 0),
        tabs,
        Math.min(read.get(SELECTED), tabs.size() - 1),
        read.get(DOCK));
  }

  /** The documents that say this session. */
  List<Entry> write() {
    Shape.Writer writer = SHAPE.writer();
    window.ifPresent(
        place ->
            writer
                .put(X, place.x())
                .put(Y, place.y())
                .put(WIDTH, place.width())
                .put(HEIGHT, place.height())
                .put(MAXIMIZED, place.maximized()));
    List<Kept> kept = tabs.stream().map(Kept::of).toList();
    writer.put(SELECTED, selected).put(DOCK, dock).put(TABS, kept);
    List<Entry> documents = new ArrayList<>();
    documents.add(Entry.of(NAME, NAME, writer.fields()));
    tabs.forEach(tab -> documents.add(tab.entry()));
    return documents;
  }
}
