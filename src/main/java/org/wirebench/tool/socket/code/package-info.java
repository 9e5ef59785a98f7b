/** Writes a socket request as Python, Java and a command line. */
@NullMarked
package org.wirebench.tool.socket.code;

import org.jspecify.annotations.NullMarked;
