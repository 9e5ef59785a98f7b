/** Tests of the search. */
@NullMarked
package org.wirebench.fx.find;

import org.jspecify.annotations.NullMarked;
