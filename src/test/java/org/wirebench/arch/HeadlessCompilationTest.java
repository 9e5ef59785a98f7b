package org.wirebench.arch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler itself keeps rule 1: what is headless compiles with no JavaFX on the class path. */
class HeadlessCompilationTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("wirebench.basedir", ""), "src", "main", "java");
  private static final Pattern HEADLESS =
      Pattern.compile(
          "org/wirebench/(core|cli|tool/[a-z]+/(request|service|code|lab)|terminal/engine)/.*\\.java");
  private static final Pattern SCREEN = Pattern.compile("javafx|controlsfx|atlantafx|ikonli");

  @TempDir private Path output;

  @Test
  void headlessCodeCompilesWithoutJavaFx() throws IOException {
    List<Path> sources = headlessSources();
    assertThat(sources).as("headless sources").hasSizeGreaterThan(50);
    assertThat(compile(sources)).isEmpty();
  }

  @Test
  void codeThatNeedsJavaFxDoesNotCompile() throws IOException {
    Path source = output.resolve("Screened.java");
    Files.writeString(source, "record Screened(javafx.scene.Node node) {}");
    assertThat(compile(List.of(source))).contains("package javafx.scene does not exist");
  }

  private static List<Path> headlessSources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(
              file ->
                  HEADLESS
                      .matcher(SOURCES.relativize(file).toString().replace(File.separatorChar, '/'))
                      .matches())
          .toList();
    }
  }

  /** What the compiler complains of; empty when all is well. */
  private String compile(List<Path> sources) throws IOException {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(entry -> !SCREEN.matcher(entry).find())
            .collect(Collectors.joining(File.pathSeparator));
    JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter complaints = new StringWriter();
    List<String> options =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-d", output.toString(), "-classpath", path));
    options.addAll(List.of("-sourcepath", output.resolve("none").toString()));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      return compiled ? "" : complaints.toString();
    }
  }
}
