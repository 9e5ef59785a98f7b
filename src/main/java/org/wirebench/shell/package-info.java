/** The window: rail, tabs, dock, palette, status bar, settings, and the tour through all of it. */
@NullMarked
package org.wirebench.shell;

import org.jspecify.annotations.NullMarked;
