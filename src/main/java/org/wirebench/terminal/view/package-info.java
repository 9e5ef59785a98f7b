/** The terminal as it is seen and used: it draws what the engine knows, and hands it the keys. */
@NullMarked
package org.wirebench.terminal.view;

import org.jspecify.annotations.NullMarked;
