/** What was said over live connections, on the screen. */
@NullMarked
package org.wirebench.fx.transcript;

import org.jspecify.annotations.NullMarked;
