package org.wirebench.fx.code;

/** The languages that have colours. */
public enum Syntax {
  /** None: only variables are marked. */
  PLAIN((_, _, _) -> Lexer.BEGIN),
  JSON(new JsonLexer()),
  XML(new XmlLexer()),
  GRAPHQL(new GraphQlLexer());

  private final Lexer lexer;

  Syntax(Lexer lexer) {
    this.lexer = lexer;
  }

  /**
   * The text with a number of the same length in the place of each variable, so that it can be read
   * as what it may become: all other characters stay where they are, and a backslash that keeps one
   * from being a variable is a blank.
   */
  public static String withoutVariables(String text) {
    return Paint.VARIABLE
        .matcher(text)
        .replaceAll(found -> "0" + " ".repeat(found.group().length() - 1))
        .replace("\\{{", " {{");
  }

  Lexer lexer() {
    return lexer;
  }
}
