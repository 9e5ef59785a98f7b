/** Saved requests: their YAML form, variables, shapes that bind text to values, and safe files. */
@NullMarked
package org.wirebench.core.workspace;

import org.jspecify.annotations.NullMarked;
