package org.wirebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.workspace.Variables;

/**
 * What is around the commands: links, files that cannot be read, outputs that cannot be written.
 */
class CliEdgesTest {
  private final Path folder;
  @RegisterExtension private final CliBench bench;

  CliEdgesTest(@TempDir Path folder) {
    this.folder = folder;
    bench = new CliBench(folder);
  }

  private String request(String name) throws IOException {
    return bench.file(name, "request: {port: %d, say: x}\n".formatted(bench.port()));
  }

  @Test
  void aLinkToAFolderStandsForTheFolder() throws IOException {
    String _ = request("real/a.yaml");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

    assertThat(bench.run("run", link.toString())).as(bench.err.toString()).isZero();
  }

  @Test
  void aLinkThatLeadsBackIsNotFollowedForEver() throws IOException {
    String _ = request("real/a.yaml");
    Path _ = Files.createSymbolicLink(folder.resolve("real/again"), folder.resolve("real"));

    assertThat(bench.run("run", bench.path("real"))).as(bench.err.toString()).isZero();
    assertThat(bench.out.toString()).contains("1 held");
  }

  @Test
  void eachFileOfAFolderThatCannotBeReadIsSaidByItsName() throws IOException {
    Path dead = Files.createDirectory(folder.resolve("real")).resolve("a.yaml");
    Path _ = Files.createSymbolicLink(dead, Path.of("nowhere"));
    Path also = Files.createSymbolicLink(folder.resolve("real/b.yaml"), Path.of("nowhere"));

    assertThat(bench.run("run", bench.path("real"))).isEqualTo(2);

    assertThat(bench.err.toString().lines())
        .containsExactly(dead + ": there is no such file", also + ": there is no such file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whyAFileCannotBeReadIsSaidInPlainWords() {
    // The system knows it as a file, and refuses to read it from its beginning.
    assertThat(bench.run("run", "/proc/self/mem")).isEqualTo(2);

    assertThat(bench.err.toString())
        .startsWith("/proc/self/mem: cannot be read: ")
        .doesNotContain("Exception");
  }

  @Test
  void aReportNeverTakesThePlaceOfSavedRequests() throws IOException {
    String given = request("a.yaml");
    String other = request("b.yaml");
    String before = Files.readString(Path.of(other));

    // As a shell makes it of "--junit *.yaml".
    assertThat(bench.run("run", "--junit", other, given)).isEqualTo(2);

    assertThat(bench.err.toString()).contains(other, "saved requests");
    assertThat(Path.of(other)).hasContent(before);
    assertThat(bench.out.toString()).isEmpty();
  }

  @Test
  void twoReportsNeedTwoFiles() throws IOException {
    String report = bench.path("report");
    String same = bench.path("./report");

    assertThat(bench.run("run", request("a.yaml"), "--junit", report, "--json", same)).isEqualTo(2);

    assertThat(bench.err.toString()).contains(same, "--junit");
    assertThat(Path.of(report)).doesNotExist();
  }

  /** As a full disk, or a pipe that nobody reads any more. */
  private static final class Refusing extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void anOutputThatCannotBeWrittenIsNoSuccess() {
    PrintWriter full = new PrintWriter(new Refusing(), false, StandardCharsets.UTF_8);
    Console console = new Console(full, new PrintWriter(bench.err), false);

    int code =
        new Cli(List.of(bench.tool), bench.jobs(), Variables.NONE, Optional.empty(), console)
            .run("schema");

    assertThat(code).isEqualTo(2);
    assertThat(bench.err.toString()).contains("could not be written");
  }

  @Test
  void theTourEndsAtOnceWhenItIsStopped() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    bench.tour =
        (_, _, _, _) -> {
          begun.countDown();
          new CountDownLatch(1).await();
        };
    Cli cli = bench.cli(false);
    FutureTask<Integer> exit = bench.inBackground(cli, "tour", "--out", "pictures");
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    cli.stop(Duration.ofSeconds(10));

    await().atMost(1, TimeUnit.SECONDS).until(exit::isDone);
    assertThat(exit.get()).isEqualTo(130);
  }
}
