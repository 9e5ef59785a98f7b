package org.wirebench.core.transcript;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirebench.core.bytes.Hex;
import org.wirebench.core.code.PythonCode;
import org.wirebench.core.text.Messages;

/** How bytes are copied. */
public enum CopyForm {
  /** As they read, line ends and all. */
  TEXT,
  /** Pairs of hex digits, sixteen to a line. */
  HEX,
  /** The definition of an array in C. */
  C_ARRAY,
  /** The literal of a {@code bytes} in Python, over several lines where it is long. */
  PYTHON;

  /** How many bytes are copied at most. */
  public static final int MOST = 4 << 20;

  private static final Messages WORDS = Messages.of(CopyForm.class);
  private static final int HEX_WIDTH = 16;
  private static final int C_WIDTH = 12;
  private static final int PYTHON_WIDTH = 64;

  /** What people call it. */
  public String title() {
    return WORDS.get(this);
  }

  /**
   * Writes bytes.
   *
   * @param charset what {@link #TEXT} reads them in; what is no character becomes U+FFFD
   */
  public String write(byte[] bytes, Charset charset) {
    return switch (this) {
      case TEXT -> new String(bytes, charset);
      case HEX -> pieces(bytes, HEX_WIDTH).stream().map(Hex::of).collect(Collectors.joining("\n"));
      case C_ARRAY -> cArray(bytes);
      case PYTHON -> python(bytes);
    };
  }

  private static List<byte[]> pieces(byte[] bytes, int width) {
    List<byte[]> pieces = new ArrayList<>(bytes.length / width + 1);
    for (int at = 0; at < bytes.length; at += width) {
      pieces.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + width)));
    }
    return pieces;
  }

  private static String cArray(byte[] bytes) {
    StringBuilder code = new StringBuilder(bytes.length * 6 + 64);
    code.append("const unsigned char data[").append(bytes.length).append("] = {");
    for (int i = 0; i < bytes.length; i++) {
      code.append(i == 0 ? "" : ",").append(i % C_WIDTH == 0 ? "\n    " : " ");
      code.append(String.format(Locale.ROOT, "0x%02x", bytes[i] & 0xff));
    }
    return code.append("\n};\n").toString();
  }

  private static String python(byte[] bytes) {
    if (bytes.length <= PYTHON_WIDTH) {
      return PythonCode.bytes(bytes);
    }
    return pieces(bytes, PYTHON_WIDTH).stream()
        .map(PythonCode::bytes)
        .collect(Collectors.joining("\n    ", "(\n    ", "\n)"));
  }
}
