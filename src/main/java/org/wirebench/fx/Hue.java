package org.wirebench.fx;

import java.util.Locale;

/** The colour of a tool, wherever it appears; the style sheet gives it a shade for each theme. */
public enum Hue {
  BLUE,
  GREEN,
  PURPLE,
  ORANGE,
  PINK,
  TEAL,
  YELLOW,
  GREY;

  /** The style class that sets {@code -wb-hue} for a node and what is in it. */
  public String styleClass() {
    return "hue-" + name().toLowerCase(Locale.ROOT);
  }
}
