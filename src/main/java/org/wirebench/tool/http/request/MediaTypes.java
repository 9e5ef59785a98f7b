package org.wirebench.tool.http.request;

import java.net.URLConnection;
import org.wirebench.core.text.Messages;

/** Media types; of files by their names alone: what is in a file is the server's business. */
public final class MediaTypes {
  private static final Messages TEXT = Messages.of(MediaTypes.class);

  /** What may be anything (RFC 2046 section 4.5.1). */
  public static final String UNKNOWN = "application/octet-stream";

  private MediaTypes() {}

  /**
   * Checks a type that was typed: it goes into a header, which it could break.
   *
   * @throws IllegalArgumentException when it is none; the message is for people
   */
  static void check(String type) {
    if (type.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(TEXT.get("part.type"));
    }
  }

  /** The type of what a file of this name or path most likely holds. */
  public static String of(String path) {
    String known = URLConnection.guessContentTypeFromName(path);
    return known == null ? UNKNOWN : known;
  }
}
