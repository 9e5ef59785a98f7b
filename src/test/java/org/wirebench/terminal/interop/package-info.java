/** The terminal beside others that show the same bytes. */
@NullMarked
package org.wirebench.terminal.interop;

import org.jspecify.annotations.NullMarked;
