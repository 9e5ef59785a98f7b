package org.wirebench.tool.socket.request;

/** What the console adds to a line that is typed and sent. */
public enum LineEnding {
  NONE(""),
  LF("\n"),
  CRLF("\r\n"),
  CR("\r"),
  NUL("\0");

  private final String text;

  LineEnding(String text) {
    this.text = text;
  }

  /** The characters that are added. */
  public String text() {
    return text;
  }
}
