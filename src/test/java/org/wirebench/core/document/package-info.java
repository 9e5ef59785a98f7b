/** Tests of the views of documents. */
@NullMarked
package org.wirebench.core.document;

import org.jspecify.annotations.NullMarked;
