package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemBrowserTest {
  @TempDir private Path folder;

  @Test
  void theCommandGetsTheAddressAsOneArgument() throws Exception {
    Path seen = folder.resolve("seen");
    String url = "https://login.example/a?b=c d&e='f'";
    new SystemBrowser(List.of("sh", "-c", "printf %s \"$1\" > \"$0\"", seen.toString())).open(url);
    assertThat(seen).hasContent(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTPS://example.org/", "mailto:a@example.org", "sftp://example.org/x"})
  void aSchemeHasNoCaseAndFilesAndMailboxesAreOpenedToo(String url) throws Exception {
    Path seen = folder.resolve("seen");
    new SystemBrowser(List.of("sh", "-c", "printf %s \"$1\" > \"$0\"", seen.toString())).open(url);
    assertThat(seen).hasContent(url);
  }

  @Test
  void thatThereIsNoneIsSaid() {
    assertThatThrownBy(() -> new SystemBrowser(List.of("/no/such/program")).open("http://x/"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such/program");
    assertThatThrownBy(() -> new SystemBrowser(List.of("sh", "-c", "exit 3")).open("http://x/"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "--version", "javascript:alert(1)", "http", ""})
  void whatCouldRunSomethingIsNotOpened(String url) {
    Path seen = folder.resolve("seen");
    SystemBrowser browser =
        new SystemBrowser(List.of("sh", "-c", "echo > \"$0\"", seen.toString()));
    assertThatThrownBy(() -> browser.open(url)).isInstanceOf(IOException.class);
    assertThat(Files.exists(seen)).isFalse();
  }
}
