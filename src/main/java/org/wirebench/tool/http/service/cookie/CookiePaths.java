package org.wirebench.tool.http.service.cookie;

/** Paths of cookies (RFC 6265 section 5.1.4). */
final class CookiePaths {
  private CookiePaths() {}

  /** The path of a cookie that says none, set by a page at {@code path}. */
  static String usual(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** Whether a cookie for {@code path} is sent to a page at {@code asked}. */
  static boolean matches(String asked, String path) {
    return asked.equals(path)
        || (asked.startsWith(path) && (path.endsWith("/") || asked.charAt(path.length()) == '/'));
  }
}
