package org.wirebench.core.document;

import java.util.Random;

/** Texts in JSON as nobody would write them. */
final class RandomJson {
  private static final String[] SCALARS = {
    "0",
    "-0",
    "1.500",
    "-12e+3",
    "6.02E23",
    "true",
    "false",
    "null",
    "\"\"",
    "\"a b\"",
    "\"\\u00e9\\n\\\"\\\\\"",
    "\"é😀\"",
    "\"}],{\"",
    "123456789012345678901234567890"
  };

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int left;

  private RandomJson(Random random, int values) {
    this.random = random;
    this.left = values;
  }

  /** An array or an object of about so many values. */
  static String container(Random random, int values) {
    RandomJson json = new RandomJson(random, values);
    json.container(0, values);
    return json.text.toString();
  }

  private void container(int depth, int most) {
    boolean object = random.nextBoolean();
    text.append(object ? '{' : '[');
    int children = depth == 0 ? most : random.nextInt(6);
    for (int i = 0; i < children && left > 0; i++) {
      space();
      text.append(i == 0 ? "" : ",");
      space();
      if (object) {
        text.append("\"k").append(i).append("\\t\"");
        space();
        text.append(':');
        space();
      }
      value(depth + 1);
    }
    space();
    text.append(object ? '}' : ']');
  }

  private void value(int depth) {
    left--;
    if (depth < 12 && random.nextInt(2) == 0) {
      container(depth, 0);
    } else {
      text.append(SCALARS[random.nextInt(SCALARS.length)]);
    }
  }

  private void space() {
    text.append(random.nextInt(8) == 0 ? " \n\t\r" : "");
  }
}
