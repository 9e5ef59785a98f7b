package org.wirebench.fx.document;

/** How a document is shown. */
enum View {
  /** As a tree that can be folded. */
  FORMATTED,
  /** A stream of events, a row for each. */
  EVENTS,
  /** An array of objects as rows and columns. */
  TABLE,
  /** HTML as it is meant to be read. */
  PAGE,
  /** A picture. */
  IMAGE,
  /** As the lines that came. */
  TEXT,
  /** As hex digits. */
  HEX,
  /** What differs from the document before. */
  CHANGES;

  /** Whether it is made of rows of text over the bytes of the document. */
  boolean isRows() {
    return this == FORMATTED || this == EVENTS || this == TEXT || this == HEX;
  }
}
