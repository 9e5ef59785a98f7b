/** What is said to a proxy before it lets a connection through: HTTP CONNECT and SOCKS 5. */
@NullMarked
package org.wirebench.core.net.proxy;

import org.jspecify.annotations.NullMarked;
