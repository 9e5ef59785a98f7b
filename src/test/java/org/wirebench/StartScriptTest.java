package org.wirebench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.testkit.Peer;

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

  /** On another system than Linux the libraries that JavaFX needs are not looked for. */
  private void elsewhere() throws IOException {
    executable(folder.resolve("bin/uname"), "#!/bin/sh\necho Plan9\n");
  }

  private Map<String, String> environment() {
    return Map.of(
        "JAVA_HOME",
        folder.resolve("a jdk").toString(),
        "PATH",
        folder.resolve("bin") + ":/usr/bin:/bin");
  }

  /** Starts the app beside what else runs. */
  private Peer start() throws IOException {
    elsewhere();
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("DISPLAY", ":0");
    return Peer.start(folder, environment, List.of(script.toString()));
  }

  private Ended run(Map<String, String> environment, String... command) throws Exception {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(environment());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), Files.readAllLines(out, UTF_8));
    } finally {
      process.destroyForcibly();
    }
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
    elsewhere();
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

  @Test
  void whatIsEditedWhileItBuildsIsBuiltAtTheNextStart() throws Exception {
    executable(
        folder.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "mvn $*"
        touch begun
        touch src/main/A.java
        until [ -n "$(find src/main/A.java -newer begun)" ]; do touch src/main/A.java; done
        """);
    assertThat(run(Map.of(), script.toString(), "schema").said()).contains("mvn -q -B compile");

    assertThat(run(Map.of(), script.toString(), "schema").said()).contains("mvn -q -B compile");
  }

  @Test
  void twoStartsAtOnceBuildOneAfterTheOther() throws Exception {
    executable(
        folder.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "mvn $*"
        until [ -e ../go ]; do sleep 0.05; done
        """);
    try (Peer first = start()) {
      first.awaitErrors("mvn -q -B compile");
      try (Peer second = start()) {
        second.awaitErrors("another start is building here");
        Files.createFile(folder.resolve("go"));

        assertThat(first.awaitEnd()).as(first.toString()).isEqualTo(7);
        assertThat(second.awaitEnd()).as(second.toString()).isEqualTo(7);
        assertThat(second.errors()).doesNotContain("mvn");
      }
    }
  }

  @Test
  void aStartThatWasKilledWhileItBuiltHoldsUpNoOther() throws Exception {
    Process killed = new ProcessBuilder("true").start();
    assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
    Files.createDirectories(checkout.resolve("target"));
    Files.writeString(checkout.resolve("target/.building"), killed.pid() + "\n");

    assertStarted(run(Map.of(), script.toString(), "two words"));
  }

  /** The app keeps what was typed first, which may take it a moment. */
  @Test
  void aSignalEndsTheAppAndThenTheScript() throws Exception {
    executable(
        folder.resolve("a jdk/bin/java"),
        """
        #!/bin/sh
        trap 'echo told; sleep 1; echo kept; exit 0' TERM
        echo running
        while :; do sleep 0.05; done
        """);
    try (Peer app = start()) {
      app.awaitOutput("running");
      app.stop();

      assertThat(app.awaitEnd()).isEqualTo(143);
      assertThat(app.output().lines()).containsExactly("running", "told", "kept");
    }
  }
}
