/** Cookies: what servers set, what is kept of it, and what is sent back (RFC 6265). */
@NullMarked
package org.wirebench.tool.http.service.cookie;

import org.jspecify.annotations.NullMarked;
