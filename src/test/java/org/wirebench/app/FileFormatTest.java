package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.cli.FileForm;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.tool.SavedRequest;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Variables;
import tools.jackson.databind.json.JsonMapper;

/** The documentation of the file form says what the program does. */
class FileFormatTest {
  private static final Path BASE = Path.of(System.getProperty("wirebench.basedir", ""));
  private static final String MARK = "<!-- From here on this page is made by the program. -->\n";

  @TempDir private Path folder;

  @Test
  void theSampleOnThePageIsAcceptedByTheSchemaAndTheProgram() throws IOException {
    String page = Files.readString(BASE.resolve("docs/file-format.md"));
    String sample = page.split("```yaml\n", 2)[1].split("```", 2)[0];
    try (Services services = services()) {
      List<Tool<?, ?>> tools = Tools.headless(services, NetDefaults.BUILT_IN);
      String schema = JsonMapper.shared().writeValueAsString(new FileForm(tools).schema());
      Entry entry =
          EntryFiles.parse(Path.of("sample.yaml"), sample.getBytes(StandardCharsets.UTF_8))
              .getFirst();

      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(schema, InputFormat.JSON)
                  .validate(sample, InputFormat.YAML))
          .isEmpty();
      assertThat(SavedRequest.check(tools.getFirst(), entry, Variables.NONE, List.of())).isEmpty();
    }
  }

  private Services services() throws IOException {
    return Services.open(
        folder,
        WireLog.Limits.DEFAULT,
        defect -> {
          throw new AssertionError(defect);
        });
  }

  @Test
  void theReferenceIsWhatTheProgramSays() throws IOException {
    String reference;
    try (Services services = services()) {
      reference = new FileForm(Tools.headless(services, NetDefaults.BUILT_IN)).markdown();
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
