/** Tests of the list of embedded servers. */
@NullMarked
package org.wirebench.core.lab;

import org.jspecify.annotations.NullMarked;
