/** The composition root: builds every object by constructor and lists the tools. */
@NullMarked
package org.wirebench.app;

import org.jspecify.annotations.NullMarked;
