/** Tests of the shared JavaFX kit. */
@NullMarked
package org.wirebench.fx;

import org.jspecify.annotations.NullMarked;
