/** The HTTP tool in the window: the request, what came of it, and load runs. */
@NullMarked
package org.wirebench.tool.http.view;

import org.jspecify.annotations.NullMarked;
