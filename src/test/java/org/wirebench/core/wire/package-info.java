/** Tests of the wire log, its filter and its exports. */
@NullMarked
package org.wirebench.core.wire;

import org.jspecify.annotations.NullMarked;
