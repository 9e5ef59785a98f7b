/** The entry point of Wirebench. */
@NullMarked
package org.wirebench;

import org.jspecify.annotations.NullMarked;
