package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.cli.FileForm;
import org.wirebench.core.wire.WireLog;

/** The documentation of the file form says what the program does. */
class FileFormatTest {
  private static final Path BASE = Path.of(System.getProperty("wirebench.basedir", ""));
  private static final String MARK = "<!-- From here on this page is made by the program. -->\n";

  @TempDir private Path folder;

  @Test
  void theReferenceIsWhatTheProgramSays() throws IOException {
    String reference;
    try (Services services =
        Services.open(
            folder,
            WireLog.Limits.DEFAULT,
            defect -> {
              throw new AssertionError(defect);
            })) {
      reference = new FileForm(Tools.of(services)).markdown();
    }
    Path page = BASE.resolve("docs/file-format.md");
    String text = Files.readString(page);
    String wanted = text.substring(0, text.indexOf(MARK) + MARK.length()) + "\n" + reference;
    if (System.getProperty("wirebench.docs", "").equals("write")) {
      Files.writeString(page, wanted);
      text = wanted;
    }

    assertThat(text).as("run this test with -Dwirebench.docs=write").isEqualTo(wanted);
  }
}
