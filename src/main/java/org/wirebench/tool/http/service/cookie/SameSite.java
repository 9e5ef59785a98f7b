package org.wirebench.tool.http.service.cookie;

/**
 * Which requests of other sites a cookie goes with (RFC 6265bis section 5.6.7). It is kept and
 * shown; since every request here is the user's own, it never holds a cookie back.
 */
public enum SameSite {
  /** Nothing was said, or nothing that is known. */
  UNSAID,
  STRICT,
  LAX,
  NONE
}
