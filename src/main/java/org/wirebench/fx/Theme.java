package org.wirebench.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.settings.ThemeChoice;

/**
 * The look of all windows: AtlantaFX Primer, light or dark as the settings or the system say, one
 * style sheet on its variables, and the size of the text. FX thread only.
 */
public final class Theme implements AutoCloseable {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final double FONT_SIZE = 13;
  private static final List<String> FONTS =
      List.of("JetBrainsMono-Regular", "JetBrainsMono-Bold", "JetBrainsMono-Italic");

  /** The sizes of icons in pixels, the most special last. */
  private static final SequencedMap<String, Integer> ICONS = iconSizes();

  private final ObservableValue<Settings> settings;
  private final String sheet;
  private final String opaqueSheet;
  private final ObservableSet<Scene> scenes = FXCollections.observableSet();
  private final ChangeListener<Settings> settingsListener = (_, _, _) -> update();
  private final ChangeListener<ColorScheme> systemListener = (_, _, _) -> update();

  /** Loads the fonts and puts the theme on; follows the settings until it is closed. */
  public Theme(ObservableValue<Settings> settings) {
    this.settings = settings;
    sheet = resource("wirebench.css");
    opaqueSheet = resource("opaque.css");
    FONTS.forEach(Theme::load);
    settings.addListener(settingsListener);
    Platform.getPreferences().colorSchemeProperty().addListener(systemListener);
    update();
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name)).toExternalForm();
  }

  /** Gives a window the look, as long as it is open. */
  public void dress(Scene scene) {
    scenes.add(scene);
    DisabledReasons.install(scene);
    update(scene);
  }

  /** Forgets a window. */
  public void undress(Scene scene) {
    scenes.remove(scene);
  }

  /** Whether the colours are dark now. */
  public boolean isDark() {
    return switch (settings.getValue().theme()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /** The theme that stands for the colours seen now, as one would set it. */
  public ThemeChoice shown() {
    return isDark() ? ThemeChoice.DARK : ThemeChoice.LIGHT;
  }

  @Override
  public void close() {
    settings.removeListener(settingsListener);
    Platform.getPreferences().colorSchemeProperty().removeListener(systemListener);
    scenes.clear();
  }

  private void update() {
    atlantafx.base.theme.Theme primer = isDark() ? new PrimerDark() : new PrimerLight();
    if (!primer.getUserAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    }
    scenes.forEach(this::update);
  }

  private void update(Scene scene) {
    List<String> sheets =
        new ArrayList<>(List.of(sheet, sizeSheet(settings.getValue().fontPercent())));
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      // A class of the root would not do: menus and tooltips have roots of their own, but take
      // the sheets of their window.
      sheets.add(opaqueSheet);
    }
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
    }
    scene.getRoot().pseudoClassStateChanged(DARK, isDark());
  }

  private static SequencedMap<String, Integer> iconSizes() {
    SequencedMap<String, Integer> sizes = new LinkedHashMap<>();
    sizes.put(".ikonli-font-icon", 16);
    sizes.put(".label .ikonli-font-icon, .hyperlink .ikonli-font-icon", 14);
    sizes.put(".status-pill .ikonli-font-icon", 12);
    sizes.put(".rail-button .ikonli-font-icon, .heading .ikonli-font-icon", 20);
    sizes.put(".ikonli-font-icon.empty-icon", 32);
    return Collections.unmodifiableSequencedMap(sizes);
  }

  /** A sheet of its own, so that menus and tooltips, which are other windows, take it too. */
  private static String sizeSheet(int percent) {
    StringBuilder css = new StringBuilder();
    css.append(".root { -fx-font-size: ").append(FONT_SIZE * percent / 100).append("px; }");
    // An icon is a letter of a font, so its size cannot be in em: that would be its own.
    ICONS.forEach(
        (selector, size) ->
            css.append(selector)
                .append(" { -fx-icon-size: ")
                .append(Math.round(size * percent / 100.0))
                .append("px; }"));
    byte[] bytes = css.toString().getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static void load(String name) {
    try (InputStream font = Theme.class.getResourceAsStream("fonts/" + name + ".ttf")) {
      if (font == null || Font.loadFont(font, FONT_SIZE) == null) {
        throw new IllegalStateException("the font " + name + " is not in the program");
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
