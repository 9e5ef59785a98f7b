package org.wirebench.core.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;

/** The YAML files that saved requests live in: one or more documents in each. */
public final class EntryFiles {
  /** The version of the form, which each document begins with. */
  public static final String VERSION = "1";

  /** The keys of a document, in the order in which they are written. */
  public static final List<String> KEYS =
      List.of("wirebench", "name", "tool", "request", "expect", "capture");

  private static final Messages TEXT = Messages.of(EntryFiles.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private EntryFiles() {}

  /**
   * The entries in {@code file}, in their order.
   *
   * @throws DamagedFileException when it is not such a file, with the first place that is wrong
   * @throws IOException when it cannot be read
   */
  public static List<Entry> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      // One more than may be, so that what is too large is seen to be; some files tell no size.
      return parse(file, in.readNBytes(YamlReader.LARGEST + 1));
    }
  }

  /**
   * The entries in the UTF-8 {@code bytes}.
   *
   * @param source named in errors, and what an entry without a name is called after
   * @throws DamagedFileException when they are not such a file
   */
  public static List<Entry> parse(Path source, byte[] bytes) throws DamagedFileException {
    List<Tree> documents = YamlReader.read(source, bytes);
    if (documents.isEmpty()) {
      throw new DamagedFileException(source, new Mark(1, 1), TEXT.get("entry.none"));
    }
    List<Entry> entries = new ArrayList<>();
    List<Problem> unknown = new ArrayList<>();
    for (Tree document : documents) {
      entries.add(new Document(source, document).entry(entries.size() + 1, unknown));
    }
    if (!unknown.isEmpty()) {
      throw new DamagedFileException(source, unknown, entries);
    }
    return entries;
  }

  /**
   * The entries as a file has them.
   *
   * @throws IOException when they are more than {@link #read} takes
   */
  public static byte[] bytes(List<Entry> entries) throws IOException {
    byte[] bytes = format(entries).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > YamlReader.LARGEST) {
      throw new IOException(TEXT.get("entry.large", YamlReader.LARGEST));
    }
    return bytes;
  }

  /** The entries as the text of a file. */
  public static String format(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(text.isEmpty() ? "" : "---\n").append(YamlWriter.write(document(entry)));
    }
    return text.toString();
  }

  private static Tree.Fields document(Entry entry) {
    SequencedMap<String, Tree> fields = new LinkedHashMap<>();
    fields.put("wirebench", Tree.text(VERSION));
    fields.put("name", Tree.text(entry.name()));
    fields.put("tool", Tree.text(entry.tool()));
    fields.put("request", entry.request());
    if (!entry.expect().items().isEmpty()) {
      fields.put("expect", entry.expect());
    }
    if (!entry.capture().values().isEmpty()) {
      fields.put("capture", entry.capture());
    }
    return Tree.Fields.of(fields);
  }

  /**
   * Puts {@code entries} in the place of what is in {@code file}, which stays as {@code file~}. A
   * damaged file is set aside first.
   *
   * @return where the damaged file was set aside, if it was one
   * @throws IOException when that cannot be done, also because it would be more than {@link #read}
   *     takes; {@code file} is then as it was
   */
  public static Optional<Path> write(Path file, List<Entry> entries) throws IOException {
    byte[] bytes = bytes(entries);
    Optional<Path> aside = Optional.empty();
    try {
      List<Entry> _ = read(file);
    } catch (NoSuchFileException newFile) {
      // Nothing to keep.
    } catch (DamagedFileException damaged) {
      aside = Files.size(file) == 0 ? Optional.empty() : Optional.of(setAside(file, Instant.now()));
    }
    AtomicFiles.write(file, bytes);
    return aside;
  }

  /**
   * Copies {@code file} to {@code file.damaged-<time>}, never over another file.
   *
   * @return the copy
   */
  public static Path setAside(Path file, Instant now) throws IOException {
    String name = file.getFileName() + ".damaged-" + STAMP.format(now);
    for (int number = 1; ; number++) {
      Path copy = file.resolveSibling(number == 1 ? name : name + "-" + number);
      try {
        return Files.copy(file, copy);
      } catch (FileAlreadyExistsException taken) {
        if (number == 1000) {
          throw taken;
        }
      }
    }
  }

  /** One document on its way to an entry. */
  private record Document(Path source, Tree tree) {
    Entry entry(int number, List<Problem> unknown) throws DamagedFileException {
      if (!(tree instanceof Tree.Fields fields)) {
        throw wrong(tree.mark(), TEXT.get("entry.fields"));
      }
      checkVersion(fields);
      checkKeys(fields, unknown);
      return new Entry(
          text(fields, "name").filter(name -> !name.isEmpty()).orElseGet(() -> nameOf(number)),
          text(fields, "tool")
              .orElseThrow(() -> wrong(fields.mark(), TEXT.get("entry.missing", "tool"))),
          part(fields, "request", Tree.Fields.class, Tree.Fields.NONE),
          part(fields, "expect", Tree.Items.class, Tree.Items.NONE),
          part(fields, "capture", Tree.Fields.class, Tree.Fields.NONE),
          fields.mark());
    }

    /** First of all, since of a newer form nothing else can be said. */
    private void checkVersion(Tree.Fields fields) throws DamagedFileException {
      Optional<String> version = text(fields, "wirebench");
      if (version.isEmpty()) {
        throw wrong(fields.mark(), TEXT.get("entry.version.missing"));
      }
      if (!version.get().equals(VERSION)) {
        Mark mark = Objects.requireNonNull(fields.values().get("wirebench")).mark();
        throw wrong(mark, TEXT.get("entry.version", YamlReader.shown(version.get()), VERSION));
      }
    }

    /** The rest can be read all the same, and what is wrong with it be told too. */
    private void checkKeys(Tree.Fields fields, List<Problem> unknown) {
      for (Map.Entry<String, Tree> field : fields.values().entrySet()) {
        String key = field.getKey();
        if (!KEYS.contains(key)) {
          unknown.add(
              new Problem(
                  YamlReader.shown(key), EntryFiles.unknown(key, KEYS), fields.markOf(key)));
        }
      }
    }

    private Optional<String> text(Tree.Fields fields, String key) throws DamagedFileException {
      Optional<Tree> value = fields.get(key);
      if (value.isPresent() && !(value.get() instanceof Tree.Text)) {
        throw wrong(value.get().mark(), TEXT.get("entry.text", key));
      }
      return fields.text(key);
    }

    private <T extends Tree> T part(Tree.Fields fields, String key, Class<T> type, T none)
        throws DamagedFileException {
      Tree value = fields.get(key).orElse(none);
      if (type.isInstance(value)) {
        return type.cast(value);
      }
      if (value instanceof Tree.Text(String text, Mark _) && text.isEmpty()) {
        return none;
      }
      throw wrong(
          value.mark(),
          TEXT.get(type == Tree.Items.class ? "entry.part.items" : "entry.part.fields", key));
    }

    private String nameOf(int number) {
      String name = String.valueOf(source.getFileName()).replaceFirst("\\.ya?ml$", "");
      return number == 1 ? name : name + " " + number;
    }

    private DamagedFileException wrong(Mark mark, String reason) {
      return new DamagedFileException(source, mark, reason);
    }
  }

  /** That {@code name} is unknown, and what may have been meant. */
  static String unknown(String name, List<String> known) {
    return Nearest.to(name, known)
        .map(near -> TEXT.get("unknown.near", YamlReader.shown(name), near))
        .orElseGet(() -> TEXT.get("unknown", YamlReader.shown(name), String.join(", ", known)));
  }
}
