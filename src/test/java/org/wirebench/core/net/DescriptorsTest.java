package org.wirebench.core.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DescriptorsTest {
  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS) // It has no such limit for a process.
  void aServerOutlivesTheEndOfItsFileDescriptors() throws Exception {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -n 200; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServerWithoutDescriptors.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).as(Files.readString(out, UTF_8)).isTrue();
    assertThat(Files.readString(out, UTF_8).lines())
        .containsExactly(
            "Takes clients from now on.",
            "New clients have to wait: The operating system lets this program open no more files"
                + " and connections.",
            "New clients are taken again.");
    assertThat(process.exitValue()).isZero();
  }
}
