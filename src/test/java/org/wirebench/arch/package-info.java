/** The rules of the architecture, kept by the build. */
@NullMarked
package org.wirebench.arch;

import org.jspecify.annotations.NullMarked;
