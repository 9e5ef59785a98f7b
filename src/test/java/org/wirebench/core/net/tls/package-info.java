/** Tests of the network. */
@NullMarked
package org.wirebench.core.net.tls;

import org.jspecify.annotations.NullMarked;
