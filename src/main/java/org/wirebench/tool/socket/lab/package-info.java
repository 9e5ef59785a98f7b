/** Small servers to try the socket console on. */
@NullMarked
package org.wirebench.tool.socket.lab;

import org.jspecify.annotations.NullMarked;
