package org.wirebench.core.code;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as a literal is read back as it was by the real Python, shell and Java. */
class CodeKitTest {
  private static List<byte[]> samples() {
    Random random = new Random(11);
    List<byte[]> samples = new ArrayList<>();
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    samples.add(every);
    samples.add(new byte[0]);
    for (String text :
        List.of(
            "it's",
            "\"q\"",
            "%s%%",
            "\\n",
            "\\",
            "$(id)`id`$HOME",
            "!x",
            "-n",
            "\\u0041",
            "\n\n")) {
      samples.add(text.getBytes(UTF_8));
    }
    for (int i = 0; i < 60; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      samples.add(bytes);
    }
    return samples;
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    samples().forEach(bytes -> texts.add(new String(bytes, ISO_8859_1)));
    texts.addAll(List.of("äöü €", "\ud83d\ude00", "\u2028\u202e\ufeff", "\u00e9\uffff"));
    return texts;
  }

  private static String outputOf(String input, String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  @Tag("interop")
  void pythonReadsWhatWasWritten() throws Exception {
    StringBuilder script = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (byte[] bytes : samples()) {
      script.append("print(").append(PythonCode.bytes(bytes)).append(".hex())\n");
      expected.append(HexFormat.of().formatHex(bytes)).append('\n');
    }
    for (String text : texts()) {
      script.append("print(").append(PythonCode.string(text)).append(".encode('utf-8').hex())\n");
      expected.append(HexFormat.of().formatHex(text.getBytes(UTF_8))).append('\n');
    }

    assertThat(outputOf(script.toString(), "python3", "-")).isEqualTo(expected.toString());
  }

  @Test
  @Tag("interop")
  void theShellReadsWhatWasWritten() throws Exception {
    StringBuilder script = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (byte[] bytes : samples()) {
      script.append(ShellCode.printf(bytes)).append(" | od -An -v -tx1 | tr -d ' \\n'; echo\n");
      expected.append(HexFormat.of().formatHex(bytes)).append('\n');
    }
    for (String text : texts()) {
      if (text.indexOf('\0') < 0) {
        String word = ShellCode.word(text);
        script.append("printf %s ").append(word).append(" | od -An -v -tx1 | tr -d ' \\n'; echo\n");
        expected.append(HexFormat.of().formatHex(text.getBytes(UTF_8))).append('\n');
      }
    }

    assertThat(outputOf(script.toString(), "sh", "-s")).isEqualTo(expected.toString());
  }

  @Test
  void javaReadsWhatWasWritten() {
    List<String> expressions = new ArrayList<>();
    StringBuilder expected = new StringBuilder();
    for (String text : texts().subList(0, 40)) {
      expressions.add(JavaCode.string(text) + ".getBytes(StandardCharsets.UTF_16BE)");
      expected.append(HexFormat.of().formatHex(text.getBytes(UTF_16BE))).append(' ');
    }
    for (byte[] bytes : samples().subList(0, 40)) {
      expressions.add(JavaCode.bytes(bytes));
      expected.append(HexFormat.of().formatHex(bytes)).append(' ');
    }
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      eval(shell, "import java.nio.charset.StandardCharsets;");
      eval(shell, "byte[][] all = {" + String.join(", ", expressions) + "};");
      eval(shell, "String hex = \"\";");
      eval(shell, "for (byte[] b : all) hex += java.util.HexFormat.of().formatHex(b) + ' ';");
      assertThat(eval(shell, "hex")).isEqualTo("\"" + expected + "\"");
    }
  }

  /** A constant of a class holds 65,535 bytes, and takes two for most bytes that are not ASCII. */
  @ParameterizedTest
  @ValueSource(ints = {16_001, 32_768, 65_535, 65_536, 200_000})
  void javaReadsBytesOfAnyLength(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    bytes[length - 1] = 0;
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      eval(shell, "import java.nio.charset.StandardCharsets;");
      eval(shell, "byte[] bytes = " + JavaCode.bytes(bytes) + ";");
      assertThat(eval(shell, "bytes.length")).isEqualTo(String.valueOf(length));
      assertThat(eval(shell, "java.util.Arrays.hashCode(bytes)"))
          .isEqualTo(String.valueOf(Arrays.hashCode(bytes)));
    }
  }

  @Test
  void javaReadsTextsOfAnyLength() {
    // A piece that is cut from it may begin in the middle of a character.
    String text = "x" + "\ud83d\ude00\u20ac".repeat(30_000);
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      eval(shell, "String text = " + JavaCode.string(text) + ";");
      assertThat(eval(shell, "text.length()")).isEqualTo(String.valueOf(text.length()));
      assertThat(eval(shell, "text.hashCode()")).isEqualTo(String.valueOf(text.hashCode()));
    }
  }

  private static String eval(JShell shell, String code) {
    SnippetEvent event = shell.eval(code).getLast();
    assertThat(event.exception()).as(code).isNull();
    assertThat(shell.diagnostics(event.snippet())).as(code).isEmpty();
    return String.valueOf(event.value());
  }

  @Test
  void literalsAreAscii() {
    for (String text : texts()) {
      assertThat(PythonCode.string(text) + JavaCode.string(text)).matches("[ -~]*");
    }
    for (byte[] bytes : samples()) {
      assertThat(PythonCode.bytes(bytes) + JavaCode.bytes(bytes) + ShellCode.printf(bytes))
          .matches("[ -~]*");
    }
  }

  @Test
  void plainTextStaysReadable() {
    assertThat(PythonCode.bytes("hello\n".getBytes(US_ASCII))).isEqualTo("b\"hello\\n\"");
    assertThat(JavaCode.string("say \"hi\"")).isEqualTo("\"say \\\"hi\\\"\"");
    assertThat(ShellCode.printf("100%\n".getBytes(US_ASCII))).isEqualTo("printf '100%%\\n'");
    assertThat(ShellCode.word("127.0.0.1")).isEqualTo("127.0.0.1");
    assertThat(ShellCode.word("it's")).isEqualTo("'it'\\''s'");
    assertThat(ShellCode.word("")).isEqualTo("''");
  }

  @Test
  void noWordOfAShellHoldsNul() {
    assertThatIllegalArgumentException().isThrownBy(() -> ShellCode.word("a\0b"));
  }

  @Test
  void aCommentCannotBeLeft() {
    assertThat(PythonCode.comment("one\rimport os\n\ntwo\u2028x"))
        .isEqualTo("# one\n# import os\n#\n# two\\u{2028}x\n");
    assertThat(JavaCode.comment("\\u000a evil")).isEqualTo("// \\ u000a evil\n");
    assertThat(JavaCode.comment("a\u2028b")).doesNotContain("\\u");
  }

  @Test
  void linesAreIndented() {
    CodeLines lines = new CodeLines("  ").add("a {").in().add("b").gap().out().add("}");
    assertThat(lines).hasToString("a {\n  b\n\n}\n");
  }
}
