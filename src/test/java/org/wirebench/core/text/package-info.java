/** Tests of the words for people. */
@NullMarked
package org.wirebench.core.text;

import org.jspecify.annotations.NullMarked;
