package org.wirebench.arch;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lays every source out: {@code mvn -q test-compile exec:exec@format}. */
final class FormatSources {
  private FormatSources() {}

  public static void main(String[] args) throws IOException, FormatterException {
    for (Path source : Sources.below(Path.of(args[0]))) {
      String text = Files.readString(source);
      String formatted = Sources.formatted(text);
      if (!formatted.equals(text)) {
        Files.writeString(source, formatted);
      }
    }
  }
}
