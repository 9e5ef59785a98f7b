package org.wirebench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script in a checkout of its own, with a Java and a Maven that say what they do. */
@DisabledOnOs(OS.WINDOWS) // There is no sh; mvn exec:exec starts the app.
class StartScriptTest {
  private static final Path PROJECT = Path.of(System.getProperty("wirebench.basedir", ""));

  @TempDir private Path folder;
  private Path checkout;
  private Path script;

  private record Ended(int code, List<String> said) {}

  @BeforeEach
  void checkOut() throws IOException {
    checkout = Files.createDirectories(folder.toRealPath().resolve("a checkout"));
    script =
        executable(checkout.resolve("wirebench"), Files.readString(PROJECT.resolve("wirebench")));
    Files.createDirectories(checkout.resolve("src/main"));
    Files.createDirectories(checkout.resolve("resources"));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    Path jdk = folder.resolve("a jdk");
    executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    executable(jdk.resolve("bin/java"), "#!/bin/sh\nprintf 'java %s\\n' \"$@\"\nexit 7\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    executable(
        folder.resolve("bin/mvn"),
        "#!/bin/sh\necho \"mvn $*\"\nmkdir -p target/classes || exit 1\n");
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ended run(Map<String, String> environment, String... command) throws Exception {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("a jdk").toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readAllLines(out, UTF_8));
  }

  private void assertStarted(Ended ended) {
    assertThat(ended.said())
        .contains(
            "java " + checkout + "/target/classes:" + checkout + "/target/lib/*",
            "java org.wirebench.Main",
            "java two words");
    assertThat(ended.code()).isEqualTo(7);
  }

  @Test
  void itStartsFromAnotherFolder() throws Exception {
    assertStarted(run(Map.of(), script.toString(), "two words"));
    assertStarted(run(Map.of(), "sh", "a checkout/wirebench", "two words"));
  }

  @Test
  void itStartsThroughLinks() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("a checkout/wirebench"));
    Path second = Files.createSymbolicLink(folder.resolve("bin/second"), first);

    assertStarted(run(Map.of(), second.toString(), "two words"));
    assertStarted(run(Map.of(), "sh", "-c", "second 'two words'"));
  }

  /** Where CDPATH is set, cd prints where it went. */
  @Test
  void itStartsWhereCdSearches() throws Exception {
    Map<String, String> searching = Map.of("CDPATH", folder.toString());

    assertStarted(run(searching, "sh", "a checkout/wirebench", "two words"));
  }

  @Test
  void itBuildsOnceAndAgainWhenASourceIsNewer() throws Exception {
    assertThat(run(Map.of(), script.toString(), "schema").said()).contains("mvn -q -B compile");
    assertThat(run(Map.of(), script.toString(), "schema").said())
        .noneMatch(line -> line.startsWith("mvn"));
    Path source = Files.writeString(checkout.resolve("src/main/A.java"), "class A {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(10)));

    assertThat(run(Map.of(), script.toString(), "schema").said()).contains("mvn -q -B compile");
  }

  /** Without a display the tour runs; its pictures go elsewhere where the checkout is another's. */
  @Test
  void itFindsAPlaceForThePicturesOfTheTour() throws Exception {
    executable(folder.resolve("bin/uname"), "#!/bin/sh\necho Plan9\n");
    Map<String, String> noDisplay = Map.of("DISPLAY", "", "TMPDIR", folder.toString());

    assertThat(run(noDisplay, script.toString()).said())
        .contains("java tour", "java --out", "java " + checkout + "/tour");
    Files.delete(checkout.resolve("tour"));
    Files.writeString(checkout.resolve("tour"), "a file where the folder should be");

    assertThat(run(noDisplay, script.toString()).said())
        .anyMatch(line -> line.startsWith("java " + folder + "/wirebench-tour."));
  }

  @Test
  void itSaysWhereItCannotBuild() throws Exception {
    Files.writeString(checkout.resolve("target"), "a file where the folder should be");

    Ended ended = run(Map.of(), script.toString(), "schema");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.said())
        .containsExactly(
            "wirebench: it is to be built, but "
                + checkout
                + "/target cannot be written; have its owner start it once, or make a checkout of"
                + " your own.");
  }
}
