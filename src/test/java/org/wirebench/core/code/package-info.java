/** Tests of what code writers share. */
@NullMarked
package org.wirebench.core.code;

import org.jspecify.annotations.NullMarked;
