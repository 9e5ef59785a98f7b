package org.wirebench.terminal.engine;

/** The keys that are held while another one is pressed. */
public record KeyModifiers(boolean shift, boolean alt, boolean control, boolean meta) {
  public static final KeyModifiers NONE = new KeyModifiers(false, false, false, false);

  static final KeyModifiers SHIFT = new KeyModifiers(true, false, false, false);
  static final KeyModifiers CONTROL = new KeyModifiers(false, false, true, false);

  /** As xterm writes them: one more than the sum of 1, 2, 4 and 8. */
  int parameter() {
    return 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0) + (meta ? 8 : 0);
  }

  boolean isNone() {
    return equals(NONE);
  }
}
