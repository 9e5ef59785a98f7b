package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the choice of a file begins. */
class FileButtonTest {
  @Test
  void theChoiceBeginsInTheFolderOfWhatIsTyped(@TempDir Path folder) {
    assertThat(FileButton.folder(folder.resolve("ca.pem").toString())).contains(folder.toFile());
  }

  @Test
  void whatIsNoFolderIsNotBegunIn(@TempDir Path folder) {
    assertThat(FileButton.folder("")).isEmpty();
    assertThat(FileButton.folder("a\0b")).isEmpty();
    assertThat(FileButton.folder(folder.resolve("none/ca.pem").toString())).isEmpty();
  }
}
