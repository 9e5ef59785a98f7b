/** Tests of the transcript on the screen. */
@NullMarked
package org.wirebench.fx.transcript;

import org.jspecify.annotations.NullMarked;
