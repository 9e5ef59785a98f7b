package org.wirebench.core.net;

/** Letters outside ASCII, written with letters inside it (RFC 3492). */
final class Punycode {
  private static final int BASE = 36;
  private static final int FIRST_THRESHOLD = 1;
  private static final int LAST_THRESHOLD = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE = 0x80;

  private Punycode() {}

  /** Encodes one label of a name, at most a few hundred characters long (section 6.3). */
  static String encode(String label) {
    int[] input = label.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int c : input) {
      if (c < FIRST_CODE) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    if (basic > 0) {
      out.append('-');
    }
    int code = FIRST_CODE;
    int delta = 0;
    int bias = FIRST_BIAS;
    int handled = basic;
    while (handled < input.length) {
      int next = smallestFrom(code, input);
      delta += (next - code) * (handled + 1);
      code = next;
      for (int c : input) {
        if (c < code) {
          delta++;
        } else if (c == code) {
          append(out, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      code++;
    }
    return out.toString();
  }

  private static int smallestFrom(int code, int[] input) {
    int smallest = Integer.MAX_VALUE;
    for (int c : input) {
      if (c >= code && c < smallest) {
        smallest = c;
      }
    }
    return smallest;
  }

  private static void append(StringBuilder out, int delta, int bias) {
    int rest = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = Math.clamp(k - bias, FIRST_THRESHOLD, LAST_THRESHOLD);
      if (rest < threshold) {
        out.append(digit(rest));
        return;
      }
      out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int adapt(int delta, int points, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / points;
    int k = 0;
    while (rest > (BASE - FIRST_THRESHOLD) * LAST_THRESHOLD / 2) {
      rest /= BASE - FIRST_THRESHOLD;
      k += BASE;
    }
    return k + (BASE - FIRST_THRESHOLD + 1) * rest / (rest + SKEW);
  }
}
