package org.wirebench.tool.http.lab;

import java.io.IOException;

/** An answer was broken off on purpose, with its connection or its stream. */
final class BrokenOffException extends IOException {
  BrokenOffException() {
    super("broken off on purpose");
  }
}
