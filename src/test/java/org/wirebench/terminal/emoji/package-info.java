/** Tests of the emoji. */
@NullMarked
package org.wirebench.terminal.emoji;

import org.jspecify.annotations.NullMarked;
