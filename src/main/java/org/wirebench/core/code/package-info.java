/** What the writers of example code share: targets and literals. */
@NullMarked
package org.wirebench.core.code;

import org.jspecify.annotations.NullMarked;
