package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

class SettingsFormTest {
  private final List<Settings> set = new ArrayList<>();
  private final SettingsForm form = new SettingsForm(Settings.DEFAULT, set::add);

  @Test
  void whatHoldsIsSetAtOnce() {
    form.type("theme", "dark");
    form.type("fontPercent", "120");

    assertThat(set.getLast().theme()).isEqualTo(ThemeChoice.DARK);
    assertThat(set.getLast().fontPercent()).isEqualTo(120);
  }

  @Test
  void whatDoesNotHoldIsShownAndNotSet() {
    form.type("fontPercent", "12");

    assertThat(set).isEmpty();
    assertThat(form.problemsProperty())
        .extracting(Problem::path)
        .containsExactly("settings.fontPercent");
    form.type("fontPercent", "120");

    assertThat(form.problemsProperty()).isEmpty();
    assertThat(set).hasSize(1);
  }

  @Test
  void whatIsWrongInOneFieldKeepsNoOtherFromHolding() {
    form.type("wireDisk", "lots");
    form.type("fontPercent", "120");
    form.type("proxy", "socks5");
    form.type("theme", "dark");

    assertThat(form.problemsProperty())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder("settings.wireDisk", "settings.proxyAddress");
    assertThat(set.getLast())
        .isEqualTo(Settings.DEFAULT.withFontPercent(120).withTheme(ThemeChoice.DARK));
    assertThat(form.says(set.getLast())).isTrue();
  }

  @Test
  void aProxyIsGoneAlthoughItsAddressWasWrong() {
    form.type("proxy", "socks5");
    form.type("proxyAddress", "localhost:1080");
    form.type("proxyAddress", "localhost");
    assertThat(set.getLast().proxy()).isInstanceOf(ProxySettings.Socks5.class);

    form.type("proxy", "none");

    assertThat(form.problemsProperty()).isEmpty();
    assertThat(set.getLast()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void thePasswordOfTheProxyGoesAlongWithoutBeingTyped() {
    form.typePassword("secret");
    form.type("proxyAddress", "localhost:1080");
    form.type("proxy", "socks5");

    assertThat(set.getLast().proxy())
        .isEqualTo(new ProxySettings.Socks5(new Endpoint("localhost", 1080), "", "secret"));
  }

  @Test
  void fieldsShowTheirDefaults() {
    assertThat(form.text("wireMemory")).isEqualTo("64MiB");
    assertThat(form.text("connectTimeout")).isEqualTo("10s");
    assertThat(form.text("theme")).isEqualTo("system");
    assertThat(form.text("proxyUser")).isEmpty();
  }

  @Test
  void anEmptiedFieldHasItsDefaultAgain() {
    form.type("fontPercent", "120");
    form.type("fontPercent", "");

    assertThat(set.getLast()).isEqualTo(Settings.DEFAULT);
  }

  private static Tree row(String name, String value) {
    return Tree.Fields.NONE.with("name", name).with("value", value);
  }

  @Test
  void variablesHoldOneByOne() {
    form.typeVariables(
        Tree.items(
            List.of(
                row("base", "http://x"),
                row("1st", "y"),
                row("base", "z"),
                row("", ""),
                row("_e", ""))));

    assertThat(set.getLast().variables())
        .isEqualTo(Variables.NONE.with("base", "http://x").with("_e", ""));
    assertThat(form.problemsProperty())
        .extracting(Problem::path)
        .containsExactly("settings.variables[1].name", "settings.variables[2].name");
    form.type("fontPercent", "120");
    assertThat(form.problemsProperty()).hasSize(2);
    assertThat(set.getLast().variables().values()).hasSize(2);
    assertThat(form.variables())
        .isEqualTo(Tree.items(List.of(row("base", "http://x"), row("_e", ""))));
    form.typeVariables(Tree.Items.NONE);
    assertThat(set.getLast()).isEqualTo(Settings.DEFAULT.withFontPercent(120));
  }
}
