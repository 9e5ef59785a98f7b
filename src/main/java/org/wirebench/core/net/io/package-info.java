/** Sockets around sockets. */
@NullMarked
package org.wirebench.core.net.io;

import org.jspecify.annotations.NullMarked;
