package org.wirebench.tool.http.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.http.code.HttpRequests;
import org.wirebench.tool.http.code.HttpSamples;
import org.wirebench.tool.http.code.HttpWriters;
import org.wirebench.tool.http.request.HttpRequest;

/** Programs for every kind of request are understood by those who would run them. */
@Tag("interop")
@Timeout(120)
class HttpSyntaxTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "PYTHON, py, python3 -W error -m py_compile",
    "PYTHON_URLLIB, py, python3 -W error -m py_compile",
    "PYTHON_AIOHTTP, py, python3 -W error -m py_compile",
    "JAVASCRIPT, mjs, node --check",
    "SHELL, sh, bash -n"
  })
  void allIsUnderstood(Target target, String extension, String check) throws Exception {
    CodeWriter<HttpRequest> writer =
        HttpWriters.all(() -> NetDefaults.BUILT_IN).stream()
            .filter(one -> one.target() == target)
            .findFirst()
            .orElseThrow();
    int number = 0;
    for (String yaml : HttpSamples.typed()) {
      Path file = folder.resolve("p" + number++ + "." + extension);
      Files.writeString(file, writer.write(HttpRequests.of(yaml)));
    }
    String each = "for file in *." + extension + "; do " + check + " \"$file\" || exit 1; done";
    try (Peer peer = Peer.start(folder, "bash", "-c", each)) {
      assertThat(peer.awaitEnd()).as(peer.toString()).isZero();
      assertThat(peer.errors()).isEmpty();
    }
  }
}
