/** The emoji of the system in colour, read from its font. */
@NullMarked
package org.wirebench.terminal.emoji;

import org.jspecify.annotations.NullMarked;
