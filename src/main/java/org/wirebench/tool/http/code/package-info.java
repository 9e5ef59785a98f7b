/** Writes an HTTP request as a command of curl and as Python, Java and JavaScript. */
@NullMarked
package org.wirebench.tool.http.code;

import org.jspecify.annotations.NullMarked;
