package org.wirebench.tool.http.service;

/**
 * The first line of an answer (RFC 9112 section 4).
 *
 * @param version "HTTP/1.1"
 * @param code three digits
 * @param reason may be empty
 */
record StatusLine(String version, int code, String reason) {
  private static final String PROTOCOL = "HTTP/";
  private static final int DIGITS = 3;

  /**
   * Reads it. By hand, since a load run reads very many.
   *
   * @throws HttpException when it is none
   */
  static StatusLine parse(String line) throws HttpException {
    int space = line.indexOf(' ');
    int code = space;
    while (code >= 0 && code < line.length() && line.charAt(code) == ' ') {
      code++;
    }
    int end = code + DIGITS;
    if (space < 0
        || !isVersion(line.substring(0, space))
        || end > line.length()
        || !Text.isNumber(line.substring(code, end), DIGITS)
        || (end < line.length() && line.charAt(end) != ' ')) {
      throw HttpException.noHttp(line);
    }
    return new StatusLine(
        line.substring(0, space),
        Integer.parseInt(line.substring(code, end)),
        line.substring(end).strip());
  }

  /** Some servers say HTTP/2 without a minor version. */
  private static boolean isVersion(String word) {
    int digits = word.length() - PROTOCOL.length();
    return word.startsWith(PROTOCOL)
        && (digits == 1 || (digits == 3 && word.charAt(PROTOCOL.length() + 1) == '.'))
        && Text.isNumber(word.substring(PROTOCOL.length()).replace(".", ""), 2);
  }
}
