/** Tests of the composed program. */
@NullMarked
package org.wirebench.app;

import org.jspecify.annotations.NullMarked;
