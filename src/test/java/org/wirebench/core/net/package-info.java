/** Tests of the network. */
@NullMarked
package org.wirebench.core.net;

import org.jspecify.annotations.NullMarked;
