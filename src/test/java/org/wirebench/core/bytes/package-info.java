/** Tests of bytes of any size and of their notations. */
@NullMarked
package org.wirebench.core.bytes;

import org.jspecify.annotations.NullMarked;
