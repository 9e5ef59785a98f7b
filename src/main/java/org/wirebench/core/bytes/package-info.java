/** Bytes of any size, and the ways that people write and read them. */
@NullMarked
package org.wirebench.core.bytes;

import org.jspecify.annotations.NullMarked;
