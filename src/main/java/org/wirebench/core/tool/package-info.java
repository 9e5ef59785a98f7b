/** The headless half of a tool, as the command line and the window use it. */
@NullMarked
package org.wirebench.core.tool;

import org.jspecify.annotations.NullMarked;
