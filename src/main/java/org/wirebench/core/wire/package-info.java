/** The wire log: the one timeline of everything that the program sends and receives. */
@NullMarked
package org.wirebench.core.wire;

import org.jspecify.annotations.NullMarked;
