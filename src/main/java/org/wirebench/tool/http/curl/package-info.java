/** Reads commands of curl as requests. */
@NullMarked
package org.wirebench.tool.http.curl;

import org.jspecify.annotations.NullMarked;
