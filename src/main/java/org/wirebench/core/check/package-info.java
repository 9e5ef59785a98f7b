/** What the result of a request must show, and what is captured from it. */
@NullMarked
package org.wirebench.core.check;

import org.jspecify.annotations.NullMarked;
