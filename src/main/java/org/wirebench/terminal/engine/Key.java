package org.wirebench.terminal.engine;

/** The keys that have no character of their own, and those of the keypad. */
public enum Key {
  UP('A', 0),
  DOWN('B', 0),
  RIGHT('C', 0),
  LEFT('D', 0),
  HOME('H', 0),
  END('F', 0),
  KEYPAD_BEGIN('E', 0),
  INSERT('~', 2),
  DELETE('~', 3),
  PAGE_UP('~', 5),
  PAGE_DOWN('~', 6),
  F1('P', 0),
  F2('Q', 0),
  F3('R', 0),
  F4('S', 0),
  F5('~', 15),
  F6('~', 17),
  F7('~', 18),
  F8('~', 19),
  F9('~', 20),
  F10('~', 21),
  F11('~', 23),
  F12('~', 24),
  F13('~', 25),
  F14('~', 26),
  F15('~', 28),
  F16('~', 29),
  F17('~', 31),
  F18('~', 32),
  F19('~', 33),
  F20('~', 34),
  ENTER('\r', 0),
  TAB('\t', 0),
  BACKSPACE('\177', 0),
  ESCAPE('\033', 0),
  KEYPAD_0('0', 'p'),
  KEYPAD_1('1', 'q'),
  KEYPAD_2('2', 'r'),
  KEYPAD_3('3', 's'),
  KEYPAD_4('4', 't'),
  KEYPAD_5('5', 'u'),
  KEYPAD_6('6', 'v'),
  KEYPAD_7('7', 'w'),
  KEYPAD_8('8', 'x'),
  KEYPAD_9('9', 'y'),
  KEYPAD_DECIMAL('.', 'n'),
  KEYPAD_ADD('+', 'k'),
  KEYPAD_SUBTRACT('-', 'm'),
  KEYPAD_MULTIPLY('*', 'j'),
  KEYPAD_DIVIDE('/', 'o'),
  KEYPAD_EQUAL('=', 'X'),
  KEYPAD_ENTER('\r', 'M');

  /** The final character of its sequence, or what it writes where it has none. */
  final char last;

  /** The parameter of its sequence; of a key of the keypad the letter in application mode. */
  final int number;

  Key(char last, int number) {
    this.last = last;
    this.number = number;
  }
}
