/**
 * A terminal without a screen: bytes of a program go in, cells, modes and answers come out. It
 * knows no view, and nothing of where its bytes come from.
 *
 * <p>What xterm does is the measure (ECMA-48, DEC STD 070, and xterm's "Control Sequences").
 */
@NullMarked
package org.wirebench.terminal.engine;

import org.jspecify.annotations.NullMarked;
