/** Checks of the whole program. */
@NullMarked
package org.wirebench;

import org.jspecify.annotations.NullMarked;
