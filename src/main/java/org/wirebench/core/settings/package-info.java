/** What the user set, and what the window looked like when it was closed. */
@NullMarked
package org.wirebench.core.settings;

import org.jspecify.annotations.NullMarked;
