/** Fields that the requests of several tools have. */
@NullMarked
package org.wirebench.core.request;

import org.jspecify.annotations.NullMarked;
