package org.wirebench.terminal.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The emoji of Debian's fonts-noto-color-emoji. */
@Tag("interop")
class EmojiFontTest {
  private static EmojiFont font() throws IOException {
    return EmojiFont.find(EmojiFont.folders()).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀",
        "👍🏽",
        "👨‍👩‍👧‍👦",
        "🇩🇪",
        "❤️",
        "☺️",
        "🏳️‍🌈",
        "1️⃣",
        "🧑🏿‍🚀",
        "©️",
        "〽️",
        "⌚︎"
      })
  void aClusterHasOnePicture(String cluster) throws IOException {
    byte[] png = font().png(cluster).orElseThrow();
    Image image = new Image(new ByteArrayInputStream(png));
    assertThat(image.isError()).isFalse();
    assertThat(image.getWidth()).isBetween(100.0, 200.0);
    assertThat(image.getHeight()).isBetween(100.0, 200.0);
  }

  @Test
  void whatIsTextUnlessSaidIsAskedForOnlyAsACluster() {
    assertThat("#*09©®〰〽㊗㊙".codePoints())
        .allMatch(codePoint -> EmojiPictures.isCandidate(codePoint, true))
        .noneMatch(codePoint -> EmojiPictures.isCandidate(codePoint, false));
    assertThat("😀☺⌚🀄".codePoints())
        .allMatch(codePoint -> EmojiPictures.isCandidate(codePoint, false));
    assertThat("漢a".codePoints())
        .noneMatch(codePoint -> EmojiPictures.isCandidate(codePoint, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"漢", "a", "😀😀", "", "️", "\u200d", "漢\u200d😀", "🇽🇽"})
  void whatIsNoEmojiHasNone(String text) throws IOException {
    assertThat(font().png(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "👨\u200d👩\u200d👧\u200d, 👨\u200d👩\u200d👧",
    "👨\u200d👩\u200d🏠, 👨",
    "👨\u200d🇩, 👨",
    "🏠🏽, 🏠",
    "👍🏽\u200d🔥, 👍🏽",
    "❤️\u200d, ❤️",
  })
  void ofOneThatIsNotKnownItIsThatOfItsBeginning(String cluster, String beginning)
      throws IOException {
    assertThat(font().png(cluster)).isPresent();
    assertThat(font().png(cluster).orElseThrow()).isEqualTo(font().png(beginning).orElseThrow());
  }

  @Test
  void aBrokenFontIsNone(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(file());
    for (int length : new int[] {0, 3, 20, 200, 5000, whole.length / 2}) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      Files.write(folder.resolve("NotoColorEmoji.ttf"), cut);
      assertThat(EmojiFont.find(List.of(folder))).isEmpty();
    }
    assertThat(EmojiFont.find(List.of(folder.resolve("nowhere")))).isEmpty();
  }

  private static Path file() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("/usr/share/fonts"))) {
      Optional<Path> found = all.filter(path -> path.endsWith("NotoColorEmoji.ttf")).findFirst();
      return found.orElseThrow();
    }
  }
}
