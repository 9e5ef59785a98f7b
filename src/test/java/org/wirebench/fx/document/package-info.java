/** Tests of the view of a document. */
@NullMarked
package org.wirebench.fx.document;

import org.jspecify.annotations.NullMarked;
