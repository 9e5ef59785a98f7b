package org.wirebench.tool.http.lab;

/** How an answer goes wrong on purpose. */
public enum Fault {
  /** It does not. */
  NONE,
  /** The connection is reset after the head and half of the body. */
  RESET,
  /** The connection is closed without an answer. */
  CLOSE,
  /** The connection is closed after half of the body. */
  TRUNCATE
}
