/** Tests of the terminal without a screen. */
@NullMarked
package org.wirebench.terminal.engine;

import org.jspecify.annotations.NullMarked;
