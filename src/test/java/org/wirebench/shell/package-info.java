/** Tests of the window, and the small tool that they open in it. */
@NullMarked
package org.wirebench.shell;

import org.jspecify.annotations.NullMarked;
