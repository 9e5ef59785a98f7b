package org.wirebench.fx.transcript;

/** How bytes are shown. */
public enum Mode {
  /** As lines of text. */
  TEXT,
  /** As hex digits, sixteen bytes to a row. */
  HEX,
  /** As hex digits with the same as ASCII behind. */
  BOTH
}
