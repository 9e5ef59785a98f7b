package org.wirebench.fx.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexersTest {
  /** Each part of the lines that is not plain: its kind, and what it is. */
  private static List<String> parts(Syntax syntax, String text) {
    List<String> parts = new ArrayList<>();
    int state = Lexer.BEGIN;
    for (String line : text.split("\n", -1)) {
      Paint paint = new Paint(line.length());
      state = syntax.lexer().line(line, state, paint);
      paint.variables(line, name -> !name.startsWith("un"));
      for (int from = 0; from < line.length(); from = paint.runEnd(from)) {
        if (paint.at(from) != Paint.Kind.PLAIN) {
          parts.add(paint.at(from) + " " + line.substring(from, paint.runEnd(from)));
        }
      }
    }
    return parts;
  }

  @Test
  void json() {
    assertThat(parts(Syntax.JSON, "{\"a\\\"\" : \"b\", \"c\":[-1.5e+3,true, null]}"))
        .containsExactly(
            "PUNCTUATION {",
            "KEY \"a\\\"\"",
            "PUNCTUATION :",
            "STRING \"b\"",
            "PUNCTUATION ,",
            "KEY \"c\"",
            "PUNCTUATION :[",
            "NUMBER -1.5e+3",
            "PUNCTUATION ,",
            "WORD true",
            "PUNCTUATION ,",
            "WORD null",
            "PUNCTUATION ]}");
    assertThat(parts(Syntax.JSON, "\"open\n1")).containsExactly("STRING \"open", "NUMBER 1");
    assertThat(parts(Syntax.JSON, "\"a\\")).containsExactly("STRING \"a\\");
  }

  @Test
  void xmlOverLines() {
    assertThat(
            parts(
                Syntax.XML,
                "<?xml version='1.0'?>\n<!-- one\ntwo --><a:b c=\"x\ny\" d='z'\n>t &amp;</a:b>"
                    + "<![CDATA[ <x>\n]]><e/>"))
        .containsExactly(
            "COMMENT <?xml version='1.0'?>",
            "COMMENT <!-- one",
            "COMMENT two -->",
            "PUNCTUATION <",
            "KEY a:b",
            "WORD c",
            "PUNCTUATION =",
            "STRING \"x",
            "STRING y\"",
            "WORD d",
            "PUNCTUATION =",
            "STRING 'z'",
            "PUNCTUATION >",
            "PUNCTUATION </",
            "KEY a:b",
            "PUNCTUATION >",
            "STRING <![CDATA[ <x>",
            "STRING ]]>",
            "PUNCTUATION <",
            "KEY e",
            "PUNCTUATION />");
  }

  @Test
  void graphQl() {
    assertThat(
            parts(
                Syntax.GRAPHQL,
                "query q($id: ID = 5) { # why\n"
                    + " a(b: \"x\", c: \"\"\"m\n"
                    + "}\n"
                    + "\"\"\") @skip(if: true) }"))
        .containsExactly(
            "WORD query",
            "PUNCTUATION (",
            "KEY $id",
            "PUNCTUATION :",
            "PUNCTUATION =",
            "NUMBER 5",
            "PUNCTUATION )",
            "PUNCTUATION {",
            "COMMENT # why",
            "PUNCTUATION (",
            "PUNCTUATION :",
            "STRING \"x\"",
            "PUNCTUATION ,",
            "PUNCTUATION :",
            "STRING \"\"\"m",
            "STRING }",
            "STRING \"\"\"",
            "PUNCTUATION )",
            "KEY @skip",
            "PUNCTUATION (",
            "PUNCTUATION :",
            "WORD true",
            "PUNCTUATION )",
            "PUNCTUATION }");
  }

  @Test
  void variablesAreMarkedInAnyLanguageAndStandForAValue() {
    assertThat(parts(Syntax.PLAIN, "a {{b}} {{ c.d }} {{1}}"))
        .containsExactly("VARIABLE {{b}}", "VARIABLE {{ c.d }}");
    assertThat(parts(Syntax.JSON, "\"x{{b}}\""))
        .containsExactly("STRING \"x", "VARIABLE {{b}}", "STRING \"");
    assertThat(Syntax.withoutVariables("{\"a\": {{b}}}")).isEqualTo("{\"a\": 0    }");
  }

  @Test
  void variablesThatAreKnownAndThoseThatAreNot() {
    assertThat(parts(Syntax.PLAIN, "{{a}} {{ un.known }} \\{{a}} {{1}}"))
        .containsExactly("VARIABLE {{a}}", "UNKNOWN {{ un.known }}");
    assertThat(Syntax.withoutVariables("\"{{a}}\" \"\\{{a}}\"")).isEqualTo("\"0    \" \" {{a}}\"");
    String line = "a {{b}} {{c}}";
    assertThat(Paint.variableAt(line, 1)).isEmpty();
    assertThat(Paint.variableAt(line, 3)).isEqualTo("{{b}}");
    assertThat(Paint.variableAt(line, line.length())).isEqualTo("{{c}}");
  }
}
