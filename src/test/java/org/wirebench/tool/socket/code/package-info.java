/** Checks the writers of example code. */
@NullMarked
package org.wirebench.tool.socket.code;

import org.jspecify.annotations.NullMarked;
