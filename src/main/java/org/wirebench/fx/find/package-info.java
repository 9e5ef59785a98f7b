/**
 * Finding in rows of any number: what is typed, what was found so far, and the way from hit to hit.
 */
@NullMarked
package org.wirebench.fx.find;

import org.jspecify.annotations.NullMarked;
