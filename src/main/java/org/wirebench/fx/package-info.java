/** The JavaFX kit that every view is built with: jobs on screen, controls, theme, tool contract. */
@NullMarked
package org.wirebench.fx;

import org.jspecify.annotations.NullMarked;
