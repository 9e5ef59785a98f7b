package org.wirebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text that the program asks for exists, and every text that exists is asked for. */
class LanguageTest {
  private static final Path BASE = Path.of(System.getProperty("wirebench.basedir", ""));

  @TempDir private Path fixture;

  @Test
  void everyKeyExistsAndIsUsed() throws IOException {
    LanguageKeys.Report report =
        LanguageKeys.of(BASE.resolve("src/main/java"), BASE.resolve("resources"));

    assertThat(report.missing()).as("keys that are asked for and missing").isEmpty();
    assertThat(report.unused()).as("keys that nothing asks for").isEmpty();
    assertThat(report.malformed()).as("keys whose apostrophes would vanish").isEmpty();
    assertThat(report.seen()).as("keys seen").isGreaterThan(200);
  }

  @Test
  void aMissingAndAnUnusedKeyAreFound() throws IOException {
    source("a", "Talker", "System.out.println(TEXT.get(\"there\") + TEXT.get(\"absent\", 1));");
    bundle("a", "there = Here\nforgotten = Nobody asks\n");

    LanguageKeys.Report report = check();

    assertThat(report.missing()).containsExactly("a: absent");
    assertThat(report.unused()).containsExactly("a: forgotten");
    assertThat(report.seen()).isEqualTo(2);
  }

  @Test
  void bothArmsOfAChoiceCount() throws IOException {
    source("a", "Talker", "String s = TEXT.get(args.length == 0 ? \"none\" : \"some\");");
    bundle("a", "none = None\n");

    assertThat(check().missing()).containsExactly("a: some");
  }

  @Test
  void aKeyThatIsPassedOnCounts() throws IOException {
    source("a", "Talker", "} static String say(int i, String key) { return TEXT.get(key, i);");
    source("a", "Caller", "Talker.say(1, \"there\"); Talker.say(2, \"absent\");");
    bundle("a", "there = Here\nforgotten = Nobody asks\n");

    LanguageKeys.Report report = check();

    assertThat(report.missing()).containsExactly("a: absent");
    assertThat(report.unused()).containsExactly("a: forgotten");
  }

  @Test
  void eachConstantOfAnEnumNeedsItsKey() throws IOException {
    source("a", "Talker", "String s = TEXT.get(Colour.valueOf(args[0]));");
    Files.writeString(fixture.resolve("src/a/Colour.java"), "package a; enum Colour {RED, BLUE}");
    bundle("a", "Colour.RED = Red\nColour.GREEN = Green\n");

    LanguageKeys.Report report = check();

    assertThat(report.missing()).containsExactly("a: Colour.BLUE");
    assertThat(report.unused()).containsExactly("a: Colour.GREEN");
  }

  @Test
  void constantsAreAskedForByReferenceToo() throws IOException {
    source("a", "Talker", "java.util.function.Function<Colour, String> f = TEXT::get;");
    Files.writeString(fixture.resolve("src/a/Colour.java"), "package a; enum Colour {RED, BLUE}");
    bundle("a", "Colour.RED = Red\n");

    LanguageKeys.Report report = check();

    assertThat(report.missing()).containsExactly("a: Colour.BLUE");
    assertThat(report.unused()).isEmpty();
  }

  @Test
  void aKeyOfOnePackageDoesNotServeAnother() throws IOException {
    source("a", "Talker", "String s = TEXT.get(\"there\");");
    bundle("b", "there = Here\n");

    LanguageKeys.Report report = check();

    assertThat(report.missing()).containsExactly("a: there");
    assertThat(report.unused()).containsExactly("b: there");
  }

  @Test
  void anApostropheThatTheFormatWouldSwallowIsFound() throws IOException {
    source("a", "Talker", "String s = TEXT.get(\"one\") + TEXT.get(\"two\");");
    bundle("a", "one = It's gone\ntwo = It''s '{here}'\n");

    assertThat(check().malformed()).containsExactly("a: one");
  }

  private LanguageKeys.Report check() throws IOException {
    return LanguageKeys.of(fixture.resolve("src"), fixture.resolve("resources"));
  }

  private void source(String home, String name, String body) throws IOException {
    Path folder = Files.createDirectories(fixture.resolve("src").resolve(home));
    Files.writeString(
        folder.resolve(name + ".java"),
        """
        package %s;
        class %s {
          private static final Messages TEXT = Messages.of(%2$s.class);
          static void main(String[] args) { %s }
        }
        """
            .formatted(home, name, body));
  }

  private void bundle(String home, String lines) throws IOException {
    Path folder = Files.createDirectories(fixture.resolve("resources").resolve(home));
    Files.writeString(folder.resolve("messages.properties"), lines);
  }
}
