package org.wirebench.fx.code;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/**
 * What the parts of a text look like, as the style sheets say it. Asked once for each theme: the
 * control itself would ask again for each part of two hundred lines with each key. FX thread only.
 */
final class CodeStyles {
  private final Map<Paint.Kind, Text> probes = new EnumMap<>(Paint.Kind.class);
  private final Map<Paint.Kind, StyleAttributeMap> found = new EnumMap<>(Paint.Kind.class);
  private final Group group = new Group();
  private final Runnable changed;

  /**
   * @param changed is called when a part looks different from now on
   */
  CodeStyles(Runnable changed) {
    this.changed = changed;
    group.setManaged(false);
    group.setMouseTransparent(true);
    for (Paint.Kind kind : Paint.Kind.values()) {
      Text probe = new Text();
      probe.getStyleClass().setAll("text", kind.style());
      probe.fillProperty().addListener((_, _, _) -> forget());
      probe.fontProperty().addListener((_, _, _) -> forget());
      probes.put(kind, probe);
    }
    group.getChildren().setAll(probes.values());
  }

  /** Belongs into the control whose styles are asked for. */
  Node node() {
    return group;
  }

  private void forget() {
    if (!found.isEmpty()) {
      found.clear();
      changed.run();
    }
  }

  StyleAttributeMap of(Paint.Kind kind) {
    if (found.isEmpty()) {
      probes.forEach((one, probe) -> found.put(one, ask(probe)));
    }
    return found.getOrDefault(kind, StyleAttributeMap.EMPTY);
  }

  private static StyleAttributeMap ask(Text probe) {
    StyleAttributeMap.Builder made = StyleAttributeMap.builder();
    if (probe.getFill() instanceof Color color) {
      made.setTextColor(color);
    }
    String font = styleOf(probe.getFont());
    return made.setBold(font.contains("bold"))
        .setItalic(font.contains("italic") || font.contains("oblique"))
        .setUnderline(probe.isUnderline())
        .build();
  }

  private static String styleOf(Font font) {
    return font.getStyle().toLowerCase(Locale.ROOT);
  }
}
