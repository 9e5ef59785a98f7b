/** Tests of what is kept. */
@NullMarked
package org.wirebench.core.settings;

import org.jspecify.annotations.NullMarked;
