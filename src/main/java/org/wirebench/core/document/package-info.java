/** Documents of any size as rows for the screen: raw, as hex, and by their structure. */
@NullMarked
package org.wirebench.core.document;

import org.jspecify.annotations.NullMarked;
