/** Exchanges as HTTP archives, for other programs. */
@NullMarked
package org.wirebench.tool.http.har;

import org.jspecify.annotations.NullMarked;
