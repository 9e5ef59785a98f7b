/** Talks to real peers, and runs the programs that are generated. */
@NullMarked
package org.wirebench.tool.socket.interop;

import org.jspecify.annotations.NullMarked;
