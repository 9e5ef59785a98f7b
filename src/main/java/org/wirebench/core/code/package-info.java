/** What the writers of example code share: targets, literals and pieces of programs. */
@NullMarked
package org.wirebench.core.code;

import org.jspecify.annotations.NullMarked;
