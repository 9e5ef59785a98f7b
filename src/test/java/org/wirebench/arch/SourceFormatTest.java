package org.wirebench.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every source is laid out as google-java-format does, and no promise stands in a comment. */
class SourceFormatTest {
  private static final Path BASE = Path.of(System.getProperty("wirebench.basedir", ""));
  private static final Pattern PROMISE =
      Pattern.compile("//.*\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  @Test
  void sourcesAreFormatted() throws Exception {
    List<Path> off = new ArrayList<>();
    List<Path> sources = Sources.below(BASE);
    for (Path source : sources) {
      String text = Files.readString(source).replace("\r\n", "\n");
      if (!Sources.formatted(text).equals(text)) {
        off.add(BASE.relativize(source));
      }
    }
    assertThat(sources).hasSizeGreaterThan(50);
    assertThat(off)
        .as("not formatted; `mvn -q test-compile exec:exec@format` formats them")
        .isEmpty();
  }

  @Test
  void theCheckSeesWhatIsNotFormatted() throws Exception {
    String crooked = "class  A{}\n";
    assertThat(Sources.formatted(crooked)).isNotEqualTo(crooked);
  }

  @Test
  void commentsHoldNoPromises() throws IOException {
    List<String> promises = new ArrayList<>();
    for (Path source : Sources.below(BASE)) {
      Files.readAllLines(source).stream()
          .filter(line -> PROMISE.matcher(line).find())
          .forEach(line -> promises.add(BASE.relativize(source) + ": " + line.strip()));
    }
    assertThat(promises).isEmpty();
  }
}
