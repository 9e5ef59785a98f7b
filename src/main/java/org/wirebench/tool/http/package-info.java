/** The HTTP tool: request builder, response viewer, load runs. */
@NullMarked
package org.wirebench.tool.http;

import org.jspecify.annotations.NullMarked;
