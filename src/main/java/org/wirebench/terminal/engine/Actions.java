package org.wirebench.terminal.engine;

/** What a stream asks of a terminal, as the {@link Parser} reads it. */
interface Actions {
  /** Shows printable characters of ASCII, 0x20 to 0x7e. There is at least one. */
  void print(byte[] bytes, int from, int to);

  /** Shows a character beyond ASCII. What was no UTF-8 is U+FFFD. */
  void print(int codePoint);

  /** DEL, which is a character of a set of 96, and nothing otherwise. */
  void delete();

  /** Does a control character, of C0 (0x00 to 0x1f) or C1 (0x80 to 0x9f). */
  void execute(int control);

  /** Does an escape sequence, {@code ESC intermediates final}. */
  void escape(Function function);

  /** Does a control sequence, {@code CSI parameters intermediates final}. */
  void control(Function function, Params params);

  /** A device control string, {@code DCS parameters intermediates final data ST}, is whole. */
  void device(Function function, Params params, String data);

  /** An operating system command, {@code OSC data ST} or {@code OSC data BEL}, is whole. */
  void system(String data, boolean byBell);
}
