/** Repeats a request to see what a server can bear. */
@NullMarked
package org.wirebench.tool.http.service.load;

import org.jspecify.annotations.NullMarked;
