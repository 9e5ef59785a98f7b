/** TLS: settings, identities, trust, handshakes, and certificates made on the spot. */
@NullMarked
package org.wirebench.core.net.tls;

import org.jspecify.annotations.NullMarked;
