package org.wirebench.tool.http.request;

import java.net.URLConnection;

/** Media types of files, by their names alone: what is in a file is the server's business. */
public final class MediaTypes {
  /** What may be anything (RFC 2046 section 4.5.1). */
  public static final String UNKNOWN = "application/octet-stream";

  private MediaTypes() {}

  /** The type of what a file of this name or path most likely holds. */
  public static String of(String path) {
    String known = URLConnection.guessContentTypeFromName(path);
    return known == null ? UNKNOWN : known;
  }
}
