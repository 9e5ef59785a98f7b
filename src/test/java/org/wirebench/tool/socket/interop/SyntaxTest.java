package org.wirebench.tool.socket.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.code.Target;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.Samples;

/** Programs for every kind of request are understood by those who would run them. */
@Tag("interop")
@Timeout(120)
class SyntaxTest {
  @TempDir private Path folder;

  private void write(Target target, String extension) throws Exception {
    List<String> programs =
        Samples.all().map(request -> Generated.write(target, request)).distinct().toList();
    assertThat(programs).hasSizeGreaterThan(100);
    for (int i = 0; i < programs.size(); i++) {
      Files.writeString(folder.resolve("p" + i + extension), programs.get(i));
    }
  }

  @Test
  void pythonUnderstandsAll() throws Exception {
    write(Target.PYTHON, ".py");
    try (Peer python =
        Peer.start(folder, "python3", "-W", "error", "-m", "compileall", "-q", "-f", ".")) {
      assertThat(python.awaitEnd()).as(python.toString()).isZero();
    }
  }

  @Test
  void bashUnderstandsAll() throws Exception {
    write(Target.SHELL, ".sh");
    try (Peer bash =
        Peer.start(
            folder, "bash", "-c", "for file in *.sh; do bash -n \"$file\" || exit 1; done")) {
      assertThat(bash.awaitEnd()).as(bash.toString()).isZero();
      assertThat(bash.errors()).isEmpty();
    }
  }
}
