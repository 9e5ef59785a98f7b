package org.wirebench.terminal.emoji;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The emoji of the system, in colour, which JavaFX does not draw on Linux: Noto Color Emoji, whose
 * glyphs are pictures. Any thread.
 */
final class EmojiFont {
  private static final String FILE = "NotoColorEmoji.ttf";
  private static final int DEEPEST = 6;
  private static final int JOINER = 0x200d;

  /**
   * Say that the character before is text, or a picture, which those here all are. Where a text is
   * wanted of one that takes two cells, there is hardly a font that has it: a picture is better
   * than nothing.
   */
  private static final Set<Integer> PRESENTATION = Set.of(0xfe0e, 0xfe0f);

  private final CharacterMap characters;
  private final Ligatures ligatures;
  private final ColorBitmaps pictures;

  private EmojiFont(SfntFont font) {
    characters = new CharacterMap(table(font, "cmap"));
    ligatures = new Ligatures(table(font, "GSUB"));
    pictures = new ColorBitmaps(table(font, "CBLC"), table(font, "CBDT"));
  }

  private static ByteBuffer table(SfntFont font, String tag) {
    return font.table(tag).orElseThrow(() -> new IllegalArgumentException("no " + tag));
  }

  /** The folders in which fonts stand on Linux (fontconfig's defaults). */
  static List<Path> folders() {
    Path home = Path.of(System.getProperty("user.home"));
    return List.of(
        home.resolve(".local/share/fonts"),
        home.resolve(".fonts"),
        Path.of("/usr/local/share/fonts"),
        Path.of("/usr/share/fonts"));
  }

  /**
   * Looks for it.
   *
   * @return empty where it is not installed, or of a kind that is not known
   * @throws IOException when it cannot be read
   */
  static Optional<EmojiFont> find(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        Optional<Path> file = in(folder);
        if (file.isPresent()) {
          return read(file.get());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.find(folder, DEEPEST, (path, _) -> path.endsWith(FILE))) {
      return files.findFirst();
    }
  }

  private static Optional<EmojiFont> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return Optional.of(new EmojiFont(new SfntFont(bytes)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException other) {
      // Another build of the font (COLR), or a broken file: it is as if there was none.
      return Optional.empty();
    }
  }

  /**
   * The picture of a cluster, in PNG. Of one that is newer than the font, or is not all there yet,
   * it is that of what stands before the last part that was put to it: a woman of a family, a hand
   * of a hand with a colour.
   */
  Optional<byte[]> png(String cluster) {
    Optional<byte[]> whole = wholePng(cluster);
    int part = lastPart(cluster);
    return whole.isPresent() || part <= 0 ? whole : png(cluster.substring(0, part));
  }

  /** Where the last joiner, modifier or tag begins; -1 where there is none (UTS #51, 1.4). */
  private static int lastPart(String cluster) {
    for (int at = cluster.length(); at > 0; ) {
      int codePoint = cluster.codePointBefore(at);
      at -= Character.charCount(codePoint);
      boolean modifier = codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
      boolean tag = codePoint >= 0xe0020 && codePoint <= 0xe007f;
      if (codePoint == JOINER || modifier || tag) {
        return at;
      }
    }
    return -1;
  }

  private Optional<byte[]> wholePng(String cluster) {
    List<Integer> glyphs =
        cluster
            .codePoints()
            .filter(codePoint -> !PRESENTATION.contains(codePoint))
            .mapToObj(characters::glyph)
            .toList();
    if (glyphs.isEmpty() || glyphs.contains(0)) {
      return Optional.empty();
    }
    int glyph = glyphs.size() == 1 ? glyphs.getFirst() : ligatures.glyph(glyphs);
    return glyph == 0 ? Optional.empty() : pictures.png(glyph);
  }
}
