package org.wirebench.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  private static Folders on(String system, Map<String, String> environment) {
    return Folders.of(environment::get, system, HOME);
  }

  @Test
  void onLinuxTheyAreWhereXdgSays() {
    Folders folders = on("Linux", Map.of("XDG_CONFIG_HOME", "/cfg"));

    assertThat(folders.config()).isEqualTo(Path.of("/cfg/wirebench"));
    assertThat(folders.state()).isEqualTo(HOME.resolve(".local/state/wirebench"));
    assertThat(folders.cache()).isEqualTo(HOME.resolve(".cache/wirebench"));
    assertThat(folders.workspace()).isEqualTo(HOME.resolve("Wirebench"));
  }

  @Test
  void onMacosTheyAreInApplicationSupport() {
    assertThat(on("Mac OS X", Map.of()).config())
        .isEqualTo(HOME.resolve("Library/Application Support/Wirebench"));
  }

  @Test
  void onWindowsTheyAreInAppData() {
    Folders folders = on("Windows 11", Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"));

    assertThat(folders.config()).isEqualTo(Path.of("/roaming/Wirebench"));
    assertThat(folders.state()).isEqualTo(Path.of("/local/Wirebench/state"));
  }

  @Test
  void oneVariableOverridesAll() {
    for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
      Folders folders = on(system, Map.of("WIREBENCH_HOME", "/portable", "APPDATA", "/roaming"));

      assertThat(folders)
          .isEqualTo(
              new Folders(
                  Path.of("/portable/config").toAbsolutePath(),
                  Path.of("/portable/state").toAbsolutePath(),
                  Path.of("/portable/cache").toAbsolutePath(),
                  Path.of("/portable/workspace").toAbsolutePath()));
    }
  }

  @Test
  void theHomeOfTheEnvironmentGoesBeforeThatOfTheAccount() {
    assertThat(on("Linux", Map.of("HOME", "/other")).cache())
        .isEqualTo(Path.of("/other/.cache/wirebench"));
    assertThat(on("Mac OS X", Map.of("HOME", "/other")).workspace())
        .isEqualTo(Path.of("/other/Wirebench"));
    assertThat(on("Windows 11", Map.of("HOME", "/other")).workspace())
        .isEqualTo(HOME.resolve("Wirebench"));
    assertThat(on("Linux", Map.of("HOME", "here")).workspace())
        .isEqualTo(HOME.resolve("Wirebench"));
  }

  /** The platform calls it "?", which would be a folder wherever the program is started. */
  @Test
  void aUserWithoutAHomeHasNoneInTheCurrentFolder() {
    assertThat(Folders.of(_ -> null, "Linux", Path.of("?")).cache())
        .isEqualTo(Path.of("/.cache/wirebench"));
  }

  @Test
  void anEmptyVariableSaysNothing() {
    assertThat(on("Linux", Map.of("WIREBENCH_HOME", " ", "XDG_CACHE_HOME", "")).cache())
        .isEqualTo(HOME.resolve(".cache/wirebench"));
  }
}
