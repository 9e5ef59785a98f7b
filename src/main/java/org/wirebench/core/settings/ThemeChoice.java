package org.wirebench.core.settings;

/** Which colours the window has. */
public enum ThemeChoice {
  /** Those of the system, as it changes. */
  SYSTEM,
  LIGHT,
  DARK
}
