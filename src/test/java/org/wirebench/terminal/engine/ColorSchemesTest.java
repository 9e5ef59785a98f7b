package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What WCAG 2.2 asks for: 4.5:1 for text (1.4.3). */
class ColorSchemesTest {
  static Stream<ColorScheme> all() {
    return ColorSchemes.ALL.stream();
  }

  private static double part(int value) {
    double share = (value & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double light(int color) {
    return 0.2126 * part(color >> 16) + 0.7152 * part(color >> 8) + 0.0722 * part(color);
  }

  private static double contrast(int one, int other) {
    double a = light(one) + 0.05;
    double b = light(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  @ParameterizedTest
  @MethodSource("all")
  void textCanBeRead(ColorScheme scheme) {
    // The one that was published with less, on purpose: its author wanted a low contrast.
    double least = scheme.name().equals("Solarized Light") ? 4.1 : 4.5;
    assertThat(contrast(scheme.text(), scheme.background())).isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @MethodSource("all")
  void cursorAndSelectionAreSeen(ColorScheme scheme) {
    assertThat(contrast(scheme.cursor(), scheme.background())).isGreaterThanOrEqualTo(3);
    assertThat(contrast(scheme.selection(), scheme.background())).isGreaterThan(1.1);
    assertThat(contrast(scheme.text(), scheme.selection())).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aSchemeIsFoundByItsName(ColorScheme scheme) {
    assertThat(scheme.first()).hasSize(16).allMatch(color -> color >>> 24 == 0);
    assertThat(ColorSchemes.byName(scheme.name())).containsSame(scheme);
  }

  @Test
  void namesAreThere() {
    assertThat(all().map(ColorScheme::name))
        .containsExactly(
            "Wirebench Light",
            "Wirebench Dark",
            "xterm",
            "Solarized Light",
            "Solarized Dark",
            "Gruvbox Dark",
            "Gruvbox Light",
            "Dracula",
            "Nord",
            "One Dark",
            "One Light",
            "Tomorrow Night",
            "Monokai",
            "Tango",
            "Campbell");
    assertThat(ColorSchemes.byName("none")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void schemesAreDarkUnlessTheyAreLight(ColorScheme scheme) {
    assertThat(scheme.isDark()).isNotEqualTo(scheme.name().endsWith("Light"));
  }

  @Test
  void everyColorOfOurOwnCanBeReadButTheOneNearTheBackground() {
    for (boolean dark : new boolean[] {false, true}) {
      ColorScheme own = ColorSchemes.ofTheme(dark);
      assertThat(own.isDark()).isEqualTo(dark);
      int near = dark ? 0 : 15;
      assertThat(IntStream.range(0, 16).filter(index -> index != near))
          .allSatisfy(
              index ->
                  assertThat(contrast(own.color(index), own.background()))
                      .as("%s of %s", index, own.name())
                      .isGreaterThanOrEqualTo(3));
    }
  }

  @Test
  void aTerminalHasTheColorsThatItIsGiven() {
    Vt vt = new Vt(2, 9);
    assertThat(vt.view().background()).isEqualTo(ColorScheme.DEFAULT.background());

    ColorScheme light = ColorSchemes.WIREBENCH_LIGHT;
    vt.terminal.setColors(light);

    assertThat(vt.colorChanges).isEqualTo(1);
    assertThat(vt.view().text()).isEqualTo(light.text());
    assertThat(vt.view().background()).isEqualTo(light.background());
    assertThat(vt.view().cursorColor()).isEqualTo(light.cursor());
    assertThat(vt.view().indexed(1)).isEqualTo(light.color(1));
    assertThat(vt.view().indexed(196)).isEqualTo(0xff0000);
    assertThat(vt.feed("^[]11;?^[\\").answered()).isEqualTo("^[]11;rgb:ffff/ffff/ffff^[\\");
  }

  @Test
  void whatAProgramChangedStaysUntilItResetsThat() {
    Vt vt = new Vt(2, 9).feed("^[]4;1;#010203^[\\^[]10;#040506^[\\^[]11;#070809^[\\");
    ColorScheme light = ColorSchemes.WIREBENCH_LIGHT;

    vt.terminal.setColors(light);

    assertThat(vt.view().indexed(1)).isEqualTo(0x010203);
    assertThat(vt.view().text()).isEqualTo(0x040506);
    assertThat(vt.view().background()).isEqualTo(0x070809);
    assertThat(vt.view().indexed(2)).isEqualTo(light.color(2));
    vt.feed("^[]104^[\\^[]110^[\\^[]111^[\\");
    assertThat(vt.view().indexed(1)).isEqualTo(light.color(1));
    assertThat(vt.view().text()).isEqualTo(light.text());
    assertThat(vt.view().background()).isEqualTo(light.background());
    vt.feed("^[]11;#070809^[\\^[c");
    assertThat(vt.view().background()).isEqualTo(light.background());
  }
}
