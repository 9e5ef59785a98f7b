package org.wirebench.fx;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A word about the state of something, with an icon, since colour never speaks alone. */
public final class StatusPill extends Label {
  /** What kind of state it is. */
  public enum Kind {
    NEUTRAL(Feather.CIRCLE),
    ACTIVE(Feather.ACTIVITY),
    GOOD(Feather.CHECK),
    WARNING(Feather.ALERT_TRIANGLE),
    BAD(Feather.X);

    private final Ikon icon;

    Kind(Ikon icon) {
      this.icon = icon;
    }
  }

  /** An empty pill. */
  public StatusPill() {
    getStyleClass().add("status-pill");
    setMinWidth(USE_PREF_SIZE);
    show(Kind.NEUTRAL, "");
  }

  /** Says {@code text}; nothing is shown where it is empty. */
  public void show(Kind kind, String text) {
    setText(text);
    setGraphic(Describe.icon(kind.icon));
    for (Kind each : Kind.values()) {
      String name = each.name().toLowerCase(java.util.Locale.ROOT);
      pseudoClassStateChanged(PseudoClass.getPseudoClass(name), each == kind);
    }
    setVisible(!text.isEmpty());
    setManaged(!text.isEmpty());
  }
}
