/** Tests of the view of a document. */
@NullMarked
package org.wirebench.fx.code;

import org.jspecify.annotations.NullMarked;
