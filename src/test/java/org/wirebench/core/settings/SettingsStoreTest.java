package org.wirebench.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.testkit.FakeClock;

class SettingsStoreTest {
  private static final Settings UNUSUAL =
      new Settings(
          ThemeChoice.DARK,
          150,
          new WireLog.Limits(2 << 20, 0),
          new ProxySettings.Socks5(new Endpoint("proxy.example.org", 1080), "ada", "secret"),
          Duration.ofMillis(1500),
          Duration.ofMinutes(2),
          Variables.NONE.with("base", "https://example.org").with("_a.b-1", ""));

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();
  private final List<IOException> troubles = new ArrayList<>();

  private SettingsStore store() {
    return new SettingsStore(new Folders(folder, folder, folder, folder), clock, troubles::add);
  }

  @Test
  void whatWasSetComesBackButForThePassword() throws IOException {
    try (SettingsStore store = store()) {
      store.save(UNUSUAL);
    }

    Loaded<Settings> loaded = store().load();

    assertThat(loaded.value())
        .isEqualTo(
            UNUSUAL.withProxy(
                new ProxySettings.Socks5(new Endpoint("proxy.example.org", 1080), "ada", "")));
    assertThat(loaded.trouble()).isEmpty();
    assertThat(store().file()).content().doesNotContain("secret");
    assertThat(troubles).isEmpty();
  }

  @Test
  void theDefaultsHoldWhereThereIsNoFile() throws IOException {
    assertThat(store().load()).isEqualTo(Loaded.well(Settings.DEFAULT));
  }

  @Test
  void manyChangesAreWrittenOnceAndSoon() throws IOException {
    SettingsStore store = store();
    for (int percent = 80; percent <= 200; percent++) {
      store.save(Settings.DEFAULT.withFontPercent(percent));
    }

    assertThat(store.file()).doesNotExist();
    assertThat(clock.waiting()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));

    assertThat(store.load().value().fontPercent()).isEqualTo(200);
    assertThat(clock.waiting()).isZero();
  }

  @Test
  void aDamagedFileIsSetAsideAndReportedWithItsLine() throws IOException {
    Files.writeString(store().file(), "wirebench: 1\nname: [\n");

    Loaded<Settings> loaded = store().load();

    assertThat(loaded.value()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.trouble().orElseThrow()).contains("settings.yaml", "line", "set aside");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("settings.yaml.damaged-"));
    }
  }

  @Test
  void whatHoldsNowIsWhatWasLoadedOrSavedLast() throws IOException {
    try (SettingsStore store = store()) {
      assertThat(store.current()).isEqualTo(Settings.DEFAULT);
      store.save(UNUSUAL);
      assertThat(store.current()).isEqualTo(UNUSUAL);
    }
    SettingsStore next = store();
    Settings loaded = next.load().value();
    assertThat(next.current()).isEqualTo(loaded).isNotEqualTo(Settings.DEFAULT);
    assertThat(loaded.defaults().connectTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(loaded.defaults().replyTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(loaded.defaults().proxy()).isEqualTo(loaded.proxy());
  }

  @Test
  void aVariableThatCannotBeNamedSoIsReported() throws IOException {
    Files.writeString(
        store().file(),
        "wirebench: 1\nname: settings\ntool: settings\nrequest: {variables: {1st: x}}\n");

    assertThat(store().load().trouble().orElseThrow()).contains("1st");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wirebench: 1\nname: [\n", "", "no settings"})
  void whoOnlyReadsLeavesADamagedFileWhereItIs(String damaged) throws IOException {
    Folders folders = new Folders(folder, folder, folder, folder);
    Files.writeString(store().file(), damaged);

    for (int time = 0; time < 2; time++) {
      Loaded<Settings> found = SettingsStore.peek(folders);

      assertThat(found.value()).isEqualTo(Settings.DEFAULT);
      assertThat(found.trouble().orElseThrow())
          .contains("settings.yaml", "line")
          .doesNotContain("set aside");
    }
    assertThat(store().file()).hasContent(damaged);
  }

  @Test
  void settingsOutOfRangeAreSetAsideAndReported() throws IOException {
    try (SettingsStore store = store()) {
      store.save(UNUSUAL);
    }
    Path file = store().file();
    Files.writeString(file, Files.readString(file).replace("150", "1500"));

    Loaded<Settings> loaded = store().load();

    assertThat(loaded.value()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.trouble().orElseThrow()).contains("settings.fontPercent");
  }

  @Test
  void troubleInWritingIsReportedAndTheNextChangeIsTriedAgain() throws IOException {
    Path inTheWay = folder.resolve("settings.yaml");
    Files.createDirectories(inTheWay.resolve("full"));
    SettingsStore store = store();

    store.save(UNUSUAL);
    clock.advance(Duration.ofSeconds(1));
    assertThat(troubles).hasSize(1);
    Files.delete(inTheWay.resolve("full"));
    Files.delete(inTheWay);
    store.save(UNUSUAL);
    clock.advance(Duration.ofSeconds(1));

    assertThat(troubles).hasSize(1);
    assertThat(store.load().value().theme()).isEqualTo(ThemeChoice.DARK);
  }

  @Test
  void eachFieldSaysWhatIsWrongWithIt() {
    Tree.Fields typed =
        Tree.Fields.NONE
            .with("fontPercent", "79")
            .with("wireDisk", "much")
            .with("connectTimeout", "soon")
            .with("proxyAddress", "host:99999");

    assertThat(Settings.bind(typed).found())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "settings.fontPercent",
            "settings.wireDisk",
            "settings.connectTimeout",
            "settings.proxyAddress");
  }

  @Test
  void fieldsAreCheckedInTheLightOfOthers() {
    assertThat(Settings.bind(Tree.Fields.NONE.with("proxy", "http")).found())
        .extracting(Problem::path)
        .containsExactly("settings.proxyAddress");
    assertThat(Settings.bind(Tree.Fields.NONE.with("wireMemory", "10KiB")).found())
        .extracting(Problem::path)
        .containsExactly("settings.wireMemory");
    assertThat(Settings.bind(Tree.Fields.NONE.with("replyTimeout", "0s")).found())
        .extracting(Problem::path)
        .containsExactly("settings.replyTimeout");
  }

  @Test
  void bindingWhatIsWrittenGivesTheSame() {
    Settings noPassword = UNUSUAL.withProxy(ProxySettings.NONE);

    assertThat(Settings.bind(noPassword.write())).isEqualTo(new Bound.Ok<>(noPassword));
    assertThat(Settings.DEFAULT.write()).isEqualTo(Tree.Fields.NONE);
  }
}
