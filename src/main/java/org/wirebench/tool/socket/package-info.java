/** The socket console: client and server of TCP, TLS, UDP and Unix-domain sockets. */
@NullMarked
package org.wirebench.tool.socket;

import org.jspecify.annotations.NullMarked;
