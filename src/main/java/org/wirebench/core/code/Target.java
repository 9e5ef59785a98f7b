package org.wirebench.core.code;

/** What code is written for. */
public enum Target {
  PYTHON,
  JAVA,
  SHELL
}
