/** Tests of the terminal as it is seen. */
@NullMarked
package org.wirebench.terminal.view;

import org.jspecify.annotations.NullMarked;
