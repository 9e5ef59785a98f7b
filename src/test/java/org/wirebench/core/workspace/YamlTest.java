package org.wirebench.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
  private static final Path FILE = Path.of("some.yaml");

  private static Tree read(String yaml) throws DamagedFileException {
    return YamlReader.read(FILE, yaml.getBytes(StandardCharsets.UTF_8)).getFirst();
  }

  private static Tree.Fields field(String key, Tree value) {
    return Tree.Fields.NONE.with(key, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "plain",
        "two words",
        " leading",
        "trailing ",
        "yes",
        "No",
        "null",
        "~",
        "true",
        "1.0",
        "0x1F",
        "0o17",
        "1_000",
        "1e5",
        "007",
        "-0",
        "+1",
        "2024-01-01",
        "12:30:45",
        "7007",
        "-12",
        "127.0.0.1",
        "500ms",
        "64KiB",
        "::1",
        "[::1]:80",
        "http://a.b/c?d=e#f",
        "a: b",
        "a #b",
        "a:",
        "- a",
        "-",
        "?",
        "? a",
        ": a",
        "#a",
        "%a",
        "@a",
        "`a",
        "!a",
        "&a",
        "*a",
        "|",
        ">",
        "---",
        "...",
        "{{host}}",
        "\\{{host}}",
        "{a}",
        "[a]",
        "a, b",
        "'",
        "\"",
        "it's",
        "say \"hi\"",
        "back\\slash\\n",
        "both ' and \"",
        "\n",
        "\n\n",
        "a\n",
        "a\nb",
        "a\nb\n",
        "a\nb\n\n",
        "\na\nb",
        " a\nb",
        "a\n b\n",
        "a\n \nb",
        "a\r\nb",
        "a\rb",
        "a\tb",
        "\ta\nb",
        "a\n\tb\n",
        "a\n\nb",
        "a \nb ",
        "# a\n# b\n",
        "---\nb",
        "\u0000",
        "\u0001\u001b[31m",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u2028\u2029",
        "\ufeff",
        "\u200f\u202e",
        "ä ö ü €",
        "\ud83d\ude00",
        "\ud83d",
        "a\ud83d\nb\n",
        "\uffff",
        "\ue000",
        "y",
        "on",
        ".",
        "..",
        ".5",
        ".inf",
        "=",
        "<<"
      })
  void everyTextComesBackExactly(String text) throws DamagedFileException {
    Tree.Fields tree =
        field("value", Tree.text(text))
            .with("list", Tree.texts(List.of(text, "x", text)))
            .with("deep", field("inner", Tree.items(List.of(field("a", Tree.text(text))))))
            .with("last", "end");

    assertThat(read(YamlWriter.write(tree)).plain()).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "true", "a: b", "Content-Type", "{{x}}", "a\nb", "~", "<<"})
  void everyKeyComesBackExactly(String key) throws DamagedFileException {
    Tree.Fields tree =
        Tree.Fields.NONE.with("list", Tree.items(List.of(field(key, Tree.text("v")))));

    assertThat(read(YamlWriter.write(tree)).plain()).isEqualTo(tree);
  }

  @Test
  void aKeyOfAnyLengthComesBack() throws DamagedFileException {
    Tree.Fields tree = field("x", field("k".repeat(5000), Tree.text("v"))).with("after", "w");

    assertThat(read(YamlWriter.write(tree)).plain()).isEqualTo(tree);
  }

  @Test
  void randomTreesComeBackExactly() throws DamagedFileException {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      Tree.Fields tree = randomFields(random, 0);
      String yaml = YamlWriter.write(tree);
      assertThat(read(yaml).plain()).as(yaml).isEqualTo(tree);
    }
  }

  private static Tree randomTree(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 2 : 4)) {
      case 0, 1 -> Tree.text(randomText(random));
      case 2 -> randomFields(random, depth + 1);
      default -> {
        List<Tree> items = new java.util.ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(randomTree(random, depth + 1));
        }
        yield Tree.items(items);
      }
    };
  }

  private static Tree.Fields randomFields(Random random, int depth) {
    SequencedMap<String, Tree> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put(randomText(random), randomTree(random, depth + 1));
    }
    return Tree.Fields.of(fields);
  }

  private static String randomText(Random random) {
    String signs = "ab 1.:#-'\"\\{}[]|>%@!&*?,\n\t~\u0007é\u2028";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }

  @Test
  void theFormIsTheOneThatPeopleWrite() {
    Tree.Fields tree =
        field("host", Tree.text("127.0.0.1"))
            .with("port", "7007")
            .with("greeting", "{{name}}")
            .with("pattern", "(\\w+)")
            .with("version", "1.0")
            .with("send", Tree.texts(List.of("hello\n", "two\nlines\n")))
            .with("expect", Tree.items(List.of(field("what", Tree.text("reply")).with("is", "x"))))
            .with("none", Tree.items(List.of()));

    assertThat(YamlWriter.write(tree))
        .isEqualTo(
            """
            host: 127.0.0.1
            port: 7007
            greeting: "{{name}}"
            pattern: '(\\w+)'
            version: "1.0"
            send:
              - "hello\\n"
              - |
                two
                lines
            expect:
              - what: reply
                is: x
            none: []
            """);
  }

  @Test
  void scalarsStayAsTheyWereTypedAndKnowTheirPlace() throws DamagedFileException {
    Tree.Fields fields = (Tree.Fields) read("a: 0x1F\nb:\n  - yes\n  -  1_000\nc:\n");

    assertThat(fields.text("a")).contains("0x1F");
    assertThat(fields.get("b").orElseThrow().plain())
        .isEqualTo(Tree.texts(List.of("yes", "1_000")));
    assertThat(((Tree.Items) fields.get("b").orElseThrow()).items().getLast().mark())
        .isEqualTo(new Mark(4, 6));
    assertThat(fields.markOf("c")).isEqualTo(new Mark(5, 1));
    assertThat(fields.text("c")).contains("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\nb: 2\\na: 3 | 3 | 1 | a second time",
        "a: &x 1\\nb: *x | 2 | 4 | reference",
        "a: b: c | 1 | 5 | not valid YAML",
        "a: 1\\n\\tb: 2 | 2 | 1 | not valid YAML",
        "a: [1, 2 | 1 | 9 | not valid YAML",
        "a: !!binary aGk= | 1 | 4 | type",
        "a: x\\u0007 | 1 | 5 | U+0007",
        "ok: 1\\n[a]: 1 | 2 | 2 | not valid YAML"
      })
  void whatIsDamagedIsReportedWithItsPlace(String yaml, int line, int column, String reason) {
    String text = yaml.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0007", "\u0007");

    assertThatExceptionOfType(DamagedFileException.class)
        .isThrownBy(() -> read(text))
        .withMessageStartingWith("some.yaml:" + line + ":")
        .withMessageContaining(reason)
        .satisfies(damaged -> assertThat(damaged.line()).isEqualTo(line))
        .satisfies(damaged -> assertThat(damaged.column()).isEqualTo(column));
  }

  @Test
  void bytesThatAreNoUtf8AreReportedWithTheirPlace() {
    byte[] bytes = "a: 1\nb: \u00e9".getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(DamagedFileException.class)
        .isThrownBy(() -> YamlReader.read(FILE, bytes))
        .withMessageStartingWith("some.yaml:2:4: ")
        .withMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 400, 100_000})
  void whatIsNestedTooDeepIsRefused(int depth) {
    assertThatExceptionOfType(DamagedFileException.class)
        .isThrownBy(() -> read("a: " + "[".repeat(depth) + "]".repeat(depth)));
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThatExceptionOfType(DamagedFileException.class)
        .isThrownBy(() -> YamlReader.read(FILE, new byte[YamlReader.LARGEST + 1]))
        .withMessageContaining("larger");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws DamagedFileException {
    assertThat(read("\ufeffa: b").plain()).isEqualTo(field("a", Tree.text("b")));
  }
}
