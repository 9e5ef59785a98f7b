/** Tests of checks and captures. */
@NullMarked
package org.wirebench.core.check;

import org.jspecify.annotations.NullMarked;
