/** Tests of the network. */
@NullMarked
package org.wirebench.core.net.proxy;

import org.jspecify.annotations.NullMarked;
