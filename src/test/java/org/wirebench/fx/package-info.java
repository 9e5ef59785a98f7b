/** Tests of the kit. */
@NullMarked
package org.wirebench.fx;

import org.jspecify.annotations.NullMarked;
