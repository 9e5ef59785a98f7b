/** The servers inside the program, and the list that starts and stops them. */
@NullMarked
package org.wirebench.core.lab;

import org.jspecify.annotations.NullMarked;
