package org.wirebench.arch;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of the project and how they are laid out. */
final class Sources {
  private Sources() {}

  /** Every Java source of the project in {@code base}: program, tests and benchmarks. */
  static List<Path> below(Path base) throws IOException {
    try (Stream<Path> files = Files.walk(base.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** {@code text} as google-java-format lays it out. */
  static String formatted(String text) throws FormatterException {
    String lines = text.replace("\r\n", "\n");
    String imports =
        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(lines), Style.GOOGLE);
    return new Formatter().formatSource(imports);
  }
}
