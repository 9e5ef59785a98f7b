/** What a user can ask of a socket. */
@NullMarked
package org.wirebench.tool.socket.request;

import org.jspecify.annotations.NullMarked;
