/**
 * The frame that every tool has in common: the address row, what is wrong and what failed below it,
 * the form beside what came.
 */
@NullMarked
package org.wirebench.fx.frame;

import org.jspecify.annotations.NullMarked;
