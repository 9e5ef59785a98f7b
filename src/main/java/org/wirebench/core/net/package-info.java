/** The one way to the network: names, connections, listeners, datagrams, and why they failed. */
@NullMarked
package org.wirebench.core.net;

import org.jspecify.annotations.NullMarked;
