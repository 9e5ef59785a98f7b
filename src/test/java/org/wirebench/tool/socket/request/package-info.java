/** Tests of what can be asked of a socket. */
@NullMarked
package org.wirebench.tool.socket.request;

import org.jspecify.annotations.NullMarked;
