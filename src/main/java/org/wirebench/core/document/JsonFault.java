package org.wirebench.core.document;

import org.wirebench.core.text.Messages;

/** What is wrong with a text that should be JSON (RFC 8259). */
enum JsonFault {
  VALUE(0),
  NAME(1),
  COLON(2),
  COMMA(3),
  CONTROL(4),
  ESCAPE(5),
  NUMBER(6),
  LITERAL(7),
  DEPTH(8),
  LONG_NAME(9),
  END(10),
  MORE(11);

  private static final Messages TEXT = Messages.of(JsonFault.class);
  private static final JsonFault[] ALL = values();
  private final int code;

  JsonFault(int code) {
    this.code = code;
  }

  /** What it is kept as. */
  int code() {
    return code;
  }

  static JsonFault of(long code) {
    return ALL[(int) code];
  }

  /** What people call it. */
  String title() {
    return TEXT.get(this);
  }
}
